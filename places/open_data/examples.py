"""Questions to the API that work here, today: made of what there is."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from places.models.overview import Overview

METRES = 2000
A_WEEK = timedelta(days=7)
TO_RD = "Accept-Crs: epsg:28992"


@dataclass(frozen=True)
class Example:
    """A question, what it answers in words, and the header that goes with it."""

    about: str
    path: str
    header: str = ""


def examples(seen: Overview, today: date) -> list[Example]:
    """One question of every kind that can be asked of these places."""
    return [*_questions(seen), *_of_one(seen), _changes(today - A_WEEK)]


def _questions(seen: Overview) -> list[Example]:
    lat, lon = (seen.sight and seen.sight.spot) or settings.CITY_CENTRE
    near = _places(bij=f"{lat},{lon}", straal=METRES, velden="naam,locatie,afstand")
    return [
        Example(_("Wat is er in de buurt van een punt? De dichtstbijzijnde eerst."), near),
        Example(_("Hetzelfde, met coördinaten in het Rijksdriehoeksstelsel."), near, TO_RD),
        Example(_("Welke plekken zijn nu zeker open?"), _places(open="nu")),
        *_filter(seen),
    ]


def _filter(seen: Overview) -> list[Example]:
    """Nothing where no place lies in a gebied."""
    wishes = dict(tag.split(":", 1) for tag in seen.tags)
    asked = _places(**wishes)
    about = _("Filteren gaat met dezelfde woorden als in het adres van de lijst.")
    return [Example(about, asked)] if wishes else []


def _of_one(seen: Overview) -> list[Example]:
    """Nothing where there is no place."""
    if seen.sight is None:
        return []
    one, address = {"name": seen.sight.name}, [seen.sight.slug]
    return [
        Example(_("Alles over één plek: %(name)s.") % one, reverse("api_place", args=address)),
        Example(
            _("De openingstijden van die plek, dag voor dag uitgerekend."),
            reverse("api_timetable", args=address),
        ),
    ]


def _changes(since: date) -> Example:
    address = f"{reverse('api_changes')}?{urlencode({'sinds': since.isoformat()})}"
    return Example(_("Wat kwam erbij, veranderde of verdween in de laatste week?"), address)


def _places(**asked: str | int) -> str:
    return f"{reverse('api_places')}?{urlencode(asked)}".replace("%2C", ",")
