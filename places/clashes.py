"""Rows of opening hours that cannot both hold, and how that is said: both are named."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from places.models.hours import OpeningHours, SpecialDay

Row = OpeningHours | SpecialDay


def clashes(rows: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """The positions of every two rows, all of one model, that claim the same minutes."""
    for (number, one), (other_number, other) in combinations(enumerate(rows), 2):
        if one.clashes_with(other):
            yield number, other_number


def refuse_clashes(rows: Sequence[Any]) -> None:
    """Raise a ValidationError that names the two rows of every clash."""
    refusals = [clash(rows[one], rows[other]) for one, other in clashes(rows)]
    if refusals:
        raise ValidationError(refusals)


def clash(one: Row, other: Row) -> ValidationError:
    """What to say of two rows that cannot both hold."""
    return ValidationError(
        _("Deze twee kunnen niet samen: “%(one)s” en “%(other)s”."),
        code="clash",
        params={"one": str(one), "other": str(other)},
    )
