"""A column of a file: what it is called, how a place says it, and how it is written back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model
from import_export.fields import Field
from import_export.widgets import Widget

from places.coordinates import in_degrees, rd_point
from places.exchange.notation import tidy
from places.models import Place


@dataclass
class Staged:
    """What a column wants written beside the fields of the place itself."""

    gone: list[Any] = field(default_factory=list)
    kept: list[Any] = field(default_factory=list)
    links: dict[str, list[Any]] = field(default_factory=dict)

    def save(self, place: Place) -> None:
        """Write it, row by row, with the history of each."""
        for row in self.gone:
            row.delete()
        for row in self.kept:
            row.save()
        for name, terms in self.links.items():
            getattr(place, name).set(terms)


class Column(Field):
    """A field of the place.

    ``about`` says what it is, ``example`` how it looks; ``model`` is what one must be allowed to
    see. ``own`` columns are fields of the place and are set before it is saved, others after.
    """

    own = True

    def __init__(
        self,
        name: str,
        label: Any,
        widget: Widget,
        *,
        about: Any = "",
        example: str = "",
        model: type[Model] = Place,
        required: bool = False,
    ) -> None:
        super().__init__(attribute=name, column_name=label, widget=widget)
        self.name, self.about, self.example = name, about, example
        self.model, self.required = model, required

    @property
    def public(self) -> bool:
        """Whether everybody may read it; what is not public stands in tables of its own."""
        return self.model is Place

    @property
    def label(self) -> str:
        """The heading in the active language."""
        return str(self.column_name)

    def text(self, value: Any) -> str:
        """How a value stands in a cell."""
        return tidy(self.widget.render(value))

    def export(self, instance: Place, **kwargs: Any) -> str:
        return self.text_of(instance)

    def text_of(self, place: Place) -> str:
        """What the place says now; empty when nothing is known."""
        return self.text(self.get_value(place))

    def read(self, text: str) -> Any:
        """The value that a text means. Raises ValidationError in Dutch."""
        return self.widget.clean(tidy(text))

    def stage(self, place: Place, value: Any) -> Staged:
        """Set what can be set on the place in memory; the rest is for the caller to write."""
        setattr(place, self.name, value)
        return Staged()

    def write(self, place: Place, value: Any) -> None:
        """Give the place this value; what is not ``own`` is saved at once."""
        self.stage(place, value).save(place)


class IdentityColumn(Column):
    """What a place is known by; nothing never replaces it."""

    def stage(self, place: Place, value: Any) -> Staged:
        return super().stage(place, value) if value else Staged()


class DegreeColumn(Column):
    """One of the two numbers of the point; the other is kept until both are there."""

    def get_value(self, instance: Place) -> float | None:
        return degrees_of(instance)[self.name]

    def stage(self, place: Place, value: Any) -> Staged:
        degrees = degrees_of(place) | {self.name: value}
        place.__dict__["degrees_given"] = degrees
        lat, lon = degrees["lat"], degrees["lon"]
        place.location = None if lat is None or lon is None else rd_point(lon, lat)
        return Staged()


def degrees_of(place: Place) -> dict[str, float | None]:
    """Latitude and longitude as they are being given, or else as they are."""
    given: dict[str, float | None] | None = place.__dict__.get("degrees_given")
    if given is not None:
        return given
    if place.location is None:
        return {"lat": None, "lon": None}
    point = in_degrees(place.location)
    return {"lat": point.y, "lon": point.x}


class TermsColumn(Column):
    """Words of a vocabulary."""

    own = False

    def get_value(self, instance: Place) -> Any:
        return list(getattr(instance, self.name).all()) if instance.pk else []

    def stage(self, place: Place, value: Any) -> Staged:
        return Staged(links={self.name: value})


class RowsColumn(Column):
    """Rows that belong to the place; those that stay the same keep their history."""

    own = False

    def __init__(
        self, name: str, label: Any, widget: Widget, *, key: Callable[[Any], Any], **more: Any
    ) -> None:
        self.related = more.pop("related", name)
        super().__init__(name, label, widget, **more)
        self.key = key

    def get_value(self, instance: Place) -> Any:
        return list(getattr(instance, self.related).all()) if instance.pk else []

    def stage(self, place: Place, value: Any) -> Staged:
        here: dict[Any, list[Any]] = {}
        for row in self.get_value(place):
            here.setdefault(self.key(row), []).append(row)
        staged = Staged()
        for wanted in value:
            same = here.get(self.key(wanted))
            row = same.pop(0) if same else type(wanted)()
            if row.pk is None or content(row) != content(wanted):
                _take_over(row, wanted, place)
                staged.kept.append(row)
        staged.gone = [row for rows in here.values() for row in rows]
        return staged


class AsideColumn(Column):
    """A field of what is not public about a place; the row is made when there is something."""

    own = False

    def get_value(self, instance: Place) -> Any:
        return getattr(self._aside(instance), self.name)

    def stage(self, place: Place, value: Any) -> Staged:
        row = self._aside(place)
        setattr(row, self.name, value)
        if row.pk is None and not value:
            return Staged()
        row.place = place
        return Staged(kept=[row])

    def _aside(self, place: Place) -> Any:
        try:
            return getattr(place, str(self.model._meta.model_name))
        except ObjectDoesNotExist:
            return self.model()


def content(row: Model) -> tuple[Any, ...]:
    """All that a row says, but for its keys and what the database derives."""
    return tuple(getattr(row, name) for name in _said(row))


def _said(row: Model) -> list[str]:
    fields = (f for f in row._meta.concrete_fields if not f.primary_key and not f.generated)
    return [f.attname for f in fields if f.name != "place"]


def _take_over(row: Any, wanted: Model, place: Place) -> None:
    row.place = place
    for name in _said(wanted):
        setattr(row, name, getattr(wanted, name))
