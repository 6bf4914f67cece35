"""Areas with their boundaries, from GeoJSON."""

from collections import Counter
from dataclasses import replace

from django.contrib.gis.geos import MultiPoint
from django.db import transaction
from django.utils.translation import gettext as _

from places.importing.dialects import Description, Unreadable, describe
from places.importing.documents import year_in
from places.importing.features import Feature, features_of
from places.importing.gazetteer import AreaRecord, Gazetteer, Level
from places.importing.outlines import outline
from places.importing.report import Refused
from places.importing.topology import draw_from_parts, faults
from places.importing.whereabouts import settle_places


def load_boundaries(
    sources: list[str], municipality: str = "", *, partial: bool = False
) -> list[str]:
    """Take in the areas of the sources, check how they fit, and settle the places in them.

    ``municipality`` keeps only the areas of that code. What cannot be read is refused, and then
    nothing is changed, unless ``partial`` asks for the rest. Returns what was done, one line per
    fact. Raises Refused.
    """
    survey = _Survey(municipality)
    for source in sources:
        for feature, grid in features_of(source):
            survey.add(feature, grid, year_in(source))
    if not survey.areas and not survey.refusals:
        raise Refused(_("De bron heeft geen gebieden; er is niets veranderd."))
    gazetteer = Gazetteer()
    with transaction.atomic():
        for record in survey.records(gazetteer):
            gazetteer.take(record)
        refusals = survey.refusals + gazetteer.refusals
        if refusals and not partial:
            raise Refused(*refusals)
        gazetteer.save()
        drawn = draw_from_parts()
        misfits = faults(list(survey.areas))
        settled = settle_places()
    refused = [_("geweigerd: %s") % refusal for refusal in refusals]
    joined = [_("getekend uit de delen: %s") % ", ".join(drawn)] if drawn else []
    lines = survey.lines() + refused + gazetteer.lines() + gazetteer.remarks
    return lines + joined + (misfits or [_("grenzen: sluiten op elkaar aan")]) + settled


class _Survey:
    """What the features say, each area once."""

    def __init__(self, municipality: str) -> None:
        self.municipality = municipality
        self.areas: dict[str, AreaRecord] = {}
        self.above: dict[str, AreaRecord] = {}
        self.refusals: list[str] = []
        self.mended: list[str] = []
        self._passed_over: Counter[str] = Counter()

    def add(self, feature: Feature, grid: int | None, vintage: int | None) -> None:
        """Read a feature; pass over water, and over other municipalities if one was asked for."""
        who = _("vlak %d") % (len(self.areas) + len(self.refusals) + 1)
        try:
            described = describe(feature.get("properties"), vintage)
            who = f"{described.area.code} {described.area.name}"
            if self._passes_over(described):
                return
            if described.area.code in self.areas:
                raise Unreadable(_("dit gebied staat vaker in de bron"))
            boundary, fault = outline(feature.get("geometry"), grid)
        except Unreadable as error:
            self.refusals.append(f"{who}: {error}")
            return
        if fault:
            self.mended.append(f"{who}: {fault}")
        self.areas[described.area.code] = replace(described.area, boundary=boundary)
        for record in described.above:
            if record.name or record.code not in self.above:
                self.above[record.code] = record

    def records(self, gazetteer: Gazetteer) -> list[AreaRecord]:
        """The areas of the source and those above them that are new, parents before their parts."""
        records = dict(self.areas)
        for level in (Level.DISTRICT, Level.MUNICIPALITY):
            for code, record in self.above.items():
                if record.level == level and code not in records and code not in gazetteer.areas:
                    parts = [part for part in records.values() if part.parent_code == code]
                    records[code] = _amid(record, parts)
        levels = list(Level)
        return sorted(records.values(), key=lambda record: levels.index(record.level))

    def lines(self) -> list[str]:
        """How much was read, passed over and mended."""
        lines = [_("gelezen: %d grenzen") % len(self.areas)]
        lines += [
            _("overgeslagen: %(count)d %(why)s") % {"count": count, "why": why}
            for why, count in self._passed_over.items()
        ]
        return lines + [_("hersteld: %s") % mended for mended in self.mended]

    def _passes_over(self, described: Description) -> bool:
        tree = [*described.above, described.area]
        if self.municipality and tree[0].code != self.municipality:
            self._passed_over[_("in een andere gemeente")] += 1
            return True
        if described.is_water:
            self._passed_over[_("water")] += 1
        return described.is_water


def _amid(record: AreaRecord, parts: list[AreaRecord]) -> AreaRecord:
    """A new area that the source only mentions has its centre amid its parts."""
    centres = [centre for centre in (part.middle() for part in parts) if centre]
    return replace(record, centre=MultiPoint(centres, srid=centres[0].srid).centroid)
