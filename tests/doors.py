"""Every door of the admin: found by walking its addresses, so that none can be forgotten."""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from places.models import (
    Area,
    Dossier,
    HostRequest,
    OpeningHours,
    Organisation,
    Photo,
    Place,
    Referral,
    Report,
    Suggestion,
)
from places.models.confirmation import confirm

OPENS_ANOTHER = re.compile(r"^\w+/\w+/<path:object_id>/$|^\(\?P<url>\.\*\)\$$")
"""Django's own: the short address of a form, which leads to the long one, and "not found"."""

OF_A_PLACE = re.compile(r"(places/(place|suggestion|report)|werk)/<(int:pk|path:object_id)>")

SECRETS = ["VERWIJZING", "DOSSIER", "TOESTEMMING", "VOORSTEL", "MELDING", "gastheer@huis.example"]
"""Words that stand beside a furnished place, and that the public never reads."""

NO_WITNESS = ("django_", "axes_", "places_attempt", "spatial_ref_sys")
"""Tables that say nothing about what somebody could change."""


@dataclass(frozen=True)
class Door:
    """An address of the admin, with converters: ``places/place/<int:pk>/deur/``."""

    route: str
    name: str

    def __str__(self) -> str:
        return self.name

    def is_of_a_place(self) -> bool:
        """Whether the address names something that belongs to one place."""
        return OF_A_PLACE.match(self.route) is not None


def doors() -> list[Door]:
    """All addresses of the admin."""
    found = _walk(admin.site.urls[0], "")
    return [Door(route, name) for route, name in found if not OPENS_ANOTHER.match(route)]


def _walk(patterns: Any, before: str) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from _walk(pattern.url_patterns, route)
        else:
            yield route, pattern.name or route


class Furnished:
    """A place with one of everything that may hang on it, each with words to recognise it by."""

    def __init__(self, slug: str) -> None:
        self.place = place = Place.objects.get(slug=slug)
        self.hours = OpeningHours.objects.create(
            place=place, weekday=6, opens="03:00", closes="04:00", note=f"uren van {slug}"
        )
        self.suggestion = Suggestion.objects.create(
            place=place, kind="wijziging", proposed={"phone": "010 123 4567"}, remark="VOORSTEL"
        )
        self.report = Report.objects.create(place=place, tone="klacht", text="MELDING")
        self.referral = Referral.objects.create(place=place, contact="VERWIJZING")
        self.dossier = Dossier.objects.create(place=place, editor_note="DOSSIER")
        self.photo = Photo.objects.create(
            place=place, width=640, height=480, alt="een tafel", consent="TOESTEMMING"
        )
        self.asked = HostRequest.objects.create(
            place=place, email="gastheer@huis.example", asked_at=timezone.now()
        )
        confirm(place, date(2026, 1, 1), "gemeente", "telefoon")
        place.description = f"{place.description} "
        place.save()

    def row_of(self, rows: str) -> Any:
        """The row that was added under this name of rows."""
        if rows == "sources":
            return self.place.sources.get_or_create(title="bron", defaults={"position": 9})[0]
        return getattr(self, {"photos": "photo"}.get(rows, rows))

    def address_of(self, door: Door) -> str:
        """The address of this door for this place; other things are the first there are."""
        known: dict[str, Any] = {"asked": self.asked.pk, "key": self.photo.key}
        known |= {"app_label": "places", "kind": "csv", "token": uuid.uuid4(), "side": "na"}
        known["change"] = self.place.history.latest("history_date").change
        model = re.match(r"(?:places|auth)/(\w+)/", door.route)
        subject = self._subject(model[1] if model else "place")
        known |= dict.fromkeys(["pk", "object_id", "content_type_id"], subject)
        if door.route.startswith("auth/user/"):
            known["key"] = subject
        route = re.sub(r"^\^|\$$", "", door.route)
        route = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<path:\1>", route)
        return "/beheer/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda m: str(known[m[1]]), route)

    def _subject(self, model: str) -> Any:
        own = {"place": self.place, "suggestion": self.suggestion, "report": self.report}
        if model in own:
            return own[model].pk
        if model == "user":
            return User.objects.order_by("pk")[0].pk
        others = {"area": Area, "organisation": Organisation}
        registered = {one._meta.model_name: one for one in admin.site._registry}
        found = (others | registered).get(model)
        return found._default_manager.order_by("pk")[0].pk if found else 1


def everything() -> dict[str, str]:
    """A fingerprint of every table of ours and of the accounts, by name."""
    with connection.cursor() as cursor:
        tables = [
            name
            for name in connection.introspection.table_names(cursor)
            if not name.startswith(NO_WITNESS)
        ]
        found = {}
        for name in tables:
            cursor.execute(
                f"SELECT md5(string_agg(t::text, E'\\n' ORDER BY t::text)) FROM \"{name}\" t"
            )
            found[name] = cursor.fetchone()[0] or ""
    return found
