"""Every row of a file held against the places that are there; nothing is written here."""

from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from places.exchange.cells import text_of_cell
from places.exchange.columns import COLUMNS, check_point, differences
from places.exchange.headings import Headings
from places.exchange.matching import KnownPlaces, new_place_key
from places.exchange.outcome import Fate, Outcome
from places.exchange.sheets import Sheet
from places.importing.slugs import free_slug
from places.models import Area, Place
from places.roles import places_to_change

Texts = dict[str, str]
Tell = Callable[[int], None]

IDENTITY = ("uuid", "slug", "name")
"""Columns that an empty cell never empties."""

ARCHIVED = Place.Status.ARCHIVED


class Trial:
    """What a file would do in the hands of one user.

    ``empties``: an empty cell makes the field empty; else it leaves it. ``locks``: nobody else may
    write the places concerned until the transaction ends.
    """

    def __init__(
        self, user: Any, headings: Headings, *, empties: bool = False, locks: bool = False
    ) -> None:
        self.user, self.headings = user, headings
        self.empties, self.locks = empties, locks
        self.known = KnownPlaces()
        self.allowed = set(places_to_change(user).values_list("pk", flat=True))
        self.may_add = user.has_perm("places.add_place")
        self.areas = _own_areas(user)
        self.taken = self.known.slugs.keys() | self.known.former_slugs

    def outcomes(self, sheet: Sheet, tell: Tell) -> list[Outcome]:
        """What becomes of each row; ``tell`` hears how many were looked at."""
        rows = [self._read(number, cells) for number, cells in sheet.rows]
        self._refuse_doubles(rows)
        keys = {key for _outcome, _texts, key in rows if key}
        places = Place.objects.with_keys(keys).with_rows()
        found = (places.locked() if self.locks else places).in_bulk()
        for done, (outcome, texts, key) in enumerate(rows):
            if done % 50 == 0:
                tell(done)
            if outcome.fate is not Fate.REFUSED:
                self._weigh(outcome, texts, found.get(key) if key else None)
        tell(len(rows))
        return [outcome for outcome, _texts, _key in rows]

    def _read(self, number: int, cells: list[Any]) -> tuple[Outcome, Texts, int | None]:
        texts, problems = self._texts(cells)
        outcome = Outcome(number, texts.get("name", ""))
        if problems:
            outcome.refuse(*problems)
            return outcome, texts, None
        try:
            return outcome, texts, self.known.find(texts)
        except ValidationError as error:
            outcome.refuse(*error.messages)
            return outcome, texts, None

    def _texts(self, cells: list[Any]) -> tuple[Texts, list[str]]:
        texts, problems = {}, []
        for at, column in self.headings.columns.items():
            try:
                cell = cells[at] if at < len(cells) else None
                texts[column.name] = text_of_cell(cell, column.widget)
            except ValidationError as error:
                problems += [_said(column.label, message) for message in error.messages]
        if len(cells) > self.headings.width:
            problems.append(_("Rechts van de laatste kop staat nog iets; hoort dat bij een kolom?"))
        return texts, problems

    def _refuse_doubles(self, rows: list[tuple[Outcome, Texts, int | None]]) -> None:
        seen: dict[Any, int] = {}
        for outcome, texts, key in rows:
            if outcome.fate is Fate.REFUSED:
                continue
            first = seen.setdefault(key or new_place_key(texts), outcome.number)
            if first != outcome.number:
                outcome.refuse(_("Dezelfde plek staat ook op rij %d.") % first)

    def _weigh(self, outcome: Outcome, texts: Texts, place: Place | None) -> None:
        outcome.name = outcome.name or (place.name if place else "")
        reason = self._refusal(place, texts)
        if reason:
            outcome.refuse(reason)
            return
        outcome.place = place or Place(slug="")
        try:
            outcome.changes = differences(outcome.place, self._meant(texts, place))
            self._check_status(outcome)
            self._stage(outcome)
            self._check(outcome)
        except ValidationError as error:
            outcome.refuse(*_reasons(error))
            return
        if outcome.changes:
            outcome.fate = Fate.CHANGED if place else Fate.NEW

    def _refusal(self, place: Place | None, texts: Texts) -> str:
        if place is not None:
            outside = place.pk not in self.allowed
            return _("Deze plek ligt buiten de gebieden waarvoor je werkt.") if outside else ""
        if not self.may_add:
            return _("Je mag geen nieuwe plekken maken.")
        if not texts.get("name"):
            return _("Deze UUID kennen we niet.") if texts.get("uuid") else _("De naam ontbreekt.")
        return ""

    def _meant(self, texts: Texts, place: Place | None) -> Texts:
        """Without the empty cells that say nothing, and the address of a new place made."""
        meant = {
            name: text
            for name, text in texts.items()
            if text or (self.empties and place and name not in IDENTITY)
        }
        if place is None:
            wished = [meant["slug"]] if meant.get("slug") else []
            names = [texts["name"], f"{texts['name']} {texts.get('city', '')}"]
            meant["slug"] = wished[0] if wished else free_slug(names, self.taken)
        return meant

    def _check_status(self, outcome: Outcome) -> None:
        statuses = {
            text for c in outcome.changes if c.column.name == "status" for text in (c.old, c.new)
        }
        if ARCHIVED.value in statuses:
            reason = _("Archiveren en terughalen gaat met een reden, op de pagina van de plek.")
            raise ValidationError({"status": [reason]})

    def _stage(self, outcome: Outcome) -> None:
        place = outcome.place
        assert place is not None
        outcome.staged = [c.column.stage(place, c.value) for c in outcome.changes]

    def _check(self, outcome: Outcome) -> None:
        """What holds between fields, as the database would say it, without asking it per row."""
        place = outcome.place
        assert place is not None
        check_point(place)
        exact = place.location_precision in (Place.Precision.ADDRESS, Place.Precision.STREET)
        if exact != (place.location is not None):
            constraint = next(
                c for c in place._meta.constraints if c.name == "place_precision_matches_location"
            )
            raise ValidationError(str(constraint.violation_error_message))
        if self.areas is not None and place.area not in self.areas:
            raise ValidationError({"area": [_("Dit ligt buiten de gebieden waarvoor je werkt.")]})
        self._check_slug(outcome, place)

    def _check_slug(self, outcome: Outcome, place: Place) -> None:
        owner = self.known.slugs.setdefault(place.slug, place.pk or -outcome.number)
        if owner != (place.pk or -outcome.number):
            raise ValidationError({"slug": [_("Dit adres is al van een andere plek.")]})


def _own_areas(user: Any) -> set[Area] | None:
    """The areas that the user is limited to, with all that lies in them; None: everywhere."""
    colleague = getattr(user, "colleague", None)
    own = set(colleague.areas.all()) if colleague and not user.is_superuser else set()
    if not own:
        return None
    return {area for area in Area.objects.with_family() if own & {area, *area.above()}}


def _reasons(error: ValidationError) -> Iterable[str]:
    if not hasattr(error, "error_dict"):
        return error.messages
    return [
        _said(COLUMNS[name].label, message) if name in COLUMNS else message
        for name, messages in error.message_dict.items()
        for message in messages
    ]


def _said(label: str, message: str) -> str:
    facts = {"field": label, "message": message}
    return pgettext("veld: wat er mis is", "%(field)s: %(message)s") % facts
