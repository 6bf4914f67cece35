"""What an object says that our entry does not: only what is empty with us or differs."""

from collections.abc import Iterator

from places.duplicates import dialled
from places.exchange.columns import COLUMNS
from places.exchange.notation import items_of, lines_of, listed
from places.models import Place
from places.osm_import.facts import Facts
from places.osm_import.matching import names_of, plain_site
from places.osm_import.objects import OsmObject
from places.osm_import.surroundings import point_of

CLOSE = 10
"""Metres that do not matter, also where ours is a guess."""

FAR_OFF = 100
"""Metres between two points of one place from which somebody should look."""

ONLY_WHEN_EMPTY = ("kind", "organisation", "since", "area", "city", "description", "note",
                   "audiences")  # fmt: skip
ALSO_WHEN_OTHER = ("street", "house_number", "postcode", "phone", "email", "website")
WEEK = ("hours", "special_days")
SPOT = ("lat", "lon", "location_precision")


def news(place: Place, one: OsmObject, facts: Facts) -> dict[str, str]:
    """The texts per column that are worth proposing for this place."""
    found = dict(_news(place, one, facts))
    return {column: found[column] for column in COLUMNS if column in found}


def _news(place: Place, one: OsmObject, facts: Facts) -> Iterator[tuple[str, str]]:
    texts = facts.texts
    yield from _names(place, texts)
    for column in (*ONLY_WHEN_EMPTY, *ALSO_WHEN_OTHER):
        text, ours = texts.get(column, ""), _ours(place, column)
        if text and (not ours or (column in ALSO_WHEN_OTHER and _other(facts, column, ours))):
            yield column, text
    if not any(_ours(place, column) for column in WEEK):
        yield from ((column, texts[column]) for column in WEEK if column in texts)
    if "holiday_policy" in texts and place.holiday_policy == Place.HolidayPolicy.UNKNOWN:
        yield "holiday_policy", texts["holiday_policy"]
    if "lat" in texts and _lies_elsewhere(place, one):
        spot = ((column, texts[column]) for column in SPOT)
        yield from ((column, text) for column, text in spot if _ours(place, column) != text)
    yield from _traits(place, facts)


def _ours(place: Place, column: str) -> str:
    return COLUMNS[column].text_of(place)


def _names(place: Place, texts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """A name that finds nothing in ours yet becomes another name; ours stays what it is."""
    ours = names_of(place)
    theirs = [texts["name"], *items_of(texts.get("name_variants", ""))]
    new = [name for name in theirs if not any(name.casefold() in known for known in ours)]
    if new:
        yield "name_variants", listed([*place.name_variants, *new])


def _other(facts: Facts, column: str, ours: str) -> bool:
    """Whether a text that can be read means something else than what we have."""
    if column in facts.unreadable:
        return False
    theirs = COLUMNS[column].text(COLUMNS[column].read(facts.texts[column]))
    if column == "website":
        return not plain_site(ours).startswith(plain_site(theirs))
    if column == "phone":
        return dialled(theirs) != dialled(ours)
    return theirs.casefold() != ours.casefold()


def _lies_elsewhere(place: Place, one: OsmObject) -> bool:
    point = point_of(one)
    if place.location is None or point is None:
        return point is not None
    metres = float(place.location.distance(point))
    return metres > FAR_OFF or (place.is_approximate and metres > CLOSE)


def _traits(place: Place, facts: Facts) -> Iterator[tuple[str, str]]:
    """All rows of the entry, with those that it does not know or says otherwise."""
    rows = {row.trait.slug: row for row in place.place_traits.select_related("trait")}
    said = {slug: lines_of(line)[0].split("|")[0] for slug, line in facts.traits.items()}
    new = {
        slug: facts.traits[slug]
        for slug, head in said.items()
        if slug not in rows or not head.strip().endswith(f": {rows[slug].answer}")
    }
    if new:
        kept = COLUMNS["traits"].text([row for slug, row in rows.items() if slug not in new])
        yield "traits", "\n".join(filter(None, [kept, *new.values()]))
