"""What a visitor may write in the query string, read strictly and answered kindly."""

import math
from collections.abc import Collection, Iterable, Mapping
from copy import copy
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from places.coordinates import NETHERLANDS, Box, rd_box
from places.geocoding import Near, UnknownLocationError, locate
from places.models import Area
from places.models.conditions import SearchTerms
from places.schedule import local_moment
from places.vocabulary import Vocabulary

YEARS = range(2000, 2100)
MOST_DEGREES = 1000
"""Who turns a map round and round comes past 360; who means metres is far beyond this."""


class FormOfGiven(forms.Form):
    """A form that cleans what is given and no more: what is absent has no value and no error.

    Of the fields that are given it has copies, as they keep what they read; the others are there
    for whoever draws them. Making and cleaning all twenty took a third of an answer of the API.
    """

    def __init__(self, data: QueryDict, fields: Mapping[str, forms.Field]) -> None:
        super().__init__(data)
        self.fields = {name: copy(field) for name, field in fields.items() if name in data}
        self.others = fields

    def __getitem__(self, name: str) -> forms.BoundField:
        if name not in self.fields and name in self.others:
            self.fields[name] = copy(self.others[name])
        return super().__getitem__(name)


class LastGiven(forms.TextInput):
    """Of a parameter that is given more than once the last that is not empty counts."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        given = data.getlist(name) if hasattr(data, "getlist") else [data.get(name)]
        return next((value for value in reversed(given) if value), None)


def names_among(given: Iterable[str], known: Collection[str]) -> tuple[list[str], list[str]]:
    """Names with commas between them: those that are known, in that order, and those that are not.

    Both are empty when nothing is named.
    """
    named = dict.fromkeys(name.strip() for one in given for name in one.split(","))
    unknown = [name for name in named if name and name not in known]
    return [name for name in known if name in named], unknown


class LeavesOutUnknown(forms.Field):
    """Of several values those that nobody knows are left out, and complained about."""

    unknown: list[str]

    def complaint(self) -> str:
        """What was wrong with the unknown values; empty if nothing was."""
        if not self.unknown:
            return ""
        shown = ", ".join(f"“{value[:40]}”" for value in self.unknown[:3])
        more = "…" if len(self.unknown) > 3 else ""
        return _("%(values)s kennen we niet.") % {"values": shown + more}


class TagsField(LeavesOutUnknown):
    """Slugs of one parameter, each known to the vocabulary; the unknown ones are left out.

    Cleans to the list of tags that are known; the unknown values are in ``unknown``. Each request
    brings the ``vocabulary``.
    """

    widget = forms.MultipleHiddenInput
    vocabulary: Vocabulary

    def __init__(self, *, parameter: str, **kwargs: Any) -> None:
        self.parameter = parameter
        super().__init__(**kwargs)

    def to_python(self, value: list[str] | None) -> list[str]:
        given = dict.fromkeys(f"{self.parameter}:{one.strip()}" for one in value or [] if one)
        self.unknown = [tag.partition(":")[2] for tag in given if tag not in self.vocabulary]
        return [tag for tag in given if tag in self.vocabulary]


class PhraseField(forms.CharField):
    """Words to search for; cleans to the terms that the database understands, or None."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=200, **kwargs)

    def clean(self, value: str | None) -> SearchTerms | None:
        phrase = super().clean(value)
        if not phrase:
            return None
        if not any(character.isalnum() for character in phrase):
            raise ValidationError(_("Hier staat geen woord in om op te zoeken."))
        return SearchTerms(phrase)


class MomentField(forms.CharField):
    """``nu`` or a local time like 2026-11-24T19:30; cleans to an aware datetime.

    Each request brings its ``now``.
    """

    widget = LastGiven
    now: datetime

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=20, **kwargs)

    def clean(self, value: str | None) -> datetime | None:
        text = super().clean(value)
        if not text:
            return None
        return self.now if text == "nu" else _read_moment(text)


class NearField(forms.CharField):
    """Where the visitor is; cleans to a point with a name.

    ``ask_outside`` says whether the Locatieserver may be asked for what we do not know.
    """

    ask_outside = True

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=100, **kwargs)

    def clean(self, value: str | None) -> Near | None:
        text = super().clean(value)
        try:
            return locate(text, ask_outside=self.ask_outside) if text else None
        except UnknownLocationError as unknown:
            raise ValidationError(str(unknown)) from unknown


class AreaField(forms.CharField):
    """The slug of an area to set out from; cleans to its centre with its name."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=120, **kwargs)

    def clean(self, value: str | None) -> Near | None:
        slug = super().clean(value)
        area = Area.objects.at_address(slug).first() if slug else None
        if slug and area is None:
            raise ValidationError(_("Dit gebied kennen we niet."))
        return Near(area.centre, area.name, rough=True) if area else None


class BoxField(forms.CharField):
    """``west,south,east,north`` in degrees; cleans to a polygon in RD New."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=120, **kwargs)

    def clean(self, value: str | None) -> Box | None:
        text = super().clean(value)
        return _read_box(text) if text else None


class ChoiceOfOne(forms.ChoiceField):
    """One of a few words; says which when it is another."""

    default_error_messages = {
        "invalid_choice": gettext_lazy("“%(value)s” kan niet gekozen worden."),
    }

    def __init__(self, *, choices: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(choices=list(choices.items()), **kwargs)


class ChoiceOfMore(LeavesOutUnknown, forms.MultipleChoiceField):
    """Some of a few words."""

    def __init__(self, *, choices: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(choices=list(choices.items()), **kwargs)

    def to_python(self, value: Any) -> list[str]:
        given = dict.fromkeys(super().to_python(value))
        self.unknown = [one for one in given if not self.valid_value(one)]
        return [one for one in given if self.valid_value(one)]


class WholeNumber(forms.IntegerField):
    """A whole number between two bounds."""

    default_error_messages = {"invalid": gettext_lazy("Dit is geen heel getal.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)


def _read_moment(text: str) -> datetime:
    try:
        naive = datetime.strptime(text, "%Y-%m-%dT%H:%M")
    except ValueError as wrong:
        raise ValidationError(
            _("Schrijf dag en tijd als 2026-11-24T19:30, of kies “nu”.")
        ) from wrong
    if naive.year not in YEARS:
        raise ValidationError(_("Kies een dag tussen 2000 en 2100."))
    return local_moment(naive)


def _read_box(text: str) -> Box:
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError as wrong:
        raise ValidationError(_("Een kader is vier getallen: west,zuid,oost,noord.")) from wrong
    if not all(map(math.isfinite, (west, south, east, north))) or west >= east or south >= north:
        raise ValidationError(_("Een kader loopt van west naar oost en van zuid naar noord."))
    if max(map(abs, (west, south, east, north))) > MOST_DEGREES:
        raise ValidationError(_("Een kader is in graden, niet in meters."))
    edges = NETHERLANDS
    return rd_box(
        _between(edges[0], west, edges[2]),
        _between(edges[1], south, edges[3]),
        _between(edges[0], east, edges[2]),
        _between(edges[1], north, edges[3]),
    )


def _between(lowest: float, value: float, highest: float) -> float:
    return min(max(value, lowest), highest)
