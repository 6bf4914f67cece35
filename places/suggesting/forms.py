"""What anyone may propose, without an account: short forms of plain texts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from places.exchange.words import kept_words
from places.models import Area, Place, Suggestion
from places.suggesting.differences import text_now
from places.suggesting.newcomers import like_it
from places.suggesting.notices import announce
from places.suggesting.sender import LONGEST, SenderForm, long_text, on_our_lines
from places.suggesting.week import plain_week, whole_week

LABELS = {
    "name": _("Naam van de plek"),
    "hours": _("Openingstijden"),
    "street": _("Straat"),
    "house_number": _("Huisnummer"),
    "postcode": _("Postcode"),
    "area": _("Wijk of gebied"),
    "phone": _("Telefoon van de plek"),
    "email": _("E-mailadres van de plek"),
    "website": _("Website"),
    "offers": _("Wat je er kunt doen"),
    "description": _("Wat voor plek is het?"),
}
"""The columns of an entry that a visitor may propose, in the order of the page."""

HINTS = {
    "hours": _(
        "Elke dag op een regel, bijvoorbeeld: ma-vr 09:00-17:00. Je mag het ook in je eigen "
        "woorden schrijven."
    ),
    "offers": _("Bijvoorbeeld: samen eten, computerhulp."),
}
LONG = ("hours", "description")
LONGEST_LINE = 200


@dataclass(frozen=True)
class Line:
    """A field about the place, and the text that the visitor found in it."""

    key: str
    field: forms.BoundField
    seen: str


@dataclass(frozen=True)
class Change:
    """A column as the visitor found it, and as the visitor would have it."""

    seen: str
    proposed: str


class EntryForm(SenderForm):
    """The texts of an entry that a visitor may fill in; anything readable to people will do."""

    columns: ClassVar[list[str]] = list(LABELS)

    remark = long_text(_("Toelichting"), _("Wat we verder moeten weten, of hoe je dit weet."))

    def __init__(self, place: Place | None = None, data: Any = None) -> None:
        super().__init__(data)
        self.place = place
        with kept_words():
            self.fields |= {key: _field(key, _shown(place, key)) for key in self.columns}
        self.order_fields([*self.columns, "remark", "sender_email"])

    def lines(self) -> Iterator[Line]:
        """What is asked about the place, in the order of the page."""
        return (Line(key, self[key], self.seen(key)) for key in self.columns)

    def seen(self, key: str) -> str:
        """What stood in the field when the page was opened, which may be a while ago."""
        field = self.fields[key]
        shown = on_our_lines(self.data.get(f"was-{key}", ""))
        usable = self.place and f"was-{key}" in self.data and "\0" not in shown
        if usable and len(shown) <= getattr(field, "max_length", 0):
            return shown
        return str(field.initial)

    def changes(self) -> dict[str, Change]:
        """What differs from what the visitor found there; asked of a form that is valid."""
        found = {key: self._change(key) for key in self.columns}
        return {key: one for key, one in found.items() if one.proposed != one.seen}

    def _change(self, key: str) -> Change:
        seen, typed = self.seen(key), on_our_lines(self.cleaned_data[key])
        if key != "hours" or typed == seen:
            return Change(seen, typed)
        whole = text_now(self.place, key)
        return Change(whole if plain_week(whole) == seen else seen, whole_week(typed, whole))

    def _saved(self, kind: str, origin: str) -> Suggestion:
        changes = self.changes()
        made = Suggestion(
            place=self.place,
            kind=kind,
            origin=origin,
            proposed={key: one.proposed for key, one in changes.items()},
            seen={key: one.seen for key, one in changes.items()},
            remark=on_our_lines(self.cleaned_data["remark"]),
            email=self.cleaned_data["sender_email"],
        )
        return kept(made)


class CorrectionForm(EntryForm):
    """What is published of a place, to be corrected; only what changed is kept."""

    columns: ClassVar[list[str]] = [key for key in LABELS if key != "area"]

    def __init__(self, place: Place, data: Any = None) -> None:
        super().__init__(place, data)

    @property
    def says_something(self) -> bool:
        """Whether anything was changed or told; asked of a form that is valid."""
        return bool(self.changes() or self.cleaned_data["remark"])

    def suggestion(self, origin: str = Suggestion.Origin.VISITOR) -> Suggestion | None:
        """Save what the visitor changed or told and tell staff; None when there is nothing."""
        if not self.says_something:
            return None
        return self._saved(Suggestion.Kind.CORRECTION, origin)


class NewPlaceForm(EntryForm):
    """A place that is not in the list yet; its name is enough."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data=data)
        self.area_names = list(Area.objects.values_list("name", flat=True).distinct())
        self.fields["area"].widget.attrs["list"] = "area-names"

    def clean_area(self) -> str:
        """A name that we know as we write it; anything else as it was typed."""
        typed = on_our_lines(self.cleaned_data["area"])
        known = {name.casefold(): name for name in self.area_names}
        return known.get(typed.casefold(), typed)

    def suggestion(self, origin: str = Suggestion.Origin.VISITOR) -> Suggestion:
        """Save the proposed place and tell staff."""
        return self._saved(Suggestion.Kind.NEW, origin)

    def lookalikes(self) -> list[Place]:
        """Published places that may be the one that is meant."""
        texts = {key: one.proposed for key, one in self.changes().items()}
        return like_it(Place.objects.published(), texts)


class StillTrueForm(SenderForm):
    """“Alles klopt nog”: one button, and what a machine would fill in beside it."""

    def suggestion(self, place: Place, origin: str = Suggestion.Origin.VISITOR) -> Suggestion:
        """Save that somebody says so and tell staff; this confirms nothing."""
        kind = Suggestion.Kind.STILL_TRUE
        email = self.cleaned_data["sender_email"]
        return kept(Suggestion(place=place, kind=kind, origin=origin, email=email))


def kept(made: Suggestion) -> Suggestion:
    """Stored and told to staff; what waits already is neither again."""
    kept, is_new = Suggestion.objects.keep(made)
    if is_new:
        announce(kept)
    return kept


def _shown(place: Place | None, key: str) -> str:
    text = text_now(place, key)
    return plain_week(text) if key == "hours" else text


def _field(key: str, text: str) -> forms.CharField:
    """A field that holds what is published, however long; browsers are not to fill in more."""
    is_long = key in LONG
    attributes: dict[str, Any] = {"autocomplete": "off"} | ({"lang": "nl"} if text else {})
    if is_long:
        attributes["rows"] = min(max(4, text.count("\n") + 2), 14)
    return forms.CharField(
        label=LABELS[key],
        help_text=HINTS.get(key, ""),
        initial=on_our_lines(text),
        required=key == "name",
        max_length=max(LONGEST if is_long else LONGEST_LINE, len(text)),
        widget=forms.Textarea(attributes) if is_long else forms.TextInput(attributes),
        error_messages={"required": _("Vul de naam van de plek in.")},
    )
