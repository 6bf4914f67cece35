"""Places as flat records: every field one value, named as in `/api/v1` as far as that goes."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Literal

from places.files.asked import Asked
from places.models import Area
from places.models.entry_columns import SLUG
from places.models.file_rows import FiledPlace
from places.week_notation import hours_text, special_days_text

Type = Literal["string", "integer", "boolean", "date", "datetime", "list"]


@dataclass(frozen=True)
class Field:
    """A field with what it says of a place; null where that is not known.

    A list holds texts, and is empty where nothing is known.
    """

    name: str
    type: Type
    says: Callable[[FiledPlace, Asked], Any]


def names() -> list[str]:
    """What ``velden`` may choose."""
    return list(FIELDS)


def _own(name: str, attribute: str, kind: Type = "string") -> Field:
    """What stands on the place itself; an empty text is not known."""
    value = attrgetter(attribute)
    if kind == "string":
        return Field(name, kind, lambda place, _asked: value(place) or None)
    return Field(name, kind, lambda place, _asked: value(place))


def _both(name: str, attribute: str) -> tuple[Field, Field]:
    """A text and its English twin."""
    return _own(name, attribute), _own(f"{name}En", f"{attribute}_en")


def _name_of(name: str, attribute: str) -> Field:
    """The name of what the place belongs to."""
    value = attrgetter(attribute)
    return Field(name, "string", lambda place, _asked: getattr(value(place), "name", None))


def _area(name: str) -> Field:
    """The area of this level that the place lies in."""

    def said(place: FiledPlace, _asked: Asked) -> str | None:
        area: Area | None = place.area
        while area is not None and area.level != name:
            area = area.parent
        return area.name if area else None

    return Field(name, "string", said)


def _words(name: str, rows: str, text: str) -> Field:
    """The words of the rows around the place."""
    of_row = attrgetter(text)
    return Field(name, "list", lambda place, _asked: [of_row(row) for row in getattr(place, rows)])


def _traits(name: str, answer: str) -> Field:
    """The traits of which somebody gave this answer."""

    def said(place: FiledPlace, _asked: Asked) -> list[str]:
        return [row.trait.name for row in place.place_traits if row.answer == answer]

    return Field(name, "list", said)


FIELDS = {
    field.name: field
    for field in (
        Field("uuid", "string", lambda place, _asked: str(place.uuid)),
        _own("slug", "slug"),
        _own("naam", "name"),
        _own("andereNamen", "name_variants", "list"),
        _name_of("soort", "kind"),
        _name_of("organisatie", "organisation"),
        _own("straat", "street"),
        _own("huisnummer", "house_number"),
        _own("postcode", "postcode"),
        _own("plaats", "city"),
        _own("nauwkeurigheid", "location_precision"),
        *(_area("wijk"), _area("gebied"), _area("gemeente")),
        _own("telefoon", "phone"),
        _own("email", "email"),
        _own("website", "website"),
        _own("sinds", "since", "integer"),
        *_both("beschrijving", "description"),
        *_both("eersteBezoek", "first_visit"),
        *_both("opmerking", "note"),
        *_both("sterkePunten", "strengths"),
        *_both("nodig", "needs"),
        *_both("aandachtspunten", "attention"),
        _words("waarden", "place_values", "value.name"),
        _words("dilemmas", "place_dilemmas", "dilemma.name"),
        _traits("kenmerken", "ja"),
        _traits("kenmerkenNee", "nee"),
        _words("doelgroepen", "audiences", "name"),
        _words("aanbod", "offers", "name"),
        _words("talen", "languages", "name"),
        _words("uitspraken", "quotes", "text"),
        Field("openingstijden", "string", lambda place, _: hours_text(place.hours) or None),
        Field(
            "bijzondereDagen",
            "string",
            lambda place, _: special_days_text(place.special_days) or None,
        ),
        _own("feestdagen", "holiday_policy"),
        _own("openingstijdenCompleet", "hours_complete", "boolean"),
        _own("nagekekenOp", "checked_on", "date"),
        _own("nagekekenDoor", "checked_by"),
        _own("gewijzigdOp", "changed_at", "datetime"),
        _words("bronnen", "sources", "title"),
        Field("pagina", "string", lambda place, asked: asked.page.replace(SLUG, place.slug)),
    )
}
