"""What the public sends in for staff to handle, as tests need it."""

from typing import Any

from places.models import Place, Report, Suggestion


def reported(place: Place, **fields: Any) -> Report:
    """A report that waits, unless told otherwise."""
    return Report.objects.create(place=place, tone="zorg", text="De deur klemt.", **fields)


def suggested(place: Place | None, **fields: Any) -> Suggestion:
    """A change that waits, unless told otherwise."""
    known = {"kind": "wijziging", "proposed": {"phone": "010 1"}}
    return Suggestion.objects.create(place=place, **known | fields)
