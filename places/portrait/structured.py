"""The place as schema.org says it, for search engines."""

import json
from collections.abc import Iterator
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from places.models import Place
from places.schedule import Mode, Schedule

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def structured_data(place: Place, schedule: Schedule, url: str) -> SafeString:
    """JSON-LD of a place that came ``with_degrees()``, safe inside a script element."""
    document = {
        "@context": "https://schema.org",
        "@type": "CivicStructure",
        "name": place.name,
        "url": url,
        "publicAccess": True,
        "address": _address(place),
        "geo": _geo(place),
        "telephone": place.phone,
        "email": place.email,
        "sameAs": place.website,
        "description": place.description_text,
        "openingHoursSpecification": list(_hours(schedule)),
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
    """Rows with a known end at which one may walk in."""
    for period in schedule.periods:
        if period.closes is None or period.mode is Mode.APPOINTMENT:
            continue
        row = {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": f"https://schema.org/{DAYS[period.weekday]}",
            "opens": f"{period.opens:%H:%M}",
            "closes": f"{period.closes:%H:%M}",
        }
        if period.valid_from:
            row["validFrom"] = period.valid_from.isoformat()
        if period.valid_until:
            row["validThrough"] = period.valid_until.isoformat()
        yield row
