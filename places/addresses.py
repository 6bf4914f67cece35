"""Query strings that say a selection in its shortest form, and what each part means in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from huiskamers.fixed_urls import fixed_url
from places.fields import TagsField
from places.filters import MONTHS, PlaceFilter
from places.models.wish import Wish
from places.schedule import AMSTERDAM

NAMES = ("gemeente", "gebied", "wijk", "netwerk")
"""Parameters whose options are names, which stay Dutch on pages in another language."""

NOT_A_WISH = ("sorteer", "pagina")
LEANS_ON: dict[str, list[tuple[str, str | None]]] = {
    "bij": [("straal", None), ("sorteer", "afstand")],
    "q": [("sorteer", "relevantie")],
}
"""Parameters, or one value of them, that mean nothing without another parameter."""


@dataclass(frozen=True)
class Chip:
    """One choice of the visitor, and the address without it."""

    label: str
    url: str
    in_dutch: bool


def good_parameters(found: PlaceFilter) -> QueryDict:
    """The query string of a filter without what is empty, wrong or unknown."""
    parameters = QueryDict(mutable=True)
    cleaned = found.cleaned
    for name, field in found.form.fields.items():
        good = cleaned.get(name)
        if not good:
            continue
        if isinstance(field, TagsField):
            parameters.setlist(name, [tag.partition(":")[2] for tag in good])
        else:
            parameters[name] = found.form[name].value()
    return parameters


def without(parameters: QueryDict, name: str, value: str | None = None) -> QueryDict:
    """The same choices but one (or, without a value, but all of one parameter); first page."""
    rest = parameters.copy()
    rest.setlist(name, [one for one in rest.getlist(name) if value is not None and one != value])
    for follower, only in [("pagina", None), *LEANS_ON.get(name, [])]:
        if only in (None, rest.get(follower)):
            rest.pop(follower, None)
    return rest


def directory_url(parameters: QueryDict) -> str:
    """The address of the directory with these choices."""
    query = parameters.urlencode(safe=",:")
    address = fixed_url("directory")
    return f"{address}?{query}" if query else address


def chips(found: PlaceFilter) -> list[Chip]:
    """Every choice in words, each with the address that takes it off."""
    parameters = good_parameters(found)
    return [
        Chip(
            in_words(found, name, value),
            directory_url(without(parameters, name, value)),
            in_dutch=name in NAMES,
        )
        for name, value in _pairs(parameters)
        if name not in NOT_A_WISH
    ]


def in_words(found: PlaceFilter, name: str, value: str) -> str:
    """One choice as a visitor would say it."""
    if f"{name}:{value}" in found.vocabulary:
        return found.vocabulary[f"{name}:{value}"].name
    match name:
        case "open":
            return _("nu open") if value == "nu" else _open_then(found.moment)
        case "bij":
            return _("in de buurt van %(place)s") % {
                "place": found.near.label if found.near else ""
            }
        case "straal":
            return _("binnen %(metres)s m") % {"metres": value}
        case "nagekeken":
            return _("nagekeken: %(when)s") % {"when": MONTHS[value]}
        case "bbox":
            return _("in dit stuk van de kaart")
        case _:
            return f"“{value}”"


def wish_in_words(found: PlaceFilter, wish: Wish) -> str:
    """What is let go of by itself: one choice, or all good ones of a parameter."""
    value = wish.key.partition(":")[2]
    values = [value] if value else good_parameters(found).getlist(wish.parameter)
    return ", ".join(in_words(found, wish.parameter, one) for one in values)


def _open_then(moment: datetime) -> str:
    return _("open op %(moment)s") % {
        "moment": date_format(moment.astimezone(AMSTERDAM), "l j F, H:i")
    }


def _pairs(parameters: QueryDict) -> Iterator[tuple[str, str]]:
    for name, values in parameters.lists():
        for value in values:
            yield name, value
