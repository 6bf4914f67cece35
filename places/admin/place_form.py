"""The form of a place: where it lies is checked against its boundary and the colleague's areas."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.gis.forms import PointField
from django.contrib.gis.geos import Point
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from places.admin.manual import FIELDS
from places.coordinates import WGS84, to_rd
from places.importing.slugs import free_place_slug
from places.models import Area, Place
from places.models.slugs import leads_elsewhere

SAME_SPOT = 0.1
"""Metres: a point that came back through degrees is still the same point."""

WITH_POINT = (Place.Precision.ADDRESS, Place.Precision.STREET)


class PinField(PointField):
    """A pin comes in degrees, and is in RD New wherever the form looks at it.

    Left to Django each look makes a transformation anew: 14 ms, four times a save.
    """

    def to_python(self, value: Any) -> Point | None:
        point: Point | None = super().to_python(value)
        if point and point.srid == WGS84:
            to_rd(point)
        return point


class PlaceForm(forms.ModelForm):
    """A place as staff fill it in; ``user`` is who does so and set by the admin per request."""

    user: AbstractBaseUser
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Place
        fields: list[str] = []  # the sections say which
        field_classes = {"location": PinField}
        help_texts = FIELDS

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial["seen"] = self.instance.changed_at.isoformat() if self.instance.pk else ""
        self.derived: Area | None = None
        self.unmoved = False
        if "slug" in self.fields:
            self.fields["slug"].required = False
        if "area" in self.fields:
            self._offer_areas()
        if "name_variants" in self.fields:
            self.fields["name_variants"].show_hidden_initial = False
        if "status" in self.fields:
            status: Any = self.fields["status"]
            status.choices = [
                choice for choice in status.choices if choice[0] != Place.Status.ARCHIVED
            ]

    @property
    def changed_data(self) -> list[str]:
        """Not a point that only came back through degrees."""
        changed: list[str] = super().changed_data
        return [name for name in changed if name != "location" or not self.unmoved]

    def clean_slug(self) -> str:
        """The address that was given, or else one made of the name; not one of another."""
        given = str(self.cleaned_data.get("slug") or "")
        if leads_elsewhere(given, self.instance):
            raise ValidationError(
                _("Dit adres leidt al naar een plek die eerst zo heette. Kies een ander adres.")
            )
        return given or free_place_slug([self.cleaned_data.get("name", "")])

    def clean_postcode(self) -> str:
        """``3014ra`` is what people type, ``3014 RA`` what we keep."""
        typed = str(self.cleaned_data.get("postcode", "")).upper().replace(" ", "")
        return f"{typed[:4]} {typed[4:]}".strip()

    def clean_seen(self) -> str:
        """Whoever saves has seen what a colleague saved meanwhile; the second time they did."""
        seen, now = str(self.cleaned_data["seen"]), str(self.initial["seen"])
        if seen and seen != now:
            posted: Any = self.data.copy()  # type: ignore[attr-defined]
            posted["seen"] = now
            self.data = posted
            words = _(
                "Terwijl jij bezig was, is deze plek gewijzigd: bij Geschiedenis staat wat er "
                "veranderde. Wat jij invulde staat hier nog. Sla je nog een keer op, dan geldt dat."
            )
            raise ValidationError(words)
        return now

    def clean_location(self) -> Point | None:
        """The point as it was when it came back unmoved."""
        point: Point | None = self.cleaned_data.get("location")
        before: Point | None = self.instance.location
        if point and before and point.distance(before) < SAME_SPOT:
            self.unmoved = True
            return before
        return point

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "location" in data and "location_precision" in data:
            self._check_precision(data["location"], data["location_precision"])
        if data.get("location") and "area" in data:
            self._derive_area(data)
        if "area" in data:
            self._check_area(data["area"])
        return data

    def _offer_areas(self) -> None:
        field: Any = self.fields["area"]
        field.queryset = Area.objects.of_colleague(self.user).as_tree()
        # Only who sees the form reads all areas; sending it reads the one that was chosen.
        field.choices = lambda: [("", "---------"), *_grouped(field.queryset.all())]
        field.error_messages["invalid_choice"] = _not_yours()

    def _check_precision(self, point: Point | None, precision: str) -> None:
        if point and precision not in WITH_POINT:
            words = _("Er staat een punt op de kaart: kies adres, of straat als het ongeveer is.")
            self.add_error("location_precision", words)
        if not point and precision in WITH_POINT:
            words = _("Er staat geen punt op de kaart: kies wijk of onbekend, of zet de punt.")
            self.add_error("location_precision", words)

    def _derive_area(self, data: dict[str, Any]) -> None:
        """The area that holds the point, unless the chosen one lies within that."""
        found = Area.objects.containing(data["location"]).with_family().first()
        chosen = data["area"]
        if found and found != chosen and not (chosen and found in chosen.above()):
            self.derived = data["area"] = found

    def _check_area(self, area: Area | None) -> None:
        own = Area.objects.of_colleague(self.user)
        everywhere = area is None and own.count() == Area.objects.count()
        if not (everywhere or (area and own.contains(area))):
            self.add_error("location" if self.derived else "area", ValidationError(_not_yours()))


def _not_yours() -> str:
    return _("Kies een wijk in een gebied waar jij over gaat; een andere plek is van een collega.")


def _grouped(areas: Any) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """The areas as choices, under the gebied that they are or lie in."""
    for heading, part in groupby(areas, _heading):
        yield heading, [(area.pk, _choice(area)) for area in part]


def _heading(area: Area) -> str:
    near = area.parent if area.level == Area.Level.NEIGHBOURHOOD and area.parent else area
    return near.name


def _choice(area: Area) -> str:
    if area.level == Area.Level.NEIGHBOURHOOD:
        return area.name
    return _("heel %(area)s, de wijk is niet bekend") % {"area": area.name}
