"""The programming interfaces that serve the data."""

from dataclasses import dataclass

from places.api.hsds.description import PROFILE as HSDS
from places.open_data import vocabulary as terms


@dataclass(frozen=True)
class Service:
    """An interface: the names of its root and of its description for machines, and its standard."""

    name: str
    title: str
    about: str
    root: str
    description: str
    standard: str


SERVICES = (
    Service(
        "api",
        "API van ontmoetingsplekken",
        "Plekken zoeken en filteren, met openingstijden die per dag zijn uitgerekend, als JSON. "
        "Beschreven in OpenAPI 3.1, volgens de API Design Rules van de Nederlandse overheid.",
        "api_root",
        "api_openapi",
        terms.DESIGN_RULES,
    ),
    Service(
        "hsds",
        "API in HSDS 3.1",
        "Dezelfde plekken als diensten van organisaties, zoals systemen voor sociale kaarten ze "
        "uitwisselen: Human Services Data Specification 3.1 van Open Referral.",
        "hsds_root",
        "hsds_openapi",
        HSDS,
    ),
)
