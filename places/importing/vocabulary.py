"""Kinds, audiences, values, dilemmas and the other words, from one JSON document."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from places.importing.documents import json_of
from places.importing.report import Refused, complaints
from places.models import (
    Audience,
    Dilemma,
    Kind,
    Language,
    Offer,
    Organisation,
    Trait,
    Value,
)

# Traits come before the values that they speak for.
SECTIONS: dict[str, type[models.Model]] = {
    "kinds": Kind,
    "audiences": Audience,
    "offers": Offer,
    "languages": Language,
    "traits": Trait,
    "values": Value,
    "dilemmas": Dilemma,
    "organisations": Organisation,
}


def load_vocabulary(source: str) -> list[str]:
    """Create the words that are missing, and leave those that exist as their editors made them.

    Returns what was done, one line per section. Raises Refused, and then changes nothing.
    """
    document = json_of(source)
    if not isinstance(document, dict):
        raise Refused(_("%(source)s is geen woordenlijst.") % {"source": source})
    refusals = [_("onbekend onderdeel ‘%s’") % name for name in document.keys() - SECTIONS.keys()]
    lines = []
    with transaction.atomic():
        for name, model in SECTIONS.items():
            section = _Section(model)
            section.load(document.get(name, []))
            refusals += section.refusals
            lines.append(section.line())
        if refusals:
            raise Refused(*refusals)
    return lines


class _Section:
    """One part of the vocabulary: rows of one model."""

    def __init__(self, model: type[models.Model]) -> None:
        self.model = model
        self.title = str(model._meta.verbose_name_plural)
        self.refusals: list[str] = []
        self.made = self.known = 0
        # An editor may have changed a slug; the name tells that the word is there.
        rows = model._default_manager.values_list("slug", "name")
        self.taken = {word for row in rows for word in row}

    def load(self, rows: list[Any]) -> None:
        for position, row in enumerate(rows, 1):
            if not isinstance(row, dict):
                self._refuse(position, {}, [_("dit is geen woord met velden")])
            elif row.get("slug") in self.taken or row.get("name") in self.taken:
                self.known += 1
            else:
                self._create(position, dict(row))

    def line(self) -> str:
        return _("%(title)s: %(made)d gemaakt, %(known)d bestonden al") % {
            "title": self.title,
            "made": self.made,
            "known": self.known,
        }

    def _create(self, position: int, row: dict[str, Any]) -> None:
        traits = row.pop("traits", None)
        if "position" in self._fields():
            row["position"] = position
        try:
            unknown = row.keys() - self._fields()
            if unknown:
                raise ValidationError({"__all__": [_("onbekend veld ‘%s’") % min(unknown)]})
            term = self.model(**row)
            term.full_clean()
            term.save()
            if isinstance(term, Value):
                term.traits.set(_traits(traits or []))
        except ValidationError as error:
            self._refuse(position, row, complaints(self.model(), error))
        else:
            self.made += 1

    def _refuse(self, position: int, row: dict[str, Any], reasons: list[str]) -> None:
        facts = {"list": self.title, "number": position, "name": row.get("name", "")}
        row_name = _("%(list)s, rij %(number)d, %(name)s") % facts
        self.refusals += [f"{row_name}: {reason}" for reason in reasons]

    def _fields(self) -> set[str]:
        return {field.name for field in self.model._meta.fields}


def _traits(slugs: list[str]) -> list[Trait]:
    known = {trait.slug: trait for trait in Trait.objects.all()}
    unknown = [slug for slug in slugs if slug not in known]
    if unknown:
        raise ValidationError({"__all__": [_("onbekend kenmerk ‘%s’") % unknown[0]]})
    return [known[slug] for slug in slugs]
