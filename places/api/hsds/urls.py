"""Addresses of `/api/hsds/v3`; only its first may end in a slash."""

from collections.abc import Callable

from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver, path, re_path

from places.api.hsds.answers import nothing_here
from places.api.hsds.description import api, openapi

addresses, _application, _namespace = api.urls

index: Callable[..., HttpResponseBase] = next(
    one.callback for one in addresses if getattr(one, "name", "") == "hsds_index" and one.callback
)
"""Also for the address of the door itself, without a slash."""

patterns: list[URLPattern | URLResolver] = [
    path("openapi.json", openapi, name="hsds_openapi"),
    *(one for one in addresses if getattr(one, "name", "") != "api-root"),
    re_path(r".+", nothing_here, name="hsds_nothing"),
]
