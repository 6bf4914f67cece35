"""Going back to an earlier version of an entry: all of it, or nothing."""

from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.utils.translation import gettext as _

from places.archiving import leads_to
from places.clashes import rows_weighed_together
from places.history.differences import Names, Pair, RowDifference, pairs_of, row_differences
from places.history.versions import (
    CONFIDENTIAL,
    ROWS,
    TERMS,
    Model,
    State,
    columns,
    history_of,
    readable,
    version_at,
    version_now,
)
from places.models import Photo, Place
from places.models.history import Door, one_change
from places.roles import may_change

IDENTITY = {"id", "uuid"}


class Restoration:
    """A place, a moment of its past, and what this user may bring back of it.

    Confidential rows that the user may not change stay as they are, and so do the pictures
    themselves: one that was taken down stays down, and only its texts are put back.
    """

    def __init__(self, place: Place, moment: datetime, user: Any) -> None:
        self.place, self.user = place, user
        kinds = [model for model in readable(user, place) if self._may_write(model)]
        self._wanted = version_at(place, moment, kinds)
        self._now = version_now(place, kinds)
        self._made = {model: set(history_of(model).of_place(place.pk).made()) for model in kinds}

    @cached_property
    def pairs(self) -> list[Pair]:
        """The rows that will change, as they are and as they were."""
        return [pair for pair in pairs_of(self._now, self._wanted) if self._takes_part(*pair)]

    def differences(self) -> list[RowDifference]:
        """What will change, in words."""
        return row_differences(self.pairs, Names.of(self.pairs))

    def obstacles(self) -> list[str]:
        """Why it cannot be done: what the version points at is there no more."""
        if not self._wanted.states[Place]:
            return [_("Van dit moment is niet bekend hoe de plek was.")]
        names = Names.of(self.pairs)
        return list(dict.fromkeys(_missing(self.pairs, names)))

    def carry_out(self, words: str) -> None:
        """Put everything back, as one change. Raises ValidationError, and then changes nothing."""
        obstacles = self.obstacles()
        if obstacles:
            raise ValidationError(obstacles)
        try:
            with one_change(Door.RESTORE, by=self.user, words=words), rows_weighed_together():
                self._write()
                self._refuse_elsewhere()
        except IntegrityError as error:
            raise ValidationError(_clash(error)) from error

    def _refuse_elsewhere(self) -> None:
        """Nobody brings a place back to where they have no say."""
        if not may_change(self.user, self.place):
            raise ValidationError(_("Toen lag deze plek buiten de gebieden waar jij over gaat."))

    def _may_write(self, model: Model) -> bool:
        if model not in CONFIDENTIAL:
            return True
        return bool(self.user.has_perm(f"places.change_{model._meta.model_name}"))

    def _takes_part(self, model: Model, old: State | None, new: State | None) -> bool:
        """A row of which no making is recorded may always have been there, and stays."""
        if model is Photo:
            return bool(old and new)
        return new is not None or (old is not None and old["id"] in self._made[model])

    def _write(self) -> None:
        """What goes makes room first; a row with a unique place among the rest is made anew."""
        for model, old, new in self.pairs:
            if model is not Place and old and (new is None or _is_one_of_a_kind(model)):
                model._default_manager.get(pk=old["id"]).delete()
        for model, old, new in self.pairs:
            if model is Place and new:
                _put_back_place(self.place, new)
            elif new:
                _put_back_row(model, new, anew=old is None or _is_one_of_a_kind(model))


def _put_back_place(place: Place, state: State) -> None:
    place.refresh_from_db()
    for name, value in state.items():
        if name not in IDENTITY and name not in TERMS:
            setattr(place, name, value)
    if place.successor and leads_to(place.successor, place):
        raise ValidationError(_("Dan zouden twee plekken naar elkaar verwijzen."))
    place.full_clean()
    place.save()
    for name in TERMS:
        getattr(place, name).set(state[name])


def _put_back_row(model: Model, state: State, anew: bool) -> None:
    row = model(**state) if anew else model._default_manager.get(pk=state["id"])
    for name, value in state.items():
        setattr(row, name, value)
    try:
        row.full_clean(validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        raise ValidationError([f"{row}: {message}" for message in error.messages]) from error
    row.save(force_insert=anew)


def _is_one_of_a_kind(model: Model) -> bool:
    """Whether rows may stand in each other's way while they are written one by one."""
    return any(isinstance(one, models.UniqueConstraint) for one in model._meta.constraints)


def _missing(pairs: list[Pair], names: Names) -> Iterator[str]:
    for model, _old, new in pairs:
        for one in columns(model):
            key = new[one.attname] if new and one.is_relation else None
            if (
                key is not None
                and one.name != "place"
                and names.get(one.related_model, key) is None
            ):
                yield _gone(one)
        for name in TERMS if model is Place and new else ():
            choice: Any = Place._meta.get_field(name)
            if any(names.get(choice.related_model, key) is None for key in new[name]):  # type: ignore[index]
                yield _gone(choice)


def _gone(choice: Any) -> str:
    said = _("Wat er toen stond bij “%(field)s” bestaat niet meer.")
    return said % {"field": choice.verbose_name}


def _clash(error: IntegrityError) -> str:
    """What stood in the way, in the words of the constraint when it has any."""
    cause: Any = error.__cause__
    name = cause.diag.constraint_name if cause else ""
    models_of_entry: tuple[Model, ...] = (Place, *ROWS)
    for model in models_of_entry:
        for constraint in model._meta.constraints:
            if constraint.name == name:
                return str(constraint.get_violation_error_message())
    return _("Wat er toen stond, past niet meer bij wat er nu is (%s).") % name
