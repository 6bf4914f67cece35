"""How a value stands in one cell: each reads strictly and writes what it reads.

``clean`` raises ValidationError in Dutch; of an empty text it makes the empty value.
"""

import re
import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from import_export.widgets import Widget

from places.coordinates import NETHERLANDS
from places.exchange.notation import items_of, listed
from places.exchange.words import lexicon

DEGREES = 7
"""Decimals of a coordinate: about a centimetre."""

_POSTCODE = re.compile(r"^([1-9]\d{3})\s*([A-Za-z]{2})$")
_DUTCH_DAY = re.compile(r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$")


class FieldWidget(Widget):
    """A field of a model, which itself knows what it takes; ``wash`` forgives how people type."""

    def __init__(self, field: Any, wash: Callable[[str], str] | None = None) -> None:
        super().__init__()
        self.field, self.wash = (
            field,
            wash or (str.strip if isinstance(field, models.TextField) else _one_line),
        )

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> Any:
        text = self.wash(value)
        nothing = None if self.field.null else ""
        return self.field.clean(text if text else nothing, None)

    def form(self) -> str:
        """What a cell holds, for people."""
        if isinstance(self.field, models.IntegerField):
            return _("een getal")
        longest = self.field.max_length
        return _("tekst, hoogstens %d tekens") % longest if longest else _("tekst")


class IdentityWidget(Widget):
    """A UUID."""

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> uuid.UUID | None:
        try:
            return uuid.UUID(value) if value else None
        except ValueError as wrong:
            raise ValidationError(_("‘%s’ is geen UUID.") % value) from wrong

    def form(self) -> str:
        """What a cell holds, for people."""
        return _("een UUID")


class DegreesWidget(Widget):
    """A latitude or longitude in WGS84, with a decimal comma as Dutch spreadsheets want it."""

    def __init__(self, lowest: float, highest: float) -> None:
        super().__init__()
        self.lowest, self.highest = lowest, highest

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> float | None:
        if not value:
            return None
        try:
            degrees = float(value.replace(",", "."))
        except ValueError as wrong:
            raise ValidationError(_("‘%s’ is geen getal zoals 51,9225.") % value) from wrong
        if not self.lowest <= degrees <= self.highest:
            raise ValidationError(_("‘%s’ ligt niet in Nederland.") % value)
        return degrees

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return "" if value is None else f"{value:.{DEGREES}f}".replace(".", ",")

    def form(self) -> str:
        """What a cell holds, for people."""
        return _("een getal met een komma")


class YesNoWidget(Widget):
    """``ja`` or ``nee``; nothing is no."""

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> bool:
        if value.casefold() not in ("", "ja", "nee"):
            raise ValidationError(_("‘%s’ is geen ja of nee.") % value)
        return value.casefold() == "ja"

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return "ja" if value else "nee"

    def form(self) -> str:
        """What a cell holds, for people."""
        return _("ja of nee")


class ChoiceWidget(Widget):
    """One of a few words; its longer label is understood as well."""

    def __init__(self, choices: type[models.TextChoices], empty: str) -> None:
        super().__init__()
        self.choices, self.empty = choices, empty

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> str:
        word = value.casefold()
        for choice in self.choices:
            if word in (choice.value, str(choice.label).casefold()):
                return str(choice.value)
        if word:
            facts = {"word": value, "known": ", ".join(self.choices.values)}
            raise ValidationError(_("‘%(word)s’ kan niet; kies uit: %(known)s.") % facts)
        return self.empty

    def form(self) -> str:
        """What a cell holds, for people."""
        return _("een van: %s") % ", ".join(self.choices.values)


class DayWidget(Widget):
    """A day: 2026-11-22, or 22-11-2026 as people write it."""

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> date | None:
        if not value:
            return None
        dutch = _DUTCH_DAY.match(value)
        try:
            if dutch:
                return date(int(dutch[3]), int(dutch[2]), int(dutch[1]))
            return date.fromisoformat(value[:10])
        except ValueError as wrong:
            raise ValidationError(_("‘%s’ is geen dag zoals 2026-11-22.") % value) from wrong

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return value.isoformat() if value else ""

    def form(self) -> str:
        """What a cell holds, for people."""
        return _("een dag, zoals 2026-11-22")


class ListWidget(Widget):
    """Texts with commas between them, each of which the field takes."""

    def __init__(self, field: Any) -> None:
        super().__init__()
        self.field = field

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> list[str]:
        return list(self.field.clean(items_of(value), None))

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return listed(value or [])

    def form(self) -> str:
        """What a cell holds, for people."""
        return _("een of meer, met komma's ertussen")


class TermWidget(Widget):
    """One row of a vocabulary, by name or address."""

    def __init__(self, model: type[models.Model]) -> None:
        super().__init__()
        self.model = model

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> Any:
        return lexicon(self.model).find(value) if value else None

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return lexicon(self.model).word(value) if value else ""

    def form(self) -> str:
        """What a cell holds, for people."""
        return _("een van: %s") % known if (known := lexicon(self.model).few()) else _("een naam")


class TermsWidget(TermWidget):
    """Several rows of a vocabulary, with commas between them; their order says nothing."""

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> list[Any]:
        known = lexicon(self.model)
        return list(known.sorted({known.find(word) for word in items_of(value)}))

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        known = lexicon(self.model)
        return listed(known.word(term) for term in known.sorted(value or []))

    def form(self) -> str:
        """What a cell holds, for people."""
        known = lexicon(self.model).few() or _("namen")
        return _("een of meer van: %s") % known


def postcode(text: str) -> str:
    """``3014ra`` as 3014 RA; anything else as it is."""
    match = _POSTCODE.match(text.strip())
    return f"{match[1]} {match[2].upper()}" if match else text.strip()


def phone(text: str) -> str:
    """A number of which a spreadsheet took the first zero or plus, made whole again."""
    number = _one_line(text)
    if number.isdigit() and len(number) == 9 and number[0] != "0":
        return f"0{number}"
    return f"+{number}" if number.isdigit() and number.startswith("31") else number


def web_address(text: str) -> str:
    """An address of a site, with https when nothing is said."""
    address = text.strip()
    return f"https://{address}" if address and "://" not in address else address


def latitude() -> DegreesWidget:
    """Degrees north, as far as the Netherlands go."""
    return DegreesWidget(NETHERLANDS[1], NETHERLANDS[3])


def longitude() -> DegreesWidget:
    """Degrees east, as far as the Netherlands go."""
    return DegreesWidget(NETHERLANDS[0], NETHERLANDS[2])


def _one_line(text: str) -> str:
    return " ".join(text.split())
