"""Answers about the words of the filter, gebieden, wijken and networks; and what went wrong."""

from datetime import date
from typing import Any, Literal

from pydantic import Field

from places.api.v1.schemas import Link, Named, PartOfDate, Point, ProperName, Said, Text


class Counted(Said):
    aantal_plekken: int = Field(
        ..., description="Gepubliceerde plekken; precies tot en met 10.000."
    )
    aantal_is_ondergrens: bool


class ListLinks(Said):
    self: Link


class ToPlaces(Said):
    plekken: Link


class WithPage(ToPlaces):
    pagina: Link
    pagina_en: Link


class AreaLinks(WithPage):
    self: Link


class Value(Named, Counted):
    betekenis: Text
    betekenis_en: Text
    uitleg: Text
    uitleg_en: Text
    vraag: Text
    vraag_en: Text
    kenmerken: list[Named] = Field(..., description="Kenmerken die voor deze waarde spreken.")
    links: WithPage = Field(..., alias="_links")


class Side(Named, Counted):
    """Een kant van een dilemma; ``slug`` is wat `dilemma=` ervan weet."""

    uitleg: Text
    uitleg_en: Text


class Dilemma(Named, Counted):
    uitleg: Text
    uitleg_en: Text
    kanten: list[Side]
    links: WithPage = Field(..., alias="_links")


class Kind(Named, Counted):
    symbool: str
    links: ToPlaces = Field(..., alias="_links")


class Trait(Named, Counted):
    vraag: Text
    vraag_en: Text
    links: ToPlaces = Field(..., alias="_links")


class Word(Named, Counted):
    links: ToPlaces = Field(..., alias="_links")


class Above(ProperName):
    niveau: Literal["gemeente", "gebied"]


class Area(ProperName, Counted):
    code: str = Field(..., description="Van het CBS.")
    ligt_in: Above
    inwoners: int | None
    inwoners_op: date | None
    midden: Point
    links: AreaLinks = Field(..., alias="_links")


class MultiPolygon(Said):
    """GeoJSON: lengte en breedte, of x en y in RD; `Content-Crs` zegt welke."""

    type: Literal["MultiPolygon"]
    coordinates: list[list[list[tuple[float, float]]]]


class AreaWithBoundary(Area):
    grens: MultiPolygon | None = Field(..., description="Null als de grens niet is geladen.")
    bronvermelding: Text = Field(..., description="Zet dit bij de grens als u die laat zien.")


class Network(ProperName, Counted):
    vorm: Literal["organisatie", "netwerk"]
    beschrijving: Text
    beschrijving_en: Text
    website: Text
    bron: Text
    bron_datum: PartOfDate | None
    links: WithPage = Field(..., alias="_links")


class Whole(Said):
    totaal: int
    links: ListLinks = Field(..., alias="_links")


class Values(Whole):
    resultaten: list[Value]


class Dilemmas(Whole):
    resultaten: list[Dilemma]


class Kinds(Whole):
    resultaten: list[Kind]


class Traits(Whole):
    resultaten: list[Trait]


class Words(Whole):
    resultaten: list[Word]


class Areas(Whole):
    resultaten: list[Area]


class Networks(Whole):
    resultaten: list[Network]


class Problem(Said):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str


class Unreadable(Problem):
    errors: dict[str, list[str]] = Field(..., description="De redenen, per parameter.")


class Successor(ProperName):
    links: ListLinks = Field(..., alias="_links")


class Gone(Problem):
    reden: Literal["verhuisd", "gesloten", "samengevoegd"] | None
    gearchiveerd_op: date
    opvolger: Successor | None


LOCATED: dict[int, Any] = {400: Unreadable, 406: Problem}
"""What is answered besides when coordinates cannot be given as they were asked for."""
