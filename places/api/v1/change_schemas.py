"""Answers about the API itself: what changed, where to begin, in what coordinates."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from places.api.v1.list_schemas import ListLinks, Successor
from places.api.v1.schemas import Link, Said, Text


class ChangeLinks(Said):
    plek: Link | None = Field(..., description="Null als er op dat adres niets meer staat.")


class Change(Said):
    uuid: UUID
    slug: str
    soort: Literal["nieuw", "gewijzigd", "verwijderd"] = Field(
        ..., description="Nieuw: openbaar geworden na `sinds`."
    )
    op: datetime
    editie: int = Field(..., description="De laatste editie waarin de plek veranderde.")
    reden: Literal["verhuisd", "gesloten", "samengevoegd"] | None
    opvolger: Successor | None
    links: ChangeLinks = Field(..., alias="_links")


class ChangesLinks(Said):
    self: Link
    next: Link | None = Field(..., description="De volgende bladzijde; null op de laatste.")
    later: Link | None = Field(
        ..., description="Waar u later verder vraagt; null zolang er een volgende bladzijde is."
    )


class Changes(Said):
    resultaten: list[Change]
    per: int
    tot: int = Field(
        ...,
        description="Tot en met deze editie is alles verteld: de `sinds` voor een volgende keer.",
    )
    links: ChangesLinks = Field(..., alias="_links")


class IndexLinks(Said):
    self: Link
    openapi: Link
    plekken: Link
    wijzigingen: Link
    waarden: Link
    dilemmas: Link
    soorten: Link
    kenmerken: Link
    doelgroepen: Link
    aanbod: Link
    talen: Link
    gebieden: Link
    wijken: Link
    netwerken: Link
    crss: Link


class Index(Said):
    naam: str
    versie: str
    licentie: Text = Field(..., description="De SPDX-naam; null als er geen gekozen is.")
    links: IndexLinks = Field(..., alias="_links")


class ReferenceSystems(Said):
    crs: list[str] = Field(..., description="Het eerste is wat u krijgt als u niets zegt.")
    links: ListLinks = Field(..., alias="_links")
