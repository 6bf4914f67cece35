"""What answers are made of, for the OpenAPI document; tests hold real answers against it.

HSDS, but only what we give, and nothing else may be there. What is not known is left out, never
null; a list without entries is empty.
"""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

Address = Annotated[str, Field(json_schema_extra={"format": "uri"})]
"""Of a web page."""

Mail = Annotated[str, Field(json_schema_extra={"format": "email"})]
Clock = Annotated[
    str,
    Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d\+0[12]:00$", examples=["17:30+01:00"]),
]
Days = Annotated[
    str,
    Field(pattern=r"^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$", examples=["MO,TU"]),
]
Offset = Literal[1, 2]
"""Hours that Amsterdam is ahead of UTC, in winter and in summer."""


def maybe(description: str = "") -> Any:
    """A field that is left out where nothing is known."""
    told = {"description": description} if description else {}
    return Field(default_factory=lambda: None, **told)  # type: ignore[call-overload]


class Entity(BaseModel):
    """An object with exactly these fields."""

    model_config = ConfigDict(extra="forbid")


class Identified(Entity):
    id: UUID


class Taxonomy(Identified):
    name: str
    description: str


class TaxonomyTerm(Identified):
    code: str = Field(..., description="De slug, zoals de filter van de gids haar kent.")
    name: str
    description: str
    parent_id: UUID = maybe("Alleen de kanten van een dilemma liggen onder iets anders.")
    taxonomy: str
    taxonomy_detail: Taxonomy
    language: Literal["nl"]
    taxonomy_id: UUID


class Attribute(Identified):
    link_id: UUID
    taxonomy_term_id: UUID
    link_entity: Literal["service"]
    value: str = maybe("Hoe deze plek de waarde laat zien of in het dilemma staat, in woorden.")
    taxonomy_term: TaxonomyTerm


class Organization(Identified):
    name: str
    description: str
    website: Address = maybe()


class Phone(Identified):
    number: str
    type: Literal["voice"]


class ServicePhone(Phone):
    service_id: UUID


class LocationPhone(Phone):
    location_id: UUID


class Language(Identified):
    name: str


class ServiceLanguage(Language):
    service_id: UUID


class LocationLanguage(Language):
    location_id: UUID


class Schedule(Identified):
    """Wat `opens_at` heeft telt op tot de openingstijden; de rest zegt waarom een dag anders is."""

    service_id: UUID
    valid_from: date = maybe()
    valid_to: date = maybe()
    timezone: Offset = Field(
        ..., description="Van Amsterdam op de eerste dag die nog komt; de tijd is de lokale tijd."
    )
    wkst: Literal["MO"] = maybe()
    freq: Literal["WEEKLY"] = maybe("Ontbreekt bij dagen waarop het dicht is of niet bekend.")
    byday: Days = maybe()
    description: str
    opens_at: Clock = maybe()
    closes_at: Clock = maybe(
        "Ontbreekt als de eindtijd niet bekend is; vroeger dan `opens_at`: de volgende dag."
    )
    schedule_link: Address
    attending_type: Literal["inloop", "activiteit", "op afspraak"] = maybe()
    notes: str = maybe()


class CostOption(Identified):
    service_id: UUID
    valid_from: date = maybe()
    valid_to: date = maybe()
    option: str = maybe()
    amount_description: str


class Url(Identified):
    label: str
    url: Address
    service_id: UUID


class PostalAddress(Identified):
    location_id: UUID
    address_1: str
    city: str
    region: str = maybe("Het gebied.")
    state_province: str = Field(..., description="Leeg als de provincie niet is ingesteld.")
    postal_code: str = Field(..., description="Leeg als de postcode niet bekend is.")
    country: Literal["NL"]
    address_type: Literal["physical"]


class Accessibility(Identified):
    location_id: UUID
    description: str


class Location(Identified):
    location_type: Literal["physical"]
    name: str
    description: str = maybe()
    latitude: float = maybe()
    longitude: float = maybe()


class WholeLocation(Location):
    languages: list[LocationLanguage]
    addresses: list[PostalAddress]
    accessibility: list[Accessibility]
    phones: list[LocationPhone]


class MinimalService(Identified):
    name: str
    status: Literal["active"]
    last_modified: datetime


class OrganizationService(Identified):
    organization_id: UUID
    name: str
    status: Literal["active"]


class WholeOrganization(Organization):
    services: list[OrganizationService]


class Service(MinimalService):
    organization_id: UUID
    alternate_name: str = maybe()
    description: str = maybe()
    url: Address = maybe()
    email: Mail = maybe()
    fees_description: str = maybe()
    eligibility_description: str = maybe()
    assured_date: date = maybe("Wanneer iemand de plek voor het laatst nakeek.")
    organization: Organization


class NestedService(Service):
    additional_urls: list[Url]
    phones: list[ServicePhone]
    languages: list[ServiceLanguage]
    cost_options: list[CostOption]
    attributes: list[Attribute]


class NestedAtLocation(Identified):
    service_id: UUID
    location_id: UUID
    location: WholeLocation


class WholeService(NestedService):
    schedules: list[Schedule]
    service_at_locations: list[NestedAtLocation]


class ServiceAtLocation(Identified):
    service_id: UUID
    location_id: UUID
    location: Location
    service: Service


class WholeServiceAtLocation(NestedAtLocation):
    service: NestedService
    schedules: list[Schedule]


class Page(Entity):
    total_items: int
    total_pages: int
    page_number: int
    size: int = Field(..., description="Hoeveel er op deze bladzijde staan.")
    first_page: bool
    last_page: bool
    empty: bool


class Services(Page):
    contents: list[Service | WholeService | MinimalService]


class ServicesAtLocations(Page):
    contents: list[ServiceAtLocation | WholeServiceAtLocation]


class Organizations(Page):
    contents: list[Organization]


class Taxonomies(Page):
    contents: list[Taxonomy]


class TaxonomyTerms(Page):
    contents: list[TaxonomyTerm]


class Root(Entity):
    version: Literal["3.1"]
    profile: Address
    openapi_url: Address


class Problem(Entity):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str = maybe()


class Unreadable(Problem):
    errors: dict[str, list[str]] = Field(..., description="De redenen, per parameter.")


class Successor(Identified):
    name: str
    url: Address


class Gone(Problem):
    reden: Literal["verhuisd", "gesloten", "samengevoegd"] | None
    gearchiveerd_op: date
    opvolger: Successor | None
