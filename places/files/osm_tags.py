"""A place in the tags of OpenStreetMap.

What each tag means stands on the wiki of OpenStreetMap (wiki.openstreetmap.org): Tag:amenity=...,
Key:community_centre, Key:social_facility, Key:opening_hours, Key:wheelchair, Key:addr:*,
Key:contact:*, Key:check_date, Key:start_date, Key:garden:type. Of what is not known there is no
tag.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from textwrap import shorten

from places.models.file_rows import FiledPlace
from places.osm_hours import osm_expression
from places.schedule import HolidayPolicy, Mode, Period, Schedule, SpecialDay

LONGEST = 255
"""Characters that the value of a tag has at most."""

CENTRE = {"amenity": "community_centre"}
FACILITY = {"amenity": "social_facility"}
KINDS: Mapping[str, Mapping[str, str]] = {
    "huis-van-de-wijk": CENTRE,
    "huiskamer": CENTRE,
    "inloophuis": FACILITY | {"social_facility": "outreach"},
    "buurthuis": CENTRE,
    "buurthuis-in-zelfbeheer": CENTRE,
    "wijktuin": {"leisure": "garden", "garden:type": "community"},
    "speelplek": {"leisure": "playground"},
    "kerkelijke-plek": {"amenity": "place_of_worship", "religion": "christian"},
    "leeszaal": {"amenity": "library"},
    "wijkrestaurant": {"amenity": "restaurant"},
    "jongerenplek": CENTRE | {"community_centre": "youth_centre"},
    "bewonersorganisatie": CENTRE,
    "welzijnsorganisatie": FACILITY | {"social_facility": "outreach"},
    "wijkservicepunt": FACILITY | {"social_facility": "outreach"},
    "woonvoorziening-met-ontmoeting": FACILITY,
    "kringloopwinkel": {"shop": "second_hand"},
}
"""By slug; what is of no kind, or of one that the city added, is a place where people meet."""

AUDIENCES = {
    "kinderen": "child",
    "jongeren": "juvenile",
    "gezinnen": "family",
    "vrouwen": "woman",
    "ouderen": "senior",
    "mensen-met-een-beperking": "disabled",
    "dak-en-thuislozen": "homeless",
}
"""By slug; what has no word there is left out."""

TRAITS = {"rolstoeltoegankelijk": "wheelchair", "aangepast-toilet": "toilets:wheelchair"}
ANSWERS = {"ja": "yes", "nee": "no"}

TAGS = {
    "name": "Naam",
    "alt_name": "Andere namen, met puntkomma's ertussen",
    "amenity": "Wat voor plek het is, naar de soort",
    "leisure": "Tuin of speelplek, naar de soort",
    "shop": "Winkel, naar de soort",
    "garden:type": "Bij een wijktuin: van de buurt",
    "religion": "Bij een kerkelijke plek",
    "community_centre": "Bij een jongerenplek",
    "social_facility": "Bij hulp en steun: wat voor",
    "community_centre:for": "Voor wie de plek er bewust is, met puntkomma's ertussen",
    "social_facility:for": "Hetzelfde bij hulp en steun",
    "addr:street": "Straat",
    "addr:housenumber": "Huisnummer",
    "addr:postcode": "Postcode",
    "addr:city": "Plaats",
    "phone": "Telefoon",
    "contact:email": "E-mail",
    "website": "Website",
    "operator": "Organisatie of netwerk",
    "opening_hours": "Openingstijden, met bijzondere dagen en de feestdagen van de komende acht "
    "weken; ontbreekt als ze niet bekend zijn of niet in 255 tekens passen",
    "wheelchair": "Of iemand met een rolstoel er terechtkan; alleen als het bekend is",
    "toilets:wheelchair": "Of het toilet is aangepast; alleen als het bekend is",
    "check_date": "Laatst nagekeken",
    "start_date": "Sinds welk jaar",
    "description": "Beschrijving, hoogstens 255 tekens",
    "description:en": "Beschrijving in het Engels, hoogstens 255 tekens",
    "ref:huiskamers": "Het kenmerk (UUID) dat de plek in alle bestanden en de API heeft",
}
"""Every tag that there can be, with what it says."""


def tags_of(place: FiledPlace, holidays: Mapping[date, str]) -> dict[str, str]:
    """Tags of a place in the order of ``TAGS``; ``holidays`` names those of the weeks ahead."""
    said = {name: text for name, text in _said(place, holidays) if text}
    return {name: said[name] for name in TAGS if name in said}


def _said(place: FiledPlace, holidays: Mapping[date, str]) -> Iterator[tuple[str, str]]:
    yield "name", place.name
    yield "alt_name", _fitting(";".join(place.name_variants))
    yield from _purpose(place).items()
    yield from _whereabouts(place)
    yield "operator", place.organisation.name if place.organisation else ""
    yield "opening_hours", _fitting(_hours(place, holidays))
    for row in place.place_traits:
        yield TRAITS.get(row.trait.slug, ""), ANSWERS.get(row.answer, "")
    yield "check_date", place.checked_on.isoformat() if place.checked_on else ""
    yield "start_date", str(place.since or "")
    yield "description", shorten(place.description, LONGEST, placeholder="…")
    yield "description:en", shorten(place.description_en, LONGEST, placeholder="…")
    yield "ref:huiskamers", str(place.uuid)


def _whereabouts(place: FiledPlace) -> Iterator[tuple[str, str]]:
    yield "addr:street", place.street
    yield "addr:housenumber", place.house_number
    yield "addr:postcode", place.postcode
    yield "addr:city", place.city
    yield "phone", place.phone
    yield "contact:email", place.email
    yield "website", place.website


def _purpose(place: FiledPlace) -> dict[str, str]:
    purpose = dict(KINDS.get(place.kind.slug, CENTRE) if place.kind else CENTRE)
    served = [AUDIENCES[one.slug] for one in place.audiences if one.slug in AUDIENCES]
    if purpose.get("amenity") in ("community_centre", "social_facility"):
        purpose[f"{purpose['amenity']}:for"] = ";".join(served)
    return purpose


def _hours(place: FiledPlace, holidays: Mapping[date, str]) -> str:
    """Nothing where no hours are known, though the place may be said to have no others."""
    if not place.hours and not place.special_days:
        return ""
    return osm_expression(_schedule(place), holidays)


def _schedule(place: FiledPlace) -> Schedule:
    periods = (
        Period(
            *(row.weekday, row.opens, row.closes, Mode(row.mode), row.valid_from, row.valid_until),
            *(row.note, row.cost, row.sign_up),
        )
        for row in place.hours
    )
    days = (
        SpecialDay(
            *(row.first_day, row.last_day, row.opens, row.closes, Mode(row.mode)), row.reason
        )
        for row in place.special_days
    )
    policy = HolidayPolicy(place.holiday_policy)
    return Schedule(tuple(periods), tuple(days), policy, place.hours_complete)


def _fitting(text: str) -> str:
    """The text, or nothing: half a list or half a week would say something else."""
    return text if len(text) <= LONGEST else ""
