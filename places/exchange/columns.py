"""All columns of a place, in the order of a file, and a place written from texts.

This is the one registry: the file, the form for corrections and the comparison of two versions
read it. What a text leaves as it is, is not written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from import_export.resources import Resource

from places.exchange import described
from places.exchange.column import Column, degrees_of
from places.exchange.notation import tidy
from places.exchange.words import kept_words
from places.importing.slugs import free_place_slug
from places.models import Place

COLUMNS: dict[str, Column] = {
    column.name: column
    for column in (
        *described.WHO,
        *described.WHERE,
        *described.REACH,
        *described.WHEN,
        *described.WHAT,
        *described.FEEL,
        *described.LISTED,
        *described.ASIDE,
    )
}


class PlaceResource(Resource):
    """A place to django-import-export: its fields are the columns."""

    locals().update(COLUMNS)


def apply(place: Place, texts: Mapping[str, str]) -> None:
    """Write these texts into the place and save all of it, or nothing.

    Raises ValidationError with the reasons per column. A new place without an address gets one.
    """
    with kept_words(), transaction.atomic():
        changes = differences(place, texts)
        for change in changes:
            if change.column.own:
                change.column.write(place, change.value)
        names = [place.name, f"{place.name} {place.city}"]
        place.slug = place.slug or free_place_slug(names)
        check_point(place)
        _check(place)
        place.save()
        for change in changes:
            if not change.column.own:
                change.column.write(place, change.value)
        forget(place)


@dataclass(frozen=True)
class Difference:
    """What a text says else than the place does now."""

    column: Column
    old: str
    new: str
    value: Any


def differences(place: Place, texts: Mapping[str, str]) -> list[Difference]:
    """What these texts would change. Raises ValidationError with the reasons per column."""
    found: list[Difference] = []
    errors: dict[str, list[str]] = {}
    for name, text in texts.items():
        column, now = COLUMNS[name], COLUMNS[name].text_of(place)
        if tidy(text) == now:
            continue
        try:
            value = column.read(text)
        except ValidationError as error:
            errors[name] = error.messages
            continue
        new = column.text(value)
        if new != now:
            found.append(Difference(column, now, new, value))
    if errors:
        raise ValidationError(errors)
    return found


def check_point(place: Place) -> None:
    """Refuse half a point. Raises ValidationError."""
    missing = [name for name, degrees in degrees_of(place).items() if degrees is None]
    if len(missing) == 1:
        raise ValidationError({missing[0]: [_("Een punt heeft een lengte- en een breedtegraad.")]})


def forget(place: Place) -> None:
    """Drop what was remembered of a place while it was being written."""
    place.__dict__.pop("degrees_given", None)
    place.__dict__.pop("_prefetched_objects_cache", None)


def _check(place: Place) -> None:
    try:
        place.full_clean()
    except ValidationError as error:
        aliases = {"location": "lat"}
        reasons: dict[str, list[str]] = {}
        for name, messages in error.message_dict.items():
            name = aliases.get(name, name)
            reasons.setdefault(name if name in COLUMNS else NON_FIELD_ERRORS, []).extend(messages)
        raise ValidationError(reasons) from error
