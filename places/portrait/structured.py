"""The place as schema.org says it, for search engines."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from places.models import Place
from places.open_data.licence import licence
from places.portrait.json_ld import json_ld, known
from places.portrait.stands import TraitLine
from places.portrait.structured_hours import special_hours, weekly_hours
from places.schedule import AMSTERDAM, Schedule, State
from places.site import site_title

TYPES = {
    "leeszaal": "Library",
    "wijktuin": "Park",
    "speelplek": "Playground",
    "wijkrestaurant": "Restaurant",
    "kringloopwinkel": "Store",
}
"""What schema.org calls some kinds, by their slug. It has no word for most; and a place that a
church runs is not said to be one of worship."""

FREE = {"gratis", "free"}
ANSWERS = {"ja": True, "nee": False}


@dataclass(frozen=True)
class Portrayed:
    """What a page knows of a place that came ``for_its_page()``, beside the place itself."""

    schedule: Schedule
    today: date
    holidays: Mapping[date, str]
    traits: list[TraitLine]
    languages: list[str]
    offers: list[str]
    images: list[str]


def structured_data(place: Place, shown: Portrayed, page: str) -> SafeString:
    """JSON-LD of a place on the page at this address, safe inside a script element.

    Both a public building and who receives people in it: telephone and hours belong to the one,
    e-mail, languages and the organisation above to the other.
    """
    return json_ld(
        {
            "@type": ["CivicStructure", "Organization", *_type(place)],
            "@id": place.uuid.urn,
            "identifier": {
                "@type": "PropertyValue",
                "propertyID": "UUID",
                "value": str(place.uuid),
            },
            **_words(place, page),
            **_whereabouts(place),
            **_services(place, shown),
            "openingHoursSpecification": weekly_hours(shown.schedule, shown.today),
            "specialOpeningHoursSpecification": special_hours(
                shown.schedule, shown.today, shown.holidays
            ),
            "mainEntityOfPage": _page(place, page),
        }
    )


def _type(place: Place) -> list[str]:
    kind = TYPES.get(place.kind.slug) if place.kind else None
    return [kind] if kind else []


def _words(place: Place, page: str) -> dict[str, Any]:
    return {
        "name": place.name,
        "alternateName": place.name_variants,
        "url": page,
        "sameAs": place.website,
        "description": place.description_text,
        "foundingDate": str(place.since or ""),
        "telephone": place.phone,
        "email": place.email,
    }


def _whereabouts(place: Place) -> dict[str, Any]:
    return {
        "publicAccess": True,
        "address": _address(place),
        "geo": _geo(place),
        "containedInPlace": _areas(place),
    }


def _services(place: Place, shown: Portrayed) -> dict[str, Any]:
    return {
        "image": shown.images,
        "keywords": shown.offers,
        "knowsLanguage": [{"@type": "Language", "name": name} for name in shown.languages],
        "parentOrganization": _organisation(place),
        "isAccessibleForFree": _is_free(shown.schedule) or None,
        "amenityFeature": [_amenity(one) for one in shown.traits if one.answer in ANSWERS],
    }


def _page(place: Place, page: str) -> dict[str, Any]:
    """The page itself: of that, and not of a place, one can say when it changed and whose it is."""
    chosen = licence()
    return known(
        {
            "@type": "WebPage",
            "@id": page,
            "inLanguage": get_language(),
            "dateModified": place.changed_at.astimezone(AMSTERDAM).isoformat(timespec="seconds"),
            "license": chosen.url if chosen else "",
            "isPartOf": {"@type": "WebSite", "name": site_title()},
        }
    )


def _address(place: Place) -> dict[str, str]:
    parts = {
        "streetAddress": place.address,
        "postalCode": place.postcode,
        "addressLocality": place.city,
    }
    said = known(parts)
    return {"@type": "PostalAddress", **said, "addressCountry": "NL"} if said else {}


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


def _areas(place: Place) -> dict[str, Any]:
    """The wijk, in the gebied, in the municipality."""
    line = [place.area, *place.area.above()] if place.area else []
    around: dict[str, Any] = {}
    for area in reversed(line):
        inside = {"@type": "AdministrativeArea", "name": area.name, "identifier": area.code}
        around = known({**inside, "containedInPlace": around})
    return around


def _organisation(place: Place) -> dict[str, Any]:
    runs = place.organisation
    return known({"@type": "Organization", "name": runs.name, "url": runs.website}) if runs else {}


def _is_free(schedule: Schedule) -> bool:
    """Said of all the hours there are; of a place with one free meal nobody knows the rest."""
    costs = {period.cost.casefold() for period in schedule.periods}
    return schedule.outside is State.CLOSED and bool(costs) and costs <= FREE


def _amenity(trait: TraitLine) -> dict[str, Any]:
    feature = {"@type": "LocationFeatureSpecification", "name": trait.name}
    return {**feature, "value": ANSWERS[trait.answer]}
