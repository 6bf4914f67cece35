"""The value of a field as one reads it."""

from datetime import date, time
from typing import Any

from django.contrib.gis.geos import Point
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from places.coordinates import in_degrees


def text_of(field: Any, value: Any) -> str:
    """A choice by its label, a day and a time as one writes them; nothing is an empty text."""
    if value is None or value == "":
        return ""
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return _plain(value)


def _plain(value: Any) -> str:
    match value:
        case bool():
            return _("ja") if value else _("nee")
        case time():
            return f"{value:%H:%M}"
        case date():
            return date_format(value, "j F Y")
        case Point():
            point = in_degrees(value)
            return f"{point.y:.5f}, {point.x:.5f}"
        case list():
            return ", ".join(str(one) for one in value)
        case _:
            return str(value)
