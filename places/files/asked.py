"""What is asked of a file besides the places: which fields, and what it depends on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from places.fields import names_among


@dataclass(frozen=True)
class Asked:
    """The fields to write, by name; the day on which; the address of a place's page.

    In ``page`` the word ``SLUG`` of ``places.models.entry_columns`` stands for the slug.
    """

    names: Sequence[str]
    today: date
    page: str


def chosen_names(given: list[str], known: Sequence[str]) -> tuple[list[str], list[str]]:
    """Names with commas between them as ``velden`` has them: those we know, and complaints.

    Nothing given is everything; the order is that of the file.
    """
    chosen, unknown = names_among(given, known)
    complaints = [_("Onbekend: %s.") % ", ".join(name[:60] for name in unknown)] if unknown else []
    return (chosen if chosen or unknown else list(known)), complaints
