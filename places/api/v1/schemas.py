"""What answers are made of, for the OpenAPI document; tests hold real answers against it.

Answers do not pass through these models: they come out of the database as JSON. A field that is not
known is null, a list without entries is empty; nothing is left out but by ``velden``.
"""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, create_model
from pydantic.alias_generators import to_camel
from pydantic.fields import FieldInfo

Text = str | None
State = Literal["open", "afspraak", "dicht", "onbekend"]
Mode = Literal["inloop", "afspraak", "activiteit"]
Weekday = Literal["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", examples=["17:30"])]
PartOfDate = Annotated[
    str, Field(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$", examples=["2025", "2025-11", "2025-11-03"])
]
"""No more precise than it is known."""


class Said(BaseModel):
    """An object with exactly these fields; in JSON their names are camelCase."""

    model_config = ConfigDict(extra="forbid", alias_generator=to_camel, populate_by_name=True)


class Link(Said):
    href: str


class Point(Said):
    """GeoJSON: lengte en breedte, of x en y in RD; `Content-Crs` zegt welke."""

    type: Literal["Point"]
    coordinates: tuple[float, float]


class Named(Said):
    slug: str
    naam: str
    naam_en: Text


class Sourced(Said):
    bron: Text
    bron_datum: PartOfDate | None


class ProperName(Said):
    slug: str
    naam: str


class Organisation(ProperName):
    vorm: Literal["organisatie", "netwerk"]
    website: Text


class Address(Said):
    straat: Text
    huisnummer: Text
    postcode: Text
    plaats: Text


class ShownValue(Named, Sourced):
    woorden: Text
    woorden_en: Text


class Stand(ShownValue):
    positie: Annotated[int, Field(ge=1, le=5)] | None = Field(
        ..., description="1 is helemaal de ene kant, 5 de andere; null als er alleen woorden zijn."
    )


class KnownTrait(Named):
    antwoord: Literal["ja", "nee", "onbekend"]


class Quotation(Sourced):
    uitspraak: str
    door: str


class WeeklyRow(Sourced):
    """``tot`` null: eindtijd onbekend; vroeger dan ``van``: na middernacht; gelijk: 24 uur."""

    dag: Weekday
    van: Clock
    tot: Clock | None
    hoe: Mode
    opmerking: Text
    opmerking_en: Text
    kosten: Text
    kosten_en: Text
    aanmelden: Text
    aanmelden_en: Text
    geldt_vanaf: date | None
    geldt_tot_en_met: date | None


class ExceptionalDays(Said):
    van: date
    tot_en_met: date
    dicht: bool
    open_van: Clock | None
    open_tot: Clock | None
    hoe: Mode | None
    reden: Text
    reden_en: Text


class Reference(Said):
    titel: str
    datum: PartOfDate | None


class Picture(Said):
    url: str
    breedte: int
    hoogte: int
    alt: str
    alt_en: Text
    maker: str


class PlaceLinks(Said):
    self: Link
    openingstijden: Link
    pagina: Link
    pagina_en: Link


class Place(Said):
    uuid: UUID
    slug: str = Field(..., examples=["bij-de-provenier"])
    naam: str = Field(..., examples=["Bij de Provenier"])
    andere_namen: list[str]
    soort: Named | None
    organisatie: Organisation | None
    adres: Address
    locatie: Point | None
    nauwkeurigheid: Literal["adres", "straat", "wijk", "onbekend"] = Field(
        ..., description="Hoe precies de plek bekend is; zonder locatie is dat wijk of onbekend."
    )
    wijk: ProperName | None
    gebied: ProperName | None
    gemeente: ProperName | None
    telefoon: Text
    email: Text
    website: Text
    sinds: int | None = Field(..., description="Een jaar.")
    beschrijving: Text
    beschrijving_en: Text
    eerste_bezoek: Text
    eerste_bezoek_en: Text
    opmerking: Text
    opmerking_en: Text
    sterke_punten: Text
    sterke_punten_en: Text
    nodig: Text
    nodig_en: Text
    aandachtspunten: Text
    aandachtspunten_en: Text
    waarden: list[ShownValue]
    dilemmas: list[Stand]
    kenmerken: list[KnownTrait]
    doelgroepen: list[Named]
    aanbod: list[Named]
    talen: list[Named]
    uitspraken: list[Quotation]
    openingstijden: list[WeeklyRow] = Field(..., description="De week, zonder wat voorbij is.")
    bijzondere_dagen: list[ExceptionalDays]
    feestdagen: Literal["dicht", "gewoon", "onbekend"]
    openingstijden_compleet: bool = Field(
        ..., description="Zo niet, dan is buiten de openingstijden onbekend of de plek open is."
    )
    staat: State = Field(..., description="Op het moment van `open`, anders nu.")
    afstand: int | None = Field(..., description="Meters hemelsbreed vanaf `bij`.")
    nagekeken_op: date | None
    nagekeken_door: Literal["gemeente", "gastheer", "wijkteam"] | None
    gewijzigd_op: datetime
    bronnen: list[Reference]
    fotos: list[Picture]
    links: PlaceLinks = Field(..., alias="_links")


def _partial(whole: type[BaseModel], name: str) -> type[BaseModel]:
    """The same fields, each of which may be left out."""
    fields: dict[str, Any] = {
        field: (info.annotation, _optional(info)) for field, info in whole.model_fields.items()
    }
    return create_model(name, __base__=Said, **fields)


def _optional(info: FieldInfo) -> Any:
    """A default that the schema does not mention: what is left out is not null."""
    return Field(
        default_factory=lambda: None,
        alias=info.alias,
        description=info.description,
        examples=info.examples,
    )


PartOfPlace = _partial(Place, "PartOfPlace")


class PageLinks(Said):
    self: Link
    next: Link | None
    prev: Link | None


class PlacePage(Said):
    resultaten: list[PartOfPlace]  # type: ignore[valid-type]
    totaal: int = Field(..., description="Precies tot en met 10.000.")
    totaal_is_ondergrens: bool = Field(..., description="Waar: er zijn meer dan `totaal` plekken.")
    pagina: int
    per: int
    links: PageLinks = Field(..., alias="_links")


class ResolvedInterval(Said):
    """Van ``begin`` tot ``eind``; hoort bij de dag waarop het begint."""

    begin: datetime
    eind: datetime
    eind_bekend: bool = Field(..., description="Zo niet, dan is `eind` het einde van de dag.")
    staat: State
    hoe: Mode
    oorzaak: Literal["week", "bijzondere dag", "feestdag"]
    reden: Text
    reden_en: Text
    opmerking: Text
    opmerking_en: Text
    kosten: Text
    kosten_en: Text
    aanmelden: Text
    aanmelden_en: Text


class ResolvedDay(Said):
    datum: date
    feestdag: Text
    feestdag_en: Text
    tijden: list[ResolvedInterval]
    daarbuiten: Literal["dicht", "onbekend"] = Field(..., description="De staat buiten de tijden.")
    oorzaak: Literal["week", "bijzondere dag", "feestdag", "niet bekend"]
    reden: Text
    reden_en: Text


class TimetableLinks(Said):
    self: Link
    plek: Link


class Timetable(Said):
    van: date
    tot: date
    tijdzone: Literal["Europe/Amsterdam"]
    dagen: list[ResolvedDay]
    links: TimetableLinks = Field(..., alias="_links")
