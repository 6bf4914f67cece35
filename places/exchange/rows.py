"""Rows around a place (values, traits, sources) as lines in one cell."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from import_export.widgets import Widget

from places.exchange.notation import line, lines_of, parts_of
from places.exchange.words import lexicon

SHOWN = 60


@dataclass(frozen=True)
class RowForm:
    """What a line says: ``Term: head | part: text``, or without a term ``head | part: text``.

    ``parts`` maps the word before the colon to the field; ``position`` is the field that keeps
    the order of the lines.
    """

    model: type[Model]
    head: str
    term: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    position: str = ""

    @property
    def key(self) -> str:
        """The field by which a row is the same row."""
        return self.term or self.head

    def vocabulary(self) -> Any:
        """The model of the term."""
        return self.model._meta.get_field(self.term).related_model


class RowsWidget(Widget):
    """A line for every row."""

    def __init__(self, form: RowForm) -> None:
        super().__init__()
        self.form_of_row = form

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> list[Any]:
        made: dict[Any, Any] = {}
        for number, text in enumerate(lines_of(value), 1):
            item = self._read(text)
            if self.form_of_row.position:
                setattr(item, self.form_of_row.position, number)
            key = getattr(item, self.form_of_row.key)
            if key in made:
                raise ValidationError(_("‘%s’ staat er twee keer.") % _short(str(key)))
            made[key] = item
        return list(made.values())

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return "\n".join(self._line(item) for item in value or [])

    def form(self) -> str:
        """What a cell holds, for people."""
        parts = " ".join(f"| {name}: …" for name in self.form_of_row.parts)
        return _("een regel per stuk: … %s") % parts

    def _line(self, item: Any) -> str:
        head = str(getattr(item, self.form_of_row.head))
        if self.form_of_row.term:
            term = lexicon(self.form_of_row.vocabulary()).word(getattr(item, self.form_of_row.term))
            head = f"{term}: {head}" if head else term
        return line(head, self._parts(item))

    def _parts(self, item: Any) -> Iterator[tuple[str, str]]:
        for name, attribute in self.form_of_row.parts.items():
            value = getattr(item, attribute)
            yield name, "" if value is None else str(value)

    def _read(self, text: str) -> Any:
        head, parts = parts_of(text)
        try:
            values = self._head(head) | dict(self._part(name, said) for name, said in parts)
            item = self.form_of_row.model(**values)
            around = [f.name for f in item._meta.fields if f.is_relation]
            item.full_clean(exclude=around, validate_unique=False, validate_constraints=False)
        except ValidationError as error:
            reasons = " ".join(_reasons(self.form_of_row.model, error))
            where = {"line": _short(text), "reason": reasons}
            raise ValidationError(_("‘%(line)s’: %(reason)s") % where) from error
        return item

    def _head(self, text: str) -> dict[str, Any]:
        if not self.form_of_row.term:
            return {self.form_of_row.head: text}
        name, _colon, said = text.partition(":")
        words = lexicon(self.form_of_row.vocabulary())
        return {
            self.form_of_row.term: words.find(name.strip()),
            self.form_of_row.head: said.strip(),
        }

    def _part(self, name: str, text: str) -> tuple[str, Any]:
        if name not in self.form_of_row.parts:
            facts = {"name": name or text, "known": ", ".join(self.form_of_row.parts)}
            raise ValidationError(
                _("‘%(name)s’ kan hier niet staan; na een streep kan: %(known)s.") % facts
            )
        attribute = self.form_of_row.parts[name]
        model_field: Any = self.form_of_row.model._meta.get_field(attribute)
        return attribute, model_field.to_python(text or (None if model_field.null else ""))


class WeekWidget(Widget):
    """Opening hours or special days, in the notation of ``week_notation``."""

    def __init__(self, write: Callable[[list[Any]], str], read: Callable[[str], list[Any]]) -> None:
        super().__init__()
        self.write, self.read = write, read

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> list[Any]:
        return self.read(value)

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return self.write(value or [])

    def form(self) -> str:
        """What a cell holds, for people."""
        return _("een regel per periode: dagen, tijden, en na een streep wat er dan is")


def _reasons(model: type[Model], error: ValidationError) -> Iterator[str]:
    if not hasattr(error, "error_dict"):
        yield from error.messages
        return
    for name, messages in error.message_dict.items():
        title = getattr(model._meta.get_field(name), "verbose_name", name)
        for message in messages:
            yield pgettext("veld: wat er mis is", "%(field)s: %(message)s") % {
                "field": title,
                "message": message,
            }


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
