"""How two versions of an entry differ, in words that people use."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from places.history.versions import CONFIDENTIAL, TERMS, Model, State, Version, columns, state_of
from places.history.wording import text_of
from places.models import Place

TITLE_LENGTH = 80
NAMELESS = (Place, *CONFIDENTIAL)
"""Of these there is only one around a place."""

Pair = tuple[Model, State | None, State | None]
"""A row before and after; None where it was not there."""


@dataclass(frozen=True)
class FieldDifference:
    """A field with its value before and after, as one reads them; empty is an empty text."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class RowDifference:
    """What became of one row: ``maandag 09:00-12:00: toegevoegd``."""

    what: str
    name: str
    happened: str
    fields: list[FieldDifference]


@dataclass
class Names:
    """What the keys in states stand for, looked up once per model; what is gone has no name."""

    known: dict[Model, dict[int, Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, pairs: Iterable[Pair]) -> "Names":
        """The names of everything that these states point at, a statement per model."""
        wanted: dict[Model, set[int]] = {}
        for model, *states in pairs:
            for related, keys in _references(model, [one for one in states if one]):
                wanted.setdefault(related, set()).update(keys)
        return cls({model: model._default_manager.in_bulk(keys) for model, keys in wanted.items()})

    def get(self, model: Model, key: int) -> Any:
        """The row with this key, or None when it was deleted since."""
        return self.known.get(model, {}).get(key)

    def say(self, model: Model, key: int) -> str:
        """Its name."""
        found = self.get(model, key)
        gone = _("%(what)s die niet meer bestaat") % {"what": model._meta.verbose_name}
        return str(found) if found else gone


def pairs_of(before: Version, after: Version) -> list[Pair]:
    """Every row of either version that is not the same in both."""
    pairs = []
    for model, old in before.states.items():
        new = after.states.get(model, {})
        for key in [*old, *(one for one in new if one not in old)]:
            if old.get(key) != new.get(key):
                pairs.append((model, old.get(key), new.get(key)))
    return pairs


def row_differences(pairs: Iterable[Pair], names: Names) -> list[RowDifference]:
    """The differences in words; rows that differ in nothing that people see are left out."""
    found = [_row_difference(*pair, names) for pair in pairs]
    return [one for one in found if one.fields or one.happened]


def described(model: Model, rows: Iterable[Any]) -> list[str]:
    """Each row with all that it says: ``Sfeer (bron: bezoek)``."""
    pairs: list[Pair] = [(model, None, state_of(model, row)) for row in rows]
    names = Names.of(pairs)
    return [_sentence(_row_difference(*pair, names)) for pair in pairs]


def row_name(model: Model, state: State, names: Names) -> str:
    """A row as it calls itself, also when what it points at is gone."""
    row = model(**{one.attname: state[one.attname] for one in columns(model)})
    for one in _foreign_keys(model):
        key = state[one.attname]
        target = names.get(one.related_model, key)
        if target is not None:
            setattr(row, one.name, target)
        elif key is not None and one.name != "place" and not one.null:
            return names.say(one.related_model, key)
    return Truncator(str(row)).chars(TITLE_LENGTH)


def _sentence(row: RowDifference) -> str:
    facts = "; ".join(f"{one.label}: {one.new}" for one in row.fields)
    return f"{row.name} ({facts})" if row.name and facts else row.name or facts


def _row_difference(
    model: Model, old: State | None, new: State | None, names: Names
) -> RowDifference:
    happened = "" if old and new else _("toegevoegd") if new else _("weggehaald")
    name = "" if model in NAMELESS else row_name(model, new or old or {}, names)
    what = _("de plek") if model is Place else str(model._meta.verbose_name)
    return RowDifference(what, name, happened, list(_fields(model, old, new, names, name)))


def _fields(
    model: Model, old: State | None, new: State | None, names: Names, row: str
) -> Iterator[FieldDifference]:
    """What differs; of a row that came or went only what its name and the form do not say."""
    for one in columns(model):
        if one.editable and not one.primary_key and one.name != "place":
            before, after = (_text(one, state, names) for state in (old, new))
            said = not (old and new) and ((before or after) in row or _is_usual(one, old or new))
            if before != after and not said:
                yield FieldDifference(str(one.verbose_name), before, after)
    for name in TERMS if model is Place else ():
        yield from _terms(name, (old or {}).get(name), (new or {}).get(name), names)


def _is_usual(one: Any, state: State | None) -> bool:
    return state is not None and state[one.attname] == one.get_default()


def _terms(
    name: str, old: frozenset[int] | None, new: frozenset[int] | None, names: Names
) -> Iterator[FieldDifference]:
    """What was taken away and what was added; nothing of what stayed."""
    choice: Any = Place._meta.get_field(name)
    gone, added = (
        (old or frozenset()) - (new or frozenset()),
        (new or frozenset()) - (old or frozenset()),
    )
    if gone or added:
        said = [
            ", ".join(sorted(names.say(choice.related_model, key) for key in keys))
            for keys in (gone, added)
        ]
        yield FieldDifference(str(choice.verbose_name), *said)


def _text(one: Any, state: Mapping[str, Any] | None, names: Names) -> str:
    """A value in words; of a row that is not there nothing."""
    if state is None:
        return ""
    value = state[one.attname]
    if one.is_relation:
        return "" if value is None else names.say(one.related_model, value)
    return text_of(one, value)


def _references(model: Model, states: list[State]) -> Iterator[tuple[Model, set[int]]]:
    for one in _foreign_keys(model):
        if one.name != "place":
            keys = {state[one.attname] for state in states} - {None}
            yield one.related_model, keys
    for name in TERMS if model is Place else ():
        choice: Any = Place._meta.get_field(name)
        yield choice.related_model, set().union(*(state.get(name, ()) for state in states))


def _foreign_keys(model: Model) -> list[Any]:
    return [one for one in columns(model) if isinstance(one, models.ForeignKey)]
