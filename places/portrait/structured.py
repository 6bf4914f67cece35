"""The place as schema.org says it, for search engines."""

import json
from collections.abc import Iterator
from datetime import date, time
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from places.models import Place
from places.schedule import Mode, Schedule

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def structured_data(place: Place, schedule: Schedule, url: str, images: list[str]) -> SafeString:
    """JSON-LD of a place that came ``with_degrees()``, safe inside a script element."""
    document = {
        "@context": "https://schema.org",
        "@type": "CivicStructure",
        "name": place.name,
        "url": url,
        "image": images,
        "publicAccess": True,
        "address": _address(place),
        "geo": _geo(place),
        "telephone": place.phone,
        "email": place.email,
        "sameAs": place.website,
        "description": place.description_text,
        "openingHoursSpecification": list(_hours(schedule)),
        "specialOpeningHoursSpecification": list(_special_hours(schedule)),
    }
    known = {name: value for name, value in document.items() if value}
    return mark_safe(json.dumps(known, ensure_ascii=False).translate(ESCAPES))  # noqa: S308


def _address(place: Place) -> dict[str, str]:
    parts = {
        "streetAddress": place.address,
        "postalCode": place.postcode,
        "addressLocality": place.city,
    }
    known = {name: value for name, value in parts.items() if value}
    return {"@type": "PostalAddress", **known, "addressCountry": "NL"} if known else {}


def _geo(place: Place) -> dict[str, Any]:
    """Only a point that is the address itself; a search engine has no word for "about here"."""
    if place.degrees is None or place.is_approximate:
        return {}
    point = place.degrees
    return {
        "@type": "GeoCoordinates",
        "latitude": round(point.y, 5),
        "longitude": round(point.x, 5),
    }


def _hours(schedule: Schedule) -> Iterator[dict[str, str]]:
    """Rows with a known end at which one may walk in, only when they are all there is.

    To a search engine every other hour is closed; of an incomplete place nobody knows that.
    """
    if not schedule.complete:
        return
    for period in schedule.periods:
        if period.closes is None or period.mode is Mode.APPOINTMENT:
            continue
        yield {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": f"https://schema.org/{DAYS[period.weekday]}",
            **_times(period.opens, period.closes),
            **_dates(period.valid_from, period.valid_until),
        }


def _special_hours(schedule: Schedule) -> Iterator[dict[str, str]]:
    """Days that beat the week; closed is said as from midnight to midnight."""
    for special in schedule.special_days:
        closed = special.opens is None
        if not closed and (special.closes is None or special.mode is Mode.APPOINTMENT):
            continue
        yield {
            "@type": "OpeningHoursSpecification",
            **_times(special.opens or time(), special.closes or time()),
            **_dates(special.first_day, special.last_day),
        }


def _times(opens: time, closes: time) -> dict[str, str]:
    return {"opens": f"{opens:%H:%M}", "closes": f"{closes:%H:%M}"}


def _dates(first: date | None, last: date | None) -> dict[str, str]:
    dates = {"validFrom": first, "validThrough": last}
    return {name: day.isoformat() for name, day in dates.items() if day}
