"""Places as files read them: every public field and row, many at a time and without models.

Only what is named here is read, so nothing else can stand in a file. What comes out answers to the
same names as a ``Place`` does, so that the columns of the exchange read either.
"""

from array import array
from collections import namedtuple
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.gis.db.models.functions import GeoFunc
from django.db import transaction
from django.db.models import FloatField, Model

from places.coordinates import all_in_degrees
from places.models.area import Area
from places.models.dilemma import Dilemma, PlaceDilemma
from places.models.hours import OpeningHours, SpecialDay
from places.models.organisation import Organisation
from places.models.place import Place, PlaceQuerySet
from places.models.provenance import Quote, Source
from places.models.reading import reading
from places.models.theme import PlaceTrait, PlaceValue, Trait, Value
from places.models.vocabulary import Audience, Kind, Language, Offer

CHUNK = 500
"""So many places are in memory at a time."""

FIELDS = (
    *("pk", "uuid", "slug", "name", "name_variants", "since"),
    *("street", "house_number", "postcode", "city", "location_precision"),
    *("phone", "email", "website", "hours_complete", "holiday_policy"),
    *("description", "description_en", "first_visit", "first_visit_en", "note", "note_en"),
    *("strengths", "strengths_en", "needs", "needs_en", "attention", "attention_en"),
    *("status", "checked_on", "checked_by", "changed_at"),
)
REFERENCES: dict[str, type[Model]] = {"kind": Kind, "organisation": Organisation, "area": Area}
TERMS: dict[str, type[Model]] = {"audiences": Audience, "offers": Offer, "languages": Language}

_SOURCED = ("source", "source_date")
ROWS: dict[str, tuple[type[Model], str, tuple[str, ...]]] = {
    "hours": (
        OpeningHours,
        "",
        (
            *("weekday", "opens", "closes", "mode", "note", "note_en", "cost", "cost_en"),
            *("sign_up", "sign_up_en", "valid_from", "valid_until", *_SOURCED),
        ),
    ),
    "special_days": (
        SpecialDay,
        "",
        ("first_day", "last_day", "opens", "closes", "mode", "reason", "reason_en"),
    ),
    "place_values": (PlaceValue, "value", ("words", "words_en", *_SOURCED)),
    "place_dilemmas": (PlaceDilemma, "dilemma", ("position", "words", "words_en", *_SOURCED)),
    "place_traits": (PlaceTrait, "trait", ("answer", *_SOURCED)),
    "quotes": (Quote, "", ("text", "said_by", *_SOURCED)),
    "sources": (Source, "", ("title", "as_of")),
}
"""By the name they have on a place: the model, its term, and what is read of a row."""

VOCABULARY: tuple[type[Model], ...] = (
    *(*REFERENCES.values(), *TERMS.values()),
    *(Value, Dilemma, Trait),
)


class Rows(list[Any]):
    """Rows around a place; ``all()`` as a manager has it."""

    def all(self) -> "Rows":
        return self


class FiledPlace:
    """A published place with everything around it that the public may read."""

    pk: int
    uuid: UUID
    slug: str
    name: str
    name_variants: list[str]
    since: int | None
    location_precision: str
    hours_complete: bool
    holiday_policy: str
    checked_on: date | None
    changed_at: datetime
    kind: Kind | None
    organisation: Organisation | None
    area: Area | None
    metres: tuple[float, float] | None
    """East and north in RD New."""
    degrees_given: dict[str, float | None]
    """Latitude and longitude, under the name that the columns of the exchange look for."""
    hours: Rows
    special_days: Rows
    place_values: Rows
    place_dilemmas: Rows
    place_traits: Rows
    quotes: Rows
    sources: Rows
    audiences: Rows
    offers: Rows
    languages: Rows

    def __init__(self, said: dict[str, Any]) -> None:
        self.__dict__.update(said)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"{name} is not read for files")


class _Abscissa(GeoFunc):
    function, output_field = "ST_X", FloatField()


