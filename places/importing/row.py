"""One place as it stands in a file: reads its fields, and gathers what is wrong with them."""

import re
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

TEXTS = (
    "name",
    "street",
    "house_number",
    "postcode",
    "city",
    "phone",
    "email",
    "website",
    "description",
    "description_en",
    "first_visit",
    "first_visit_en",
    "note",
    "note_en",
)
"""Fields that a place takes over as they are."""

FIELDS = {
    *TEXTS,
    *("uuid", "slug", "name_variants", "kind", "organisation", "since", "in_brochure"),
    *("lat", "lon", "location_precision", "wijk", "gebied", "gemeente"),
    *("audiences", "offers", "languages", "values", "dilemmas", "quote", "quote_as", "sources"),
    *("hours", "hours_complete", "holiday_policy", "editor_note"),
}

UNKNOWN = "onbekend"

BEYOND_ANY_NUMBER = 1e9

# "versbeton.nl 2015/09", "brochure (Wmo-werkplaats Rotterdam, 2015)": a date at the end.
DATED_TITLE = re.compile(
    r"^(?P<before>.+?),? (?P<year>(?:19|20)\d\d)(?:[-/](?P<month>0[1-9]|1[0-2]))?(?P<after>\)?)$"
)


class Row:
    """A JSON object with a number. A null is an empty text or list."""

    def __init__(self, number: int, data: Any, fields: Iterable[str] = FIELDS) -> None:
        self.number = number
        self.data: dict[str, Any] = data if isinstance(data, dict) else {}
        self.problems: list[str] = []
        if not isinstance(data, dict):
            self.refuse(_("dit is geen plek met velden"))
        for name in sorted(self.data.keys() - set(fields)):
            self.refuse(_("onbekend veld ‘%s’") % name)

    def refuse(self, reason: str) -> None:
        """Remember why this row cannot be taken."""
        self.problems.append(reason)

    def refusals(self) -> list[str]:
        """What is wrong, each with the number and the name of the row."""
        who = _("rij %(number)d, %(name)s") % {
            "number": self.number,
            "name": self.data.get("name") or _("zonder naam"),
        }
        return [f"{who}: {problem}" for problem in self.problems]

    def text(self, field: str) -> str:
        """A text without spaces around it; empty when there is none."""
        value = self.data.get(field)
        if value is None:
            return ""
        if not _is_text(value):
            self.refuse(_("‘%s’ is geen tekst") % field)
            return ""
        return str(value).strip()

    def number_of(self, field: str) -> float | None:
        """A number, or None when there is none."""
        value = self.data.get(field)
        if value is None or value == "":
            return None
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not abs(value) < BEYOND_ANY_NUMBER:
            self.refuse(_("‘%s’ is geen getal") % field)
            return None
        return float(value)

    def truth(self, field: str) -> bool:
        """True only when the row says so."""
        value = self.data.get(field)
        if value is not None and not isinstance(value, bool):
            self.refuse(_("‘%s’ is niet waar of onwaar (true of false)") % field)
        return value is True

    def items(self, field: str) -> list[Any]:
        """A list; empty when there is none."""
        value = self.data.get(field)
        if value is None or isinstance(value, list):
            return value or []
        self.refuse(_("‘%s’ is geen lijst") % field)
        return []

    def texts(self, field: str) -> list[str]:
        """A list of texts, each once."""
        items = self.items(field)
        if not all(_is_text(item) for item in items):
            self.refuse(_("in ‘%s’ staat iets dat geen tekst is") % field)
            return []
        return list(dict.fromkeys(item.strip() for item in items if item.strip()))

    def sources(self) -> dict[str, str]:
        """Titles of the sources, with the date of each or an empty text."""
        found: dict[str, str] = {}
        for item in self.items("sources"):
            title, as_of = _source(item)
            if not title or title in found or not _is_text(title + as_of):
                self.refuse(_("elke bron heeft een eigen titel"))
            found[title] = as_of
        if not found:
            self.refuse(_("er is geen bron"))
        return found


def source_date(text: str) -> str:
    """The date of a source; "onbekend" is no date."""
    return "" if text == UNKNOWN else text


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and "\x00" not in value  # which PostgreSQL cannot keep


def _source(item: Any) -> tuple[str, str]:
    if isinstance(item, dict):
        return str(item.get("title") or ""), source_date(str(item.get("as_of") or ""))
    dated = DATED_TITLE.match(str(item))
    if dated is None:
        return str(item), ""
    when = "-".join(part for part in (dated["year"], dated["month"]) if part)
    return dated["before"] + dated["after"], when
