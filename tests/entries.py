"""A place with one row of every kind around it, as tests of history and merging need."""

from datetime import date, time
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model

from places.history.versions import ROWS
from places.models import (
    Dilemma,
    Dossier,
    Offer,
    OpeningHours,
    Place,
    PlaceDilemma,
    PlaceTrait,
    PlaceValue,
    Quote,
    Referral,
    Source,
    SpecialDay,
    Trait,
    Value,
)
from places.models.history import Door, one_change

KINDS: list[type[Model]] = [Place, *ROWS]
NINE, NOON = time(9), time(12)


def entry(slug: str = "bij-de-provenier") -> Place:
    """A place of the shipped city, read anew."""
    return Place.objects.get(slug=slug)


def changed(place: Place, by: Any = None, words: str = "", **fields: Any) -> Place:
    """The place after one change in the admin."""
    with one_change(Door.ADMIN, by=by, words=words):
        for name, value in fields.items():
            setattr(place, name, value)
        place.save()
    return place


def rows_around(place: Place) -> list[Any]:
    """One new row of every kind but a photo, not saved yet."""
    return [
        OpeningHours(place=place, weekday=2, opens=NINE, closes=NOON),
        SpecialDay(
            place=place, first_day=date(2026, 12, 25), last_day=date(2026, 12, 26), reason="Kerst"
        ),
        PlaceValue(place=place, value=Value.objects.get(slug="sfeer"), source="bezoek"),
        PlaceDilemma(place=place, dilemma=Dilemma.objects.last(), source="bezoek"),
        PlaceTrait(place=place, trait=Trait.objects.first(), answer="ja"),
        Quote(place=place, text="Kom erin.", said_by="de gastvrouw", source="bezoek"),
        Source(place=place, title="bezoek in november"),
        Referral(place=place, contact="bel Ans"),
        Dossier(place=place, editor_note="huur loopt af"),
    ]


def offer(slug: str) -> Offer:
    return Offer.objects.get(slug=slug)


def administrator() -> User:
    """Somebody who may do everything, made once."""
    name = "alles@gemeente.example"
    return User.objects.get_or_create(username=name, is_staff=True, is_superuser=True)[0]
