"""Hours as plain values, brought along by the statement that asks for places."""

import json
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from places.bilingual import spoken
from places.models.hours import OpeningHours, SpecialDay


def hours_of_place() -> ArraySubquery:
    """The weekly rows of the outer place, as a list of JSON objects."""
    rows = OpeningHours.objects.filter(place=OuterRef("pk")).order_by("weekday", "opens", "pk")
    return ArraySubquery(
        rows.values(
            value=JSONObject(
                weekday="weekday",
                opens="opens",
                closes="closes",
                mode="mode",
                valid_from="valid_from",
                valid_until="valid_until",
                note=spoken("note"),
                cost=spoken("cost"),
                sign_up=spoken("sign_up"),
            )
        )
    )


def special_days_of_place() -> ArraySubquery:
    """The special days of the outer place, as a list of JSON objects."""
    rows = SpecialDay.objects.filter(place=OuterRef("pk")).order_by("first_day", "opens", "pk")
    return ArraySubquery(
        rows.values(
            value=JSONObject(
                first_day="first_day",
                last_day="last_day",
                opens="opens",
                closes="closes",
                mode="mode",
                reason=spoken("reason"),
            )
        )
    )


def rows_of(text: Any) -> list[Any]:
    """The same rows as ``places_brought`` gives them in ``places/sql/pages.sql``."""
    rows: list[Any] = json.loads(text) if text else []  # most places have no special days
    return rows
