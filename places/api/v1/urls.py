"""Addresses of `/api/v1`, without a slash at the end."""

from collections.abc import Callable

from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver, path, re_path

from places.api.v1.answers import nothing_here
from places.api.v1.description import api, openapi

addresses, _application, _namespace = api.urls
index: Callable[..., HttpResponseBase] = next(
    one.callback for one in addresses if getattr(one, "name", "") == "api_index" and one.callback
)
"""Also for the address of the API itself, without a slash."""

patterns: list[URLPattern | URLResolver] = [
    path("openapi.json", openapi, name="api_openapi"),
    *(one for one in addresses if getattr(one, "name", "") != "api-root"),
    re_path(r".+", nothing_here, name="api_nothing"),
]
