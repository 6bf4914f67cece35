"""The form of a place as a conversation: its sections, in the order in which one talks."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Fields = list[str | tuple[str, ...]]


@dataclass(frozen=True)
class Section:
    """A part of the conversation: fields of the place, then rows around it (by model name)."""

    slug: str
    title: Any
    words: Any = ""
    fields: Fields = field(default_factory=list)
    rows: tuple[str, ...] = ()


FAREWELL: Fields = [("archived_on", "archived_because"), "archived_words", "successor"]

SECTIONS = (
    Section(
        "wie",
        _("Wie"),
        fields=["name", "name_variants", "slug", ("kind", "organisation"), "since"],
    ),
    Section(
        "waar",
        _("Waar"),
        fields=[
            ("street", "house_number"),
            ("postcode", "city"),
            "area",
            "location_precision",
            "location",
        ],
    ),
    Section(
        "bereiken",
        _("Bereiken"),
        _("Zonder telefoon kan een bezoeker niet even bellen als de tijden onbekend zijn."),
        fields=["phone", "email", "website"],
    ),
    Section(
        "wanneer",
        _("Wanneer"),
        fields=["hours_complete", "holiday_policy"],
        rows=("openinghours", "specialday"),
    ),
    Section(
        "wat",
        pgettext_lazy("deel van het formulier", "Wat"),
        fields=[
            ("description", "description_en"),
            ("first_visit", "first_visit_en"),
            ("note", "note_en"),
            "offers",
            "audiences",
            "languages",
        ],
        rows=("photo",),
    ),
    Section(
        "gevoel",
        _("Hoe het voelt"),
        _("Woorden eerst, met wie het zegt. Geen cijfers: verschil moet er wezen."),
        rows=("placevalue", "placedilemma", "placetrait", "quote"),
    ),
    Section(
        "vragen",
        _("Sterk, nodig, let op"),
        _(
            "De drie vragen uit het onderzoek. Alle drie de antwoorden zijn openbaar; wat leeg is, "
            "staat er niet."
        ),
        fields=[
            ("strengths", "strengths_en"),
            ("needs", "needs_en"),
            ("attention", "attention_en"),
        ],
    ),
    Section(
        "bronnen",
        _("Bronnen"),
        _("Waar de feiten vandaan komen. Staat onderaan de pagina: “Hoe weten we dit?”"),
        rows=("source", "confirmation"),
    ),
    Section(
        "intern",
        _("Niet openbaar"),
        _("Dit ziet het publiek nooit. De verwijsinformatie zien ook de wijkteams."),
        rows=("referral", "dossier"),
    ),
    Section("lijst", _("In de lijst"), fields=["status", *FAREWELL]),
)


@dataclass(frozen=True)
class Arranged:
    """A section with what this user gets to see in it."""

    section: Section
    fieldsets: list[Any]
    rows: list[Any]

    @property
    def has_errors(self) -> bool:
        """Whether something here was refused."""
        lines = (line for fieldset in self.fieldsets for line in fieldset)
        return any(line.errors() for line in lines) or any(
            rows.formset.total_error_count() for rows in self.rows
        )


def fieldsets(without: set[str]) -> list[tuple[Any, dict[str, Any]]]:
    """The fieldsets of the sections, leaving out some fields and what is empty then."""
    parts = [(section.slug, _without(section.fields, without)) for section in SECTIONS]
    return [(slug, {"fields": fields}) for slug, fields in parts if fields]


def arranged(fieldsets: Iterable[Any], formsets: Iterable[Any]) -> list[Arranged]:
    """The sections that are not empty; rows that no section asks for come in the last."""
    by_slug = {fieldset.name: fieldset for fieldset in fieldsets}
    by_model = {rows.opts.model._meta.model_name: rows for rows in formsets}
    parts = []
    for section in SECTIONS:
        own = [by_slug[section.slug]] if section.slug in by_slug else []
        rows = [by_model.pop(name) for name in section.rows if name in by_model]
        parts.append(Arranged(section, own, rows))
    parts[-1].rows.extend(by_model.values())
    return [part for part in parts if part.fieldsets or part.rows]


def _without(fields: Fields, names: set[str]) -> Fields:
    kept: Fields = []
    for line in fields:
        names_of_line = (line,) if isinstance(line, str) else line
        left = tuple(name for name in names_of_line if name not in names)
        if left:
            kept.append(left if len(left) > 1 else left[0])
    return kept
