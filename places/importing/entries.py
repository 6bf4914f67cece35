"""A place with all that belongs to it, as it will be stored."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.gis.geos import Point
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from places.coordinates import in_the_netherlands, rd_point
from places.importing.register import Register
from places.importing.report import complaints
from places.importing.row import TEXTS, Row
from places.importing.weeks import week_of
from places.models import (
    Audience,
    Dossier,
    Language,
    Offer,
    OpeningHours,
    Place,
    PlaceDilemma,
    PlaceValue,
    Quote,
    Source,
)

Precision = Place.Precision

PRECISIONS = {
    **{precision.value: precision for precision in Precision},
    "address": Precision.ADDRESS,
    "street": Precision.STREET,
    "area": Precision.AREA,
    "unknown": Precision.UNKNOWN,
    "": Precision.UNKNOWN,
}

OWN_WORDS = "eigen uitspraak in {}"
"""Kept in the data as the source of a value or dilemma, and so not translated."""


Around = OpeningHours | Source | Quote | PlaceValue | PlaceDilemma | Dossier


@dataclass
class Entry:
    """A new place; the rows around it do not point at it yet."""

    row: Row
    place: Place
    hours: list[OpeningHours]
    sources: list[Source]
    quotes: list[Quote]
    values: list[PlaceValue]
    dilemmas: list[PlaceDilemma]
    audiences: list[Audience]
    offers: list[Offer]
    languages: list[Language]
    dossiers: list[Dossier]

    def around(self) -> Iterator[Around]:
        """The rows that will point at the place."""
        yield from self.hours
        yield from self.sources
        yield from self.quotes
        yield from self.values
        yield from self.dilemmas
        yield from self.dossiers


def entry_of(row: Row, identity: uuid.UUID, register: Register) -> Entry:
    """The place that a row describes; what is wrong with it is told to the row."""
    sources = row.sources()
    # What a place says of itself stands in its first source.
    spoken_in = next(iter(sources.items()), ("", ""))
    values, dilemmas = _themes(row, register, *spoken_in)
    entry = Entry(
        row=row,
        place=_place(row, identity, register),
        hours=week_of(row),
        sources=[
            Source(title=title, as_of=as_of, position=position)
            for position, (title, as_of) in enumerate(sources.items(), 1)
        ],
        quotes=_quotes(row, *spoken_in),
        values=values,
        dilemmas=dilemmas,
        audiences=register.audiences.chosen(row, row.texts("audiences")),
        offers=register.offers.chosen(row, row.texts("offers")),
        languages=register.languages.chosen(row, row.texts("languages")),
        dossiers=_dossiers(row),
    )
    for model in [entry.place, *entry.around()]:
        _check(row, model)
    return entry


def _place(row: Row, identity: uuid.UUID, register: Register) -> Place:
    precision = PRECISIONS.get(row.text("location_precision"))
    if precision is None:
        row.refuse(_("‘location_precision’ is address, street, area of unknown"))
        precision = Precision.UNKNOWN
    kinds = register.kinds.chosen(row, [row.text("kind")] if row.text("kind") else [])
    return Place(
        **{name: row.text(name) for name in TEXTS},
        uuid=identity,
        slug=register.slug(row),
        name_variants=row.texts("name_variants"),
        kind=next(iter(kinds), None),
        organisation=register.organisation(row),
        area=register.area(row),
        location=_location(row, precision),
        location_precision=precision,
        since=_year(row),
        hours_complete=row.truth("hours_complete"),
        holiday_policy=row.text("holiday_policy") or Place.HolidayPolicy.UNKNOWN,
        status=Place.Status.PUBLISHED,
    )


def _year(row: Row) -> int | None:
    year = row.number_of("since")
    if year is not None and not year.is_integer():
        row.refuse(_("‘since’ is geen jaartal"))
    return None if year is None else int(year)


def _location(row: Row, precision: str) -> Point | None:
    latitude, longitude = row.number_of("lat"), row.number_of("lon")
    expected = precision in (Precision.ADDRESS, Precision.STREET)
    if latitude is None and longitude is None and not expected:
        return None
    if latitude is None or longitude is None or not expected:
        row.refuse(_("bij precisie address en street horen lat en lon, bij area en unknown niet"))
        return None
    if not in_the_netherlands(longitude, latitude):
        where = {"lat": latitude, "lon": longitude}
        row.refuse(_("lat %(lat)s, lon %(lon)s ligt niet in Nederland") % where)
        return None
    return rd_point(longitude, latitude)


def _quotes(row: Row, title: str, as_of: str) -> list[Quote]:
    text, said_by = row.text("quote"), row.text("quote_as")
    return [Quote(text=text, said_by=said_by, source=title, source_date=as_of)] if text else []


def _dossiers(row: Row) -> list[Dossier]:
    note = row.text("editor_note")
    return [Dossier(editor_note=note)] if note else []


def _themes(
    row: Row, register: Register, title: str, as_of: str
) -> tuple[list[PlaceValue], list[PlaceDilemma]]:
    """Values and dilemmas, read from the quote and from nothing else: without words of our own."""
    source = OWN_WORDS.format(title) if row.text("quote") else title
    values = register.values.chosen(row, row.texts("values"))
    dilemmas = register.dilemmas.chosen(row, row.texts("dilemmas"))
    return (
        [PlaceValue(value=value, source=source, source_date=as_of) for value in values],
        [PlaceDilemma(dilemma=stand, source=source, source_date=as_of) for stand in dilemmas],
    )


def _check(row: Row, model: Model) -> None:
    """Have a model look at its own fields; what it points at comes from the database itself."""
    related = {item.name for item in model._meta.fields if item.is_relation}
    try:
        model.full_clean(exclude=related, validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        for complaint in complaints(model, error):
            row.refuse(complaint)
