"""What an object says, as texts per column of an entry and sentences for staff."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from places.exchange.notation import line, listed
from places.exchange.words import lexicon
from places.files import osm_tags
from places.models import Audience, Kind, Organisation, Trait
from places.osm_import.hours import hours_texts
from places.osm_import.kinds import Rule
from places.osm_import.objects import OsmObject
from places.suggesting.differences import why_unreadable

NAMES = ("alt_name", "old_name", "official_name", "short_name", "loc_name", "name:nl")
ADDRESS = {
    "street": ("addr:street", "addr:place"),
    "house_number": ("addr:housenumber",),
    "postcode": ("addr:postcode",),
    "city": ("addr:city",),
}
PHONE = ("phone", "contact:phone", "mobile", "contact:mobile")
REACH = {
    "phone": PHONE,
    "email": ("email", "contact:email"),
    "website": ("website", "contact:website", "url"),
}
DESCRIPTION = ("description:nl", "description")
TRAITS = {tag: slug for slug, tag in osm_tags.TRAITS.items()}
ANSWERS = {word: answer for answer, word in osm_tags.ANSWERS.items()} | {"designated": "ja"}
FOR = ("community_centre:for", "social_facility:for")
AUDIENCES = {word: slug for slug, word in osm_tags.AUDIENCES.items()} | {
    "children": "kinderen",
    "women": "vrouwen",
}
"""What our own file says is read back; the rest is how others write it."""

KEYS = (
    *(
        "name",
        *NAMES,
        *DESCRIPTION,
        *TRAITS,
        *FOR,
        "wheelchair:description",
        "wheelchair:description:nl",
        "opening_hours",
    ),
    *("operator", "start_date", "building", "access", "end_date"),
    *(key for keys in (*ADDRESS.values(), *REACH.values()) for key in keys),
    *("amenity", "leisure", "community_centre", "social_facility", "garden:type"),
)
"""All tags that are read: as long as these stay, an object says the same."""

_YEAR = re.compile(r"\d{4}(?=$|-)")


@dataclass
class Facts:
    """``texts`` per column; ``unreadable`` says why one of them cannot stand there as it is."""

    texts: dict[str, str] = field(default_factory=dict)
    asides: list[str] = field(default_factory=list)
    unreadable: dict[str, str] = field(default_factory=dict)
    traits: dict[str, str] = field(default_factory=dict)
    """Per slug of a trait the row that says it."""

    @property
    def name(self) -> str:
        return self.texts["name"]


class Words:
    """What we call things, read once for many objects: our words by slug, and organisations."""

    def __init__(self) -> None:
        self.kinds = {kind.slug: str(kind) for kind in Kind.objects.all()}
        self.audiences = {audience.slug: str(audience) for audience in Audience.objects.all()}
        self.traits = {trait.slug: str(trait) for trait in Trait.objects.all()}
        known = Organisation.objects.all()
        self.organisations = {one.name.casefold(): one for one in known}


def facts_of(one: OsmObject, rule: Rule, words: Words, today: date) -> Facts:
    """Of an object that has a name. What cannot be read stays as it was written."""
    facts = Facts()
    hours = hours_texts(one, today)
    said = {
        "name": one.first("name", "name:nl"),
        "name_variants": listed(_other_names(one)),
        "kind": _kind(one, rule, words),
        "organisation": _organisation(one, facts, words),
        "since": _since(one),
        **{column: one.first(*keys) for column, keys in ADDRESS.items()},
        **_point(one),
        **{column: one.first(*keys) for column, keys in REACH.items()},
        "phone": _phone(one, facts),
        **hours.texts,
        "description": one.first(*DESCRIPTION),
        "note": _note(one),
        "audiences": listed(_audiences(one, words)),
    }
    facts.traits = dict(_traits(one, words))
    said["traits"] = "\n".join(facts.traits.values())
    facts.texts = {column: text for column, text in said.items() if text}
    reasons = {column: why_unreadable(column, text) for column, text in facts.texts.items()}
    if hours.why_text:
        reasons["hours"] = hours.why_text
    facts.unreadable = {column: reason for column, reason in reasons.items() if reason}
    return facts


def _other_names(one: OsmObject) -> list[str]:
    names = [name.strip() for key in NAMES for name in one.first(key).split(";")]
    seen = {one.first("name", "name:nl").casefold(), ""}
    return [name for name in dict.fromkeys(names) if name.casefold() not in seen]


def _kind(one: OsmObject, rule: Rule, words: Words) -> str:
    """The kind that its own name begins with, else what its tags say."""
    name = one.first("name", "name:nl").casefold()
    for word in sorted(words.kinds.values(), key=len, reverse=True):
        if f"{name} ".startswith(f"{word.casefold()} "):
            return word
    return words.kinds.get(rule.kind, "")


def _organisation(one: OsmObject, facts: Facts, words: Words) -> str:
    operator = one.first("operator")
    found = words.organisations.get(operator.casefold())
    if operator and not found:
        facts.asides.append(_("Beheerder volgens OpenStreetMap: %s") % operator)
    return lexicon(Organisation).word(found) if found else ""


def _since(one: OsmObject) -> str:
    """On a building the date is mostly that of the building."""
    year = None if one.first("building") else _YEAR.match(one.first("start_date"))
    return year[0] if year else ""


def _point(one: OsmObject) -> dict[str, str]:
    if one.latitude is None or one.longitude is None:
        return {}
    return {
        "lat": f"{one.latitude:.7f}".replace(".", ","),
        "lon": f"{one.longitude:.7f}".replace(".", ","),
        "location_precision": "adres",
    }


def _phone(one: OsmObject, facts: Facts) -> str:
    """The first number; any other is told to staff."""
    numbers = [number.strip() for key in PHONE for number in one.first(key).split(";")]
    first, *others = [number for number in dict.fromkeys(numbers) if number] or [""]
    if others:
        facts.asides.append(_("Ook als telefoonnummer genoemd: %s") % ", ".join(others))
    return first


def _note(one: OsmObject) -> str:
    if one.first("wheelchair") != "limited":
        return ""
    more = one.first("wheelchair:description:nl", "wheelchair:description")
    return " ".join(filter(None, [_("Beperkt toegankelijk met een rolstoel."), more]))


def _audiences(one: OsmObject, words: Words) -> list[str]:
    said = [one_of.strip() for key in FOR for one_of in one.first(key).split(";")]
    slugs = {AUDIENCES.get(one_of) for one_of in said}
    return [word for slug, word in words.audiences.items() if slug in slugs]


def _traits(one: OsmObject, words: Words) -> Iterator[tuple[str, str]]:
    for key, slug in TRAITS.items():
        answer = ANSWERS.get(one.first(key), "")
        if answer and slug in words.traits:
            parts = [("bron", f"OpenStreetMap {one.reference}"), ("gelezen", one.day)]
            yield slug, line(f"{words.traits[slug]}: {answer}", parts)
