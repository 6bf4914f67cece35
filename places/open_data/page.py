"""What `/open-data/` says: the files, questions that work here, freshness, and the terms."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from places.api.allowance import WEIGHTS
from places.counts import count_text, places_text
from places.feeds.agenda import MOST_PLACES
from places.freshness import STALE_MONTHS, fresh_since
from places.models.overview import Overview, overview
from places.open_data.examples import examples
from places.open_data.files import FILES
from places.open_data.licence import licence
from places.open_data.publisher import publisher_name
from places.open_data.structured import dataset
from places.schedule import AMSTERDAM


@dataclass(frozen=True)
class Figure:
    """A number and what it is the number of."""

    number: str
    about: str


def page_about(now: datetime) -> dict[str, Any]:
    """The context of the page; all that it tells of the data comes from one statement."""
    today = now.astimezone(AMSTERDAM).date()
    seen = overview(fresh_since(today, STALE_MONTHS))
    return {
        "total": places_text(seen.total),
        "files": FILES,
        "fits_an_agenda": seen.total <= MOST_PLACES,
        "most_in_an_agenda": MOST_PLACES,
        "examples": examples(seen, today),
        "changed": _moment(seen.changed_at),
        "figures": _figures(seen),
        "most_a_minute": settings.API_REQUESTS_PER_MINUTE,
        "file_counts_for": _weight(reverse(FILES[0].url_name)),
        "licence": licence(),
        "publisher": publisher_name(),
        "structured_data": dataset(seen),
    }


def _figures(seen: Overview) -> list[Figure]:
    told = {
        _("plekken"): seen.total,
        _("op de kaart"): seen.mapped,
        _("nagekeken in het afgelopen jaar"): seen.checked,
        _("nog nooit nagekeken"): seen.unchecked,
    }
    return [Figure(count_text(number), about) for about, number in told.items()]


def _moment(changed_at: datetime | None) -> str:
    """In the city's own time; empty when nothing was ever put in."""
    if changed_at is None:
        return ""
    return date_format(changed_at.astimezone(AMSTERDAM), "j F Y, H:i")


def _weight(address: str) -> int:
    """How many questions one at this address counts for."""
    return next(weight for pattern, weight in WEIGHTS if pattern.match(address))
