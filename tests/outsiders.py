"""People without an account, and what they send."""

from typing import Any

from django.test import Client

from places.models import Place, Report, Suggestion
from places.suggesting import CorrectionForm

PAULUSKERK = "/plekken/pauluskerk/wijziging/"
ADDRESS = "bewoner@voorbeeld.example"


def pauluskerk() -> Place:
    """A place that is published, in the wijk Oude Westen of the gebied Centrum."""
    return Place.objects.get(slug="pauluskerk")


def filled_in(place: Place, **changes: str) -> dict[str, str]:
    """What a browser sends of the form for a correction, with some texts changed."""
    lines = list(CorrectionForm(place).lines())
    seen = {f"was-{line.key}": line.seen for line in lines}
    return {line.key: line.seen for line in lines} | seen | {"remark": ""} | changes


def corrected(client: Client, place: Place, **changes: str) -> Any:
    """The answer to a correction."""
    return client.post(f"/plekken/{place.slug}/wijziging/", filled_in(place, **changes))


def suggestion(place: Place | None = None, /, **fields: Any) -> Suggestion:
    """A suggestion that waits; without other words it proposes a telephone number."""
    place = place or pauluskerk()
    proposed = fields.pop("proposed", {"phone": "010 123 45 67"})
    seen = {key: CorrectionForm(place).seen(key) for key in proposed}
    known = {"kind": "wijziging", "proposed": proposed, "seen": seen, "email": ADDRESS}
    made: Suggestion = Suggestion.objects.create(place=place, **known | fields)
    return made


def newcomer(**proposed: str) -> Suggestion:
    """A new place that somebody proposed."""
    texts = {"name": "De Nieuwe Stoel"} | proposed
    return Suggestion.objects.create(kind="nieuw", proposed=texts, email=ADDRESS)


def complaint(place: Place | None = None, **fields: Any) -> Report:
    """A report that waits."""
    known = {"tone": "klacht", "text": "Het was er koud.", "email": ADDRESS}
    return Report.objects.create(place=place or pauluskerk(), **known | fields)
