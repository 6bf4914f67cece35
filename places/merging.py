"""Two entries of the same place become one: chosen field by field, with nothing lost."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from places.archiving import archive, read_under_lock
from places.clashes import rows_weighed_together
from places.history.differences import described
from places.history.versions import TERMS, Model, columns, readable, rows_of
from places.history.wording import text_of
from places.meeting_rows import MeetingRows
from places.models import Photo, Place
from places.models.history import Door, one_change

KEPT, GONE, BOTH = "blijft", "gaat", "allebei"

TOGETHER = (("street", "house_number", "postcode", "city"), ("location", "location_precision"))
"""Fields that say one thing, and are chosen as one."""

NOT_CHOSEN = {
    *("id", "uuid", "slug", "status", "name_variants"),
    *("archived_on", "archived_because", "archived_words", "successor"),
}


@dataclass(frozen=True)
class Choice:
    """Something in which the two differ, as both say it, and whose it shall be."""

    name: str
    label: str
    kept: list[str]
    gone: list[str]
    chosen: str
    may_be_both: bool = False
    clashes: tuple[tuple[str, str], ...] = ()


class Merger:
    """The place that is kept, the one that goes, and whatever differs between them.

    ``answers`` has a side per choice; where it says nothing the sensible one holds: what is kept,
    unless it is empty there, and of rows and lists both. Rows that ``by`` may not read stay.
    """

    def __init__(self, kept: Place, gone: Place, by: Any, answers: Mapping[str, str]) -> None:
        self.kept, self.gone, self.by, self._answers = kept, gone, by, answers
        self._kinds = [model for model in readable(by, kept) if model not in (Place, Photo)]

    def choices(self) -> list[Choice]:
        """All that can be chosen, in the order of the form."""
        return [*self._fields(), *self._lists(), *self._rows()]

    def carry_out(self, on: date, words: str) -> None:
        """Merge them as one change. Raises ValidationError, and then changes nothing."""
        with one_change(Door.MERGE, by=self.by, words=words), rows_weighed_together():
            read_under_lock(self.kept, self.gone)
            self._refuse()
            choices = self.choices()
            self._write_fields(choices)
            self._write_lists(choices)
            self._write_rows(choices)
            self._move()
            archive(self.gone, Place.Farewell.MERGED, on, words, self.kept)

    def _refuse(self) -> None:
        """What may have changed since somebody chose, or could not be from the start."""
        if self.kept.pk == self.gone.pk:
            raise ValidationError(_("Kies een andere plek: dit is dezelfde."))
        for place in (self.kept, self.gone):
            if place.status == Place.Status.ARCHIVED:
                raise ValidationError(_("“%s” staat intussen in het archief.") % place)
        if self.kept.status == Place.Status.DRAFT and self.gone.status != Place.Status.DRAFT:
            raise ValidationError(
                _("“%s” is nog een concept. Publiceer die plek eerst, of laat de andere blijven.")
                % self.kept
            )

    def _chosen(self, name: str, usual: str, *sides: str) -> str:
        answer = self._answers.get(name, usual)
        return answer if answer in (KEPT, GONE, *sides) else usual

    def _fields(self) -> Iterator[Choice]:
        for names in _groups():
            fields: list[Any] = [Place._meta.get_field(name) for name in names]
            texts = [" ".join(_said(place, fields)) for place in (self.kept, self.gone)]
            if texts[0] == texts[1]:
                continue
            label = _("adres") if names == TOGETHER[0] else str(fields[0].verbose_name)
            usual = KEPT if texts[0] or not texts[1] else GONE
            usual = usual if names != TOGETHER[1] or self.kept.location else GONE
            kept, gone = ([text] if text else [] for text in texts)
            yield Choice(names[0], label, kept, gone, self._chosen(names[0], usual))

    def _lists(self) -> Iterator[Choice]:
        variants: Any = Place._meta.get_field("name_variants")
        other = [self.gone.name, *self.gone.name_variants]
        if set(other) - {self.kept.name, *self.kept.name_variants}:
            chosen = self._chosen("name_variants", BOTH, BOTH)
            mine = self.kept.name_variants
            yield Choice("name_variants", str(variants.verbose_name), mine, other, chosen, True)
        for name in TERMS:
            kept, gone = (_terms(place, name) for place in (self.kept, self.gone))
            if kept != gone:
                label = str(Place._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
                yield Choice(name, label, kept, gone, self._chosen(name, BOTH, BOTH), True)

    def _rows(self) -> Iterator[Choice]:
        for model in self._kinds:
            rows = self._meeting(model)
            if rows.differ:
                name = str(model._meta.model_name)
                yield Choice(
                    name,
                    str(model._meta.verbose_name_plural),
                    described(model, rows.kept),
                    described(model, rows.gone),
                    self._chosen(name, BOTH, BOTH),
                    may_be_both=True,
                    clashes=_in_words(model, rows),
                )

    def _meeting(self, model: Model) -> MeetingRows:
        return MeetingRows(model, rows_of(self.kept, model), rows_of(self.gone, model))

    def _write_fields(self, choices: list[Choice]) -> None:
        sides = {choice.name: choice.chosen for choice in choices}
        old_name = self.kept.name
        for names in _groups():
            for name in names if sides.get(names[0]) == GONE else ():
                setattr(self.kept, name, getattr(self.gone, name))
        side = sides.get("name_variants", KEPT)
        if side != KEPT:
            mine = [old_name, *self.kept.name_variants] if side == BOTH else []
            known = [*mine, self.gone.name, *self.gone.name_variants]
            others = dict.fromkeys(one for one in known if one != self.kept.name)
            self.kept.name_variants = list(others)
        self.kept.successor = None
        self.kept.full_clean()
        self.kept.save()

    def _write_lists(self, choices: list[Choice]) -> None:
        for choice in choices:
            if choice.name in TERMS and choice.chosen != KEPT:
                mine, other = (getattr(place, choice.name) for place in (self.kept, self.gone))
                mine.add(*other.all()) if choice.chosen == BOTH else mine.set(other.all())

    def _write_rows(self, choices: list[Choice]) -> None:
        """Copies: the place that goes keeps its own, so that one can always see what it was."""
        sides = {choice.name: choice.chosen for choice in choices}
        for model in self._kinds:
            side = sides.get(str(model._meta.model_name), KEPT)
            if side != KEPT:
                rows = self._meeting(model)
                for row in rows.kept if side == GONE else ():
                    row.delete()
                for row in rows.gone if side == GONE else rows.welcome():
                    _copy(model, row, self.kept)

    def _move(self) -> None:
        """What exists once and belongs to whoever goes on: pictures, and what people said."""
        for photo in self.gone.photos.all():
            photo.place = self.kept
            photo.save()
        for moving in ("suggestions", "reports", "confirmations", "host_requests"):
            getattr(self.gone, moving).update(place=self.kept)


def _groups() -> list[tuple[str, ...]]:
    """The fields of a place as they are chosen: one by one, or those that say one thing."""
    grouped = {name: names for names in TOGETHER for name in names}
    names = [one.name for one in columns(Place) if one.name not in NOT_CHOSEN and one.editable]
    return list(dict.fromkeys(grouped.get(name, (name,)) for name in names))


def _said(place: Place, fields: list[Any]) -> list[str]:
    values = [(one, getattr(place, one.name)) for one in fields]
    texts = [
        str(value) if one.is_relation and value else text_of(one, value) for one, value in values
    ]
    return [text for text in texts if text]


def _terms(place: Place, name: str) -> list[str]:
    return [str(term) for term in getattr(place, name).all()]


def _in_words(model: Model, rows: MeetingRows) -> tuple[tuple[str, str], ...]:
    clashes = list(rows.clashes())
    sides = (described(model, [clash[side] for clash in clashes]) for side in (0, 1))
    return tuple(zip(*sides, strict=True))


def _copy(model: Model, row: Any, place: Place) -> None:
    values = {one.attname: getattr(row, one.attname) for one in columns(model)}
    model(**{**values, "id": None, "place_id": place.pk}).save(force_insert=True)
