"""Addresses of `/api/v1`, without a slash at the end."""

from django.urls import URLPattern, URLResolver, path, re_path

from places.api.v1.answers import nothing_here
from places.api.v1.description import api, openapi

addresses, _application, _namespace = api.urls

patterns: list[URLPattern | URLResolver] = [
    path("openapi.json", openapi, name="api_openapi"),
    *(one for one in addresses if getattr(one, "name", "") != "api-root"),
    re_path(r".+", nothing_here, name="api_nothing"),
]
