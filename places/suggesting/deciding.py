"""Staff decide on a suggestion: once, and with its place locked while they do."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from places.exchange.columns import apply
from places.mail import send
from places.models import Place, Source, Suggestion
from places.models.confirmation import Role, confirm
from places.models.history import Door, one_change
from places.roles import may_change
from places.suggesting.differences import text_now

Texts = Mapping[str, str]


class AlreadyHandledError(Exception):
    """Somebody else was first; ``item`` is the suggestion or report as it is now."""

    def __init__(self, item: Any) -> None:
        super().__init__(str(item))
        self.item = item


def accept(suggestion: Suggestion, by: Any, texts: Texts, shown: Texts, words: str) -> Suggestion:
    """Write these texts into the place; ``shown`` is what staff saw there when they decided.

    Raises ValidationError with a dict per column when a text cannot be read or when the entry
    changed since it was shown; nothing is written then.
    """
    with _held(suggestion, by) as held:
        if held.place and texts:
            _refuse_overtaken(held.place, shown)
            apply(held.place, texts)
            _refuse_elsewhere(by, held.place)
            if held.source:
                _name_source(held, held.place)
        return _closed(held, by, _outcome(held, texts), words)


def accept_new(suggestion: Suggestion, by: Any, texts: Texts, status: str, words: str) -> Place:
    """Make the proposed place of these texts, as a draft or published.

    Raises ValidationError with a dict per column when a text cannot be read.
    """
    with _held(suggestion, by) as held:
        if not texts.get("name"):
            raise ValidationError({"name": _("Zonder naam kan de plek er niet bij.")})
        place = Place(city=settings.CITY_NAME, status=status)
        apply(place, texts)
        _refuse_elsewhere(by, place)
        _name_source(held, place)
        held.place = place
        _closed(held, by, _outcome(held, texts), words)
        return place


def checked(suggestion: Suggestion, by: Any, how: str, words: str) -> Suggestion:
    """Somebody said that all is still true; a colleague asked or looked, and confirms it.

    Raises PermissionDenied for a colleague who may not confirm.
    """
    if not by.has_perm("places.add_confirmation"):
        raise PermissionDenied
    with _held(suggestion, by) as held:
        if held.place is None:
            raise ValidationError(_("Alleen een plek die er is, kan worden bevestigd."))
        confirm(held.place, timezone.localdate(), Role.STAFF, how, by)
        return _closed(held, by, Suggestion.Status.ACCEPTED, words)


def decline_unread(suggestions: Iterable[Suggestion], by: Any, words: str) -> int:
    """Decline what nobody sent and waits still, and leave the rest; how many those were."""
    declined = 0
    for suggestion in suggestions:
        if suggestion.origin != Suggestion.Origin.OPENSTREETMAP:
            continue
        try:
            decline(suggestion, by, words)
        except AlreadyHandledError:
            continue
        declined += 1
    return declined


def decline(suggestion: Suggestion, by: Any, words: str) -> Suggestion:
    """Say no, with a word that the sender gets to read."""
    with _held(suggestion, by) as held:
        return _closed(held, by, Suggestion.Status.DECLINED, words)


@contextmanager
def _held(suggestion: Suggestion, by: Any) -> Iterator[Suggestion]:
    """The suggestion and its place, locked until the end; all that is saved is one change."""
    origin = suggestion.get_origin_display()
    with transaction.atomic(), one_change(Door.SUGGESTION, by, _("Voorstel van %s") % origin):
        held = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
        if held.status != Suggestion.Status.WAITING:
            raise AlreadyHandledError(held)
        if held.place_id:
            held.place = Place.objects.select_for_update().get(pk=held.place_id)
        yield held


def _closed(held: Suggestion, by: Any, status: str, words: str) -> Suggestion:
    """Handled: the address is forgotten, after it got its answer."""
    address, held.email = held.email, ""
    held.status, held.words = status, words
    held.handled_by, held.handled_at = by, timezone.now()
    held.save()
    if address:
        context = {"suggestion": held, "place": held.place}
        transaction.on_commit(partial(send, "suggestion_handled", address, context))
    return held


def _refuse_overtaken(place: Place, shown: Texts) -> None:
    overtaken = [key for key, text in shown.items() if text_now(place, key) != text]
    if overtaken:
        words = _("Dit is net door iemand anders gewijzigd. Kijk nog eens.")
        raise ValidationError(dict.fromkeys(overtaken, words))


def _refuse_elsewhere(by: Any, place: Place) -> None:
    """A colleague limited to areas cannot put a place beyond them, nor a place of nowhere."""
    if not may_change(by, place):
        raise ValidationError({"area": _("Deze plek ligt dan buiten jouw gebieden.")})


def _outcome(held: Suggestion, texts: Texts) -> str:
    all_taken = set(held.proposed) <= set(texts)
    return Suggestion.Status.ACCEPTED if all_taken else Suggestion.Status.PARTLY


def _name_source(held: Suggestion, place: Place) -> None:
    """Keep with the place where its facts come from: what was read, or else who told it."""
    title = held.source or _("aangemeld door %(origin)s") % {"origin": held.get_origin_display()}
    day = held.source_date or timezone.localdate(held.created_at).isoformat()
    Source.objects.get_or_create(place=place, title=title, defaults={"as_of": day})