class _Ordinate(GeoFunc):
    function, output_field = "ST_Y", FloatField()


class Reading:
    """Places read in chunks, each vocabulary once."""

    def places(self, found: PlaceQuerySet) -> Iterator[FiledPlace]:
        """All of these places in their order; at most ``CHUNK`` are read ahead.

        Of all of them only the keys are in memory, eight bytes a place: a cursor of the database
        would have to outlive whatever becomes of whoever reads.
        """
        keys = array("q", found.values_list("pk", flat=True))
        for start in range(0, len(keys), CHUNK):
            yield from self._read(keys[start : start + CHUNK].tolist())

    @cached_property
    def _words(self) -> dict[type[Model], dict[int, Any]]:
        known: dict[type[Model], dict[int, Any]] = {
            model: {row.pk: row for row in model._default_manager.all()} for model in VOCABULARY
        }
        for area in known[Area].values():
            area.parent = known[Area].get(area.parent_id)
        return known

    def _read(self, keys: Sequence[int]) -> Iterator[FiledPlace]:
        said = self._own(keys)
        for name in ROWS:
            for key, row in self._rows(name, keys):
                said[key][name].append(row)
        for name in TERMS:
            for key, term in self._terms(name, keys):
                said[key][name].append(term)
        for key in keys:
            yield FiledPlace(said[key])

    def _own(self, keys: Sequence[int]) -> dict[int, dict[str, Any]]:
        ids = [f"{name}_id" for name in REFERENCES]
        points = {"east": _Abscissa("location"), "north": _Ordinate("location")}
        rows = Place.objects.with_keys(keys).values(*FIELDS, *ids, **points)
        said = {row["pk"]: row for row in rows}
        for row in said.values():
            for name, model in REFERENCES.items():
                row[name] = self._words[model].get(row.pop(f"{name}_id"))
            row.update((name, Rows()) for name in (*ROWS, *TERMS))
        _locate(list(said.values()))
        return said

    def _rows(self, name: str, keys: Sequence[int]) -> Iterator[tuple[int, Any]]:
        model, term, fields = ROWS[name]
        row = _ROW_TYPES[name]
        chosen = model._default_manager.filter(place__in=keys)
        if not term:
            for key, *values in chosen.values_list("place_id", *fields):
                yield key, row(*values)
            return
        words = self._words[model._meta.get_field(term).related_model]  # type: ignore[index]
        for key, word, *values in chosen.values_list("place_id", f"{term}_id", *fields):
            yield key, row(words[word], word, *values)

    def _terms(self, name: str, keys: Sequence[int]) -> Iterator[tuple[int, Any]]:
        link: Any = getattr(Place, name).through
        key_of_term = f"{TERMS[name]._meta.model_name}_id"
        words = self._words[TERMS[name]]
        links = link.objects.filter(place__in=keys).values_list("place_id", key_of_term)
        rank = {key: number for number, key in enumerate(words)}
        for place, term in sorted(links, key=lambda pair: rank[pair[1]]):
            yield place, words[term]


@contextmanager
def snapshot() -> Iterator[None]:
    """Within, every statement sees the database as it was at the first; nothing can be written.

    Inside another transaction that one's rules hold.
    """
    outermost = not reading().in_atomic_block
    with transaction.atomic(using=reading().alias):
        if outermost:
            with reading().cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


_ROW_TYPES: dict[str, Any] = {
    name: namedtuple(name, (*([term, f"{term}_id"] if term else []), *fields))
    for name, (_model, term, fields) in ROWS.items()
}


def _locate(rows: list[dict[str, Any]]) -> None:
    located = [row for row in rows if row["east"] is not None]
    for row in rows:
        row["metres"], row["degrees_given"] = None, {"lat": None, "lon": None}
    metres = [(row["east"], row["north"]) for row in located]
    for row, point, (lon, lat) in zip(located, metres, all_in_degrees(metres), strict=True):
        row["metres"], row["degrees_given"] = point, {"lat": lat, "lon": lon}
