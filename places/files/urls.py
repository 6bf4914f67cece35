"""Addresses of the files."""

from django.urls import path

from places.files.formats import FORMATS
from places.views.files import places_file

patterns = [
    path(f"plekken.{one.extension}", places_file, {"key": one.key}, name=one.url_name)
    for one in FORMATS.values()
]
