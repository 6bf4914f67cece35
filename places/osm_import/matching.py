"""Which place of ours an object is: known by an earlier suggestion, its contacts or its name."""

from collections.abc import Iterator
from urllib.parse import urlsplit
from uuid import UUID

from places.exchange.notation import items_of
from places.models import Place
from places.models.lookalikes import ALIKE, CONTAINED, SOMEWHAT_ALIKE
from places.osm_import.facts import Facts
from places.osm_import.objects import OUR_REFERENCE, OsmObject
from places.osm_import.surroundings import point_of

SAME_NAME_WITHIN = 1000
"""Metres; the same name farther off is a namesake."""

SAME_CONTACT_WITHIN = 300
"""Metres; an organisation uses one site and number for several places."""

MOST = 10


class KnownContacts:
    """The sites and addresses of all places, read once; one that several use says nothing."""

    def __init__(self) -> None:
        self._users: dict[str, set[int]] = {}
        for key, website, email in Place.objects.values_list("pk", "website", "email"):
            for contact in (plain_site(website), email.casefold()):
                self._users.setdefault(contact, set()).add(key)

    def owners(self, website: str, email: str) -> set[int]:
        """The places that are the only one with this site or address."""
        asked = (plain_site(website), email.casefold())
        users = (self._users.get(contact, set()) for contact in asked if contact)
        return {key for found in users if len(found) == 1 for key in found}


def plain_site(website: str) -> str:
    """``https://www.example.nl/`` and ``http://example.nl`` as one."""
    try:
        parts = urlsplit(website if "://" in website else f"//{website}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return website.casefold()
    return f"{host}{parts.path.rstrip('/')}".casefold() + (f"?{parts.query}" if parts.query else "")


def place_meant(one: OsmObject, facts: Facts, contacts: KnownContacts) -> Place | None:
    """The place that this object surely or most likely is; None for one that we do not have.

    It may be archived. What merely looks alike is for staff, who see it beside the suggestion.
    """
    named = _by_uuid(one.first(OUR_REFERENCE))
    if named:
        return named
    meant = Place(
        name=facts.name[:200],
        name_variants=[name[:200] for name in items_of(facts.texts.get("name_variants", ""))],
        phone="" if "phone" in facts.unreadable else facts.texts.get("phone", ""),
        postcode=facts.texts.get("postcode", "")[:7],
        house_number=facts.texts.get("house_number", "")[:20],
        location=point_of(one),
    )
    owners = contacts.owners(facts.texts.get("website", ""), facts.texts.get("email", ""))
    ranked = []
    for place in _candidates(meant, owners):
        rank = _rank(meant, place, place.pk in owners)
        if rank is not None:
            ranked.append(((rank, place.distance or 0.0, place.pk), place))
    return min(ranked, key=lambda pair: pair[0])[1] if ranked else None


def _by_uuid(text: str) -> Place | None:
    try:
        return Place.objects.with_uuid(UUID(text)).first()
    except ValueError:
        return None


def _candidates(meant: Place, owners: set[int]) -> Iterator[Place]:
    known = {place.pk: place for place in Place.objects.lookalikes(meant)[:MOST]}
    yield from known.values()
    others = Place.objects.archived_as(meant.name) | Place.objects.with_keys(owners)
    for place in others.compared_with(meant):
        if place.pk not in known:
            yield place


def _rank(meant: Place, place: Place, same_contact: bool) -> int | None:
    """0 is surest; None when it is another place."""
    alike, whole = (float(getattr(place, name) or 0) for name in ("alike", "whole"))
    if names_of(meant) & names_of(place) and _within(place, SAME_NAME_WITHIN):
        return 0
    near = place.distance is not None and place.distance <= SAME_CONTACT_WITHIN
    if same_contact and (near or (place.distance is None and alike >= SOMEWHAT_ALIKE)):
        return 1
    if (whole >= ALIKE or alike >= CONTAINED) and near:
        return 2
    return 3 if _same_door(meant, place) and alike >= SOMEWHAT_ALIKE else None


def names_of(place: Place) -> set[str]:
    """All names of a place, however they are written."""
    return {" ".join(name.split()).casefold() for name in (place.name, *place.name_variants)}


def _within(place: Place, metres: float) -> bool:
    """Whether it may lie so near; of most small places no point is known."""
    return place.distance is None or place.distance <= metres


def _same_door(meant: Place, place: Place) -> bool:
    door = (meant.postcode, meant.house_number.casefold())
    return all(door) and door == (place.postcode, place.house_number.casefold())
