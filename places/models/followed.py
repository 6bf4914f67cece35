"""Places for those who follow them: with when they changed, the newest change first."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from places.models.edition import Publication
from places.models.place import Place, PlaceQuerySet
from places.models.selected import Selected

_NEWEST = """
SELECT place.id FROM places_publication AS publication
JOIN ({places}) AS place ON place.uuid = publication.uuid
ORDER BY publication.number DESC, publication.uuid DESC OFFSET %s LIMIT %s
"""


class Followed(NamedTuple):
    """A place, the edition in which something public of it changed last, when, and since when
    it is public."""

    place: Place
    edition: int
    changed_at: datetime
    first_at: datetime


def newest_changes(places: Selected, start: int, stop: int) -> list[Followed]:
    """The places from start up to stop, whatever changed last first, with all that a notice says.

    Editions come in the order of the changes, and an index has them: the first page of a million
    places costs as much as that of a hundred.
    """
    sql, parameters = places.rows("id, uuid")
    keys: Any = RawSQL(_NEWEST.format(places=sql), [*parameters, start, stop - start])  # noqa: S611
    chosen = _dated(Place.objects.with_keys(keys).with_family().defer("search"))
    return _followed(chosen.order_by("-edition", "-uuid"))


def with_agenda(places: PlaceQuerySet) -> list[Followed]:
    """Places with their hours and all that an agenda says beside those."""
    return _followed(_dated(places.with_timetable().with_degrees().defer("search")))


def _dated(places: PlaceQuerySet) -> Any:
    """A change that is not committed yet is in no edition."""
    known = Publication.objects.filter(uuid=OuterRef("uuid"))
    return places.annotate(
        edition=Coalesce(Subquery(known.values("number")), Value(0)),
        public_at=Coalesce(Subquery(known.values("changed_at")), F("changed_at")),
        first_public_at=Coalesce(Subquery(known.values("first_at")), F("created_at")),
    )


def _followed(places: Iterable[Any]) -> list[Followed]:
    return [Followed(one, one.edition, one.public_at, one.first_public_at) for one in places]
