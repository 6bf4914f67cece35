"""Words that only staff or wijkteams may read, in every field that is theirs."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone

from places.models import Dossier, HostRequest, Photo, Place, Referral, Report, Suggestion
from places.models.history import Door, one_change
from tests.staff import colleague

WORD = "kanarie"
A_DAY = date(2087, 9, 13)
TRACES = (WORD, "2087", "september 87")
"""What no visitor may find, in small letters."""

LURE = "kwartelvijver"
"""A word that stands in every canary and nowhere else, to search for."""


def sung(model: type[models.Model]) -> dict[str, Any]:
    """A canary for every field of this model that words, an address or a day can be written in."""
    return {name: song for field in model._meta.fields for name, song in _song(model, field)}


def _song(model: type[models.Model], field: Any) -> Iterator[tuple[str, Any]]:
    name = f"{WORD}-{model._meta.model_name}-{field.name}"
    if isinstance(field, models.EmailField):
        yield field.name, f"{name}@geheim.example".replace("_", "-")
    elif isinstance(field, models.CharField | models.TextField) and not field.choices:
        yield field.name, f"{name} {LURE}"[: field.max_length]
    elif isinstance(field, models.JSONField):
        yield field.name, {"name": f"{name} {LURE}", "phone": name}
    elif type(field) is models.DateField:
        yield field.name, A_DAY


def nested(place: Place) -> None:
    """Everything around a place that is not public, full of canaries."""
    Referral.objects.update_or_create(place=place, defaults=sung(Referral))
    Dossier.objects.update_or_create(place=place, defaults=sung(Dossier))
    apart = {"reference": f"{WORD}-{place.pk}"}  # of one thing no two suggestions wait
    Suggestion.objects.create(place=place, kind="wijziging", **sung(Suggestion) | apart)
    Suggestion.objects.create(place=place, kind="wijziging", **_handled(sung(Suggestion)))
    Report.objects.create(place=place, tone="klacht", **sung(Report))
    Report.objects.create(place=place, tone="zorg", **_handled(sung(Report), "gesloten"))
    HostRequest.objects.create(place=place, asked_at=timezone.now(), **sung(HostRequest))
    shown = {"alt": "Een tuin", "alt_en": "A garden", "credit": "Mo", "width": 640, "height": 480}
    Photo.objects.create(place=place, **sung(Photo) | shown)
    with one_change(Door.ADMIN, by=keeper(), words=f"{WORD} in de geschiedenis"):
        place.save()


def newcomer() -> None:
    """A place that somebody proposed."""
    Suggestion.objects.create(kind="nieuw", **sung(Suggestion))


def draft() -> Place:
    """A place that is not published: all of it is a secret, its address too."""
    words = {
        name: song
        for name, song in sung(Place).items()
        if name in {"name", "street", "description", "description_en", "note", "first_visit"}
    }
    place = Place.objects.get(slug="kleyburg")
    Place.objects.with_key(place.pk).update(**words, slug="een-concept", status="concept")
    return Place.objects.get(pk=place.pk)


def keeper() -> User:
    """A colleague of whom everything is a canary."""
    known = User.objects.order_by("pk").last()
    if known and known.username.startswith(WORD):
        return known
    names = {"first_name": f"{WORD}voornaam", "last_name": f"{WORD}achternaam"}
    user = colleague("redacteur", f"{WORD}account")
    User.objects.filter(pk=user.pk).update(**names)
    return user


def _handled(song: dict[str, Any], status: str = "afgewezen") -> dict[str, Any]:
    moment = datetime(2026, 11, 1, 12, tzinfo=timezone.get_current_timezone())
    return song | {
        "email": "",
        "status": status,
        "handled_at": moment,
        "handled_by": keeper(),
    }
