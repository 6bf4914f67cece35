"""Taking a place out of the list without losing it, and bringing it back."""

from collections.abc import Iterator
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from places.models import Place

Farewell = Place.Farewell


@transaction.atomic
def archive(
    place: Place, because: str, on: date, words: str, successor: Place | None = None
) -> None:
    """Archive a place; ``place`` is read again first, so what is unsaved on it is dropped.

    A place that went on under another name or address has a ``successor``; those that pointed at
    this place then follow. Raises ValidationError, in Dutch and per field, and changes nothing.
    """
    read_under_lock(place, successor)
    refusals = dict(_refusals(place, because, words, successor))
    if refusals:
        raise ValidationError(refusals)
    place.status = Place.Status.ARCHIVED
    place.archived_because, place.archived_on = because, on
    place.archived_words, place.successor = words.strip(), successor
    place.save()
    if successor:
        _follow(place, successor)


@transaction.atomic
def bring_back(place: Place, status: str = Place.Status.PUBLISHED) -> None:
    """Put an archived place back in the list, or among the drafts; it forgets why it left."""
    read_under_lock(place)
    if place.status != Place.Status.ARCHIVED:
        raise ValidationError(_("“%s” staat niet in het archief.") % place)
    place.status = status
    place.archived_because, place.archived_on = "", None
    place.archived_words, place.successor = "", None
    place.save()


def public_successor(place: Place) -> Place | None:
    """Where an archived place went on, if the public may go there."""
    after = place.successor
    return after if after and after.status == Place.Status.PUBLISHED else None


def leads_to(successor: Place, place: Place) -> bool:
    """Whether the line of successors comes back here; a line that was a circle already ends."""
    seen: set[int] = set()
    following: Place | None = successor
    while following and following.pk not in seen:
        seen.add(following.pk)
        if following.successor_id == place.pk:
            return True
        following = following.successor
    return False


def read_under_lock(*places: Place | None) -> None:
    """In the order of their keys, so that two who need the same places wait for each other."""
    for place in sorted((one for one in places if one), key=lambda one: one.pk):
        place.refresh_from_db(from_queryset=Place.objects.select_for_update())


def _refusals(
    place: Place, because: str, words: str, successor: Place | None
) -> Iterator[tuple[str, str]]:
    if because not in Farewell.values:
        yield "because", _("Kies waarom deze plek uit de lijst gaat.")
    if not words.strip():
        yield "words", _("Schrijf in een paar woorden wat er is gebeurd; bezoekers lezen dit.")
    if successor is None:
        if because == Farewell.MERGED:
            yield "successor", _("Kies de plek waarmee deze is samengevoegd.")
    elif successor.pk == place.pk:
        yield "successor", _("Een plek kan niet zichzelf opvolgen.")
    elif successor.status == Place.Status.ARCHIVED:
        yield (
            "successor",
            _("“%s” staat zelf in het archief; kies een plek die er nog is.") % (successor),
        )
    elif leads_to(successor, place):
        yield (
            "successor",
            _("“%(successor)s” verwijst zelf naar “%(place)s”.")
            % {
                "successor": successor,
                "place": place,
            },
        )


def _follow(place: Place, successor: Place) -> None:
    for predecessor in place.predecessors.all():
        predecessor.successor = successor
        predecessor.save()
