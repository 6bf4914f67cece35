"""What a place may have to be: conditions that every door asks in the same words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.contrib.gis.geos import Point
from django.db.models import BooleanField, Exists, F, Func, Q

from places.coordinates import Box
from places.models.area import RD_NEW, Area
from places.models.condition import Condition, Kept, OnTheMap
from places.models.reading import reading
from places.models.squares import around, is_wide
from places.models.theme import PlaceTrait

_LOOKED_UP = "SELECT exact, forgiving, common FROM places_search_terms(%s)"

FROM_THE_MIDDLE = {"wijk": 1500, "gebied": 5000}
"""Metres: nothing in a wijk or gebied is further from its middle."""


@dataclass(frozen=True)
class SearchTerms:
    """A phrase to search for, looked up once by a statement of its own (``search_terms.sql``).

    ``exact`` has the words as typed (stemmed), None if no place knows one of them; ``forgiving``
    also takes the beginning of the last word, and for an unknown one what looks like it; ``common``
    words so many places have that an index of words is of little use. A statement that has them
    written out knows how many places have them: with a word and a moment in a box it took 1,000 ms
    at 100,000 places when it did not.
    """

    phrase: str

    @property
    def exact(self) -> str | None:
        return self._looked_up[0]

    @property
    def forgiving(self) -> str:
        return self._looked_up[1]

    @property
    def common(self) -> bool:
        return self._looked_up[2]

    def number(self, most: int) -> tuple[str, list[str | int]]:
        """The statement that counts who has the words as far as ``most``, with its parameters."""
        return "SELECT places_number_with(%s::tsquery, %s)", [self.forgiving, most]

    @cached_property
    def _looked_up(self) -> tuple[str | None, str, bool]:
        with reading().cursor() as cursor:
            cursor.execute(_LOOKED_UP, [self.phrase])
            found: tuple[str | None, str, bool] = cursor.fetchone()
        return found


def all_tags(tags: Iterable[str]) -> Condition:
    """Carries every one of these tags."""
    return Condition("{place}.tags @> %s::varchar[]", list(tags))


def any_tag(tags: Iterable[str]) -> Condition:
    """Carries at least one of these tags."""
    return Condition("{place}.tags && %s::varchar[]", list(tags))


def checked_since(day: date) -> Condition:
    """Somebody checked the entry on this day or later."""
    return Condition("{place}.checked_on >= %s", day)


def kept_checked_since(day: date) -> Kept:
    """Whom somebody checked since, from kept months and the index of days."""
    return Kept("places_with_check_since(%s, {among})", (day,), "places_checked_since(%s)")


def kept_any_tag(tags: Sequence[str]) -> Kept | None:
    """Who carry one of these tags, if bits are kept of all of them."""
    if not all(map(has_bits, tags)):
        return None
    return Kept("places_with_tags(%s::varchar[])", (list(tags),))


def has_bits(tag: str) -> bool:
    """Which tags there are bits of (``places_has_bits``); others have few places each."""
    return tag.partition(":")[0] not in ("gebied", "wijk", "netwerk")


def located() -> Condition:
    """Can be drawn on a map."""
    return Condition("{place}.location IS NOT NULL")


def inside(box: Box) -> Condition:
    """Lies in this part of the map or on its edge; a place without a point does not."""
    return OnTheMap("ST_CoveredBy({place}.location, %s::geometry)", box.ewkt)


def within(point: Point, metres: float) -> Condition:
    """Lies at most so many metres from the point, as the crow flies."""
    return OnTheMap(
        f"ST_DWithin({{place}}.location, ST_SetSRID(ST_MakePoint(%s, %s), {RD_NEW}), %s)",
        *(point.x, point.y, metres),
    )


def kept_inside(box: Box) -> Kept | None:
    """Who lies in a box, if it is so wide that it is quicker to have all."""
    if not is_wide(box.extent):
        return None
    return Kept("places_with_point(%s::geometry, NULL)", (box.ewkt,), gathered=True)


def kept_within(point: Point, metres: float) -> Kept | None:
    """Who lies at most so far from a point, if that is so far that it is quicker to have all."""
    if not is_wide(around(point, metres)):
        return None
    there = f"ST_SetSRID(ST_MakePoint(%s, %s), {RD_NEW})"
    return Kept(f"places_with_point({there}, %s)", (point.x, point.y, metres), gathered=True)


def matching(terms: SearchTerms) -> Condition:
    """Contains the words, forgivingly."""
    return Condition("{place}.search @@ %s::tsquery", terms.forgiving)


def kept_matching(terms: SearchTerms) -> Kept | None:
    """Who contain the words, if they are so common that it is quicker to have all."""
    if not terms.common:
        return None
    return Kept("places_with_words(%s::tsquery)", (terms.forgiving,), gathered=True)


@dataclass(frozen=True)
class Closeness:
    """What makes a place fit words closely; ``of_name``: it is about the words of its name."""

    condition: Condition
    of_name: bool


def closeness(terms: SearchTerms) -> list[Closeness]:
    """What comes first among what matches: each of these before the next, and then the rest.

    Exact words in the name, exact words anywhere, beginnings or slips of the finger in the name.
    """
    forgiving = Closeness(Condition(_NAMED, terms.forgiving), True)
    if terms.exact is None:
        return [forgiving]
    return [
        Closeness(Condition(_NAMED, terms.exact), True),
        Closeness(Condition("{place}.search @@ %s::tsquery", terms.exact), False),
        forgiving,
    ]


_NAMED = "ts_filter({place}.search, '{{a}}') @@ %s::tsquery"
"""The words of names alone, which have an index of their own."""


def anything() -> Q:
    """Whatever it is."""
    return Q(pk__isnull=False)


def not_denied(trait: str) -> Q:
    """Nobody said that it lacks the trait of this slug."""
    return ~Q(Exists(PlaceTrait.objects.denying(trait).of_outer_place()))


def of_unknown_kind() -> Q:
    """Nobody knows what kind of place it is."""
    return Q(kind__isnull=True)


def of_unknown_area() -> Q:
    """Not even its municipality is known."""
    return Q(area__isnull=True)


def perhaps_within(point: Point, metres: float) -> Q:
    """The same, or nobody knows where it is but its wijk or gebied is not wholly further away."""
    reached = Area.objects.reached(point, metres, FROM_THE_MIDDLE).order_by().values("pk")
    somewhere = Q(area__isnull=True) | Q(_AnyOf(F("area"), reached))
    return Q(within(point, metres)) | (Q(location__isnull=True) & somewhere)


class _AnyOf(Func):
    """Is one of a few keys, looked up first: an index is asked for them one by one."""

    template = "(%(expressions)s))"
    arg_joiner = " = ANY (ARRAY"
    output_field = BooleanField()
