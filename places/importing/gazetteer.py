"""All areas by code, and how a source's word about one is taken in."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.contrib.gis.geos import MultiPolygon, Point
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from places.importing.report import complaints
from places.importing.slugs import free_slug
from places.models import Area

Level = Area.Level

SAME_SPOT = 0.5
"""Metres under which two geometries are the same."""


@dataclass(frozen=True)
class AreaRecord:
    """What a source says of one area; what it does not say is None."""

    level: Area.Level
    code: str
    name: str
    parent_code: str = ""
    inhabitants: int | None = None
    inhabitants_on: date | None = None
    centre: Point | None = None
    boundary: MultiPolygon | None = None

    def middle(self) -> Point | None:
        """The centre that the source gives, else a point inside the boundary."""
        if self.centre is None and self.boundary is not None:
            return self.boundary.point_on_surface
        return self.centre


class Gazetteer:
    """The areas that the site knows.

    New areas are made; known ones get newer numbers, centres and boundaries. Names and addresses of
    known areas belong to the editors: they stay, and a difference is reported.
    """

    def __init__(self) -> None:
        self.areas = {area.code: area for area in Area.objects.with_family()}
        self.refusals: list[str] = []
        self.remarks: list[str] = []
        self._slugs = {(area.level, area.slug) for area in self.areas.values()}
        self._changed: dict[str, Area] = {}
        self._counts: Counter[tuple[str, str]] = Counter()

    def take(self, record: AreaRecord) -> None:
        """Make the area of this record, or bring it up to date. Parents come before their parts."""
        area = self.areas.get(record.code)
        if area is None:
            self._make(record)
            return
        if record.name and area.name != record.name:
            self.remarks.append(
                _("%(code)s heet hier %(ours)s en in de bron %(theirs)s: naam gelaten")
                % {"code": area.code, "ours": area.name, "theirs": record.name}
            )
        changed = [_renumber(area, record), _move(area, record), _redraw(area, record)]
        if any(changed):
            self._changed[area.code] = area
        self._counts[record.level, "updated" if any(changed) else "same"] += 1

    def save(self) -> None:
        """Write the changes to known areas, in one statement: places are touched only once."""
        fields = ["inhabitants", "inhabitants_on", "centre", "boundary"]
        Area.objects.bulk_update(self._changed.values(), fields)

    def lines(self) -> list[str]:
        """What was done, one line per level."""
        return [
            _("%(title)s: %(made)d gemaakt, %(updated)d bijgewerkt, %(same)d ongewijzigd")
            % {
                "title": title,
                "made": self._counts[level, "made"],
                "updated": self._counts[level, "updated"],
                "same": self._counts[level, "same"],
            }
            for level, title in titles().items()
            if any(counted == level for counted, _kind in self._counts)
        ]

    def _make(self, record: AreaRecord) -> None:
        parent, centre = self.areas.get(record.parent_code), record.middle()
        if not record.name:
            self._refuse(record, [_("de bron noemt dit zonder naam; laad het eerst zelf")])
            return
        if record.parent_code and parent is None:
            self._refuse(record, [_("ligt in %s, dat hier niet bekend is") % record.parent_code])
            return
        if centre is None:
            self._refuse(record, [_("een nieuw gebied heeft een grens of een midden nodig")])
            return
        area = Area(
            level=record.level,
            parent=parent,
            code=record.code,
            name=record.name,
            slug=self._free_slug(record, parent),
            inhabitants=record.inhabitants,
            inhabitants_on=record.inhabitants_on,
            centre=centre,
            boundary=record.boundary,
        )
        try:
            area.full_clean()
        except ValidationError as error:
            self._refuse(record, complaints(area, error))
            return
        area.save()
        self.areas[area.code] = area
        self._counts[record.level, "made"] += 1

    def _refuse(self, record: AreaRecord, reasons: list[str]) -> None:
        self.refusals += [f"{record.code} {record.name}: {reason}" for reason in reasons]

    def _free_slug(self, record: AreaRecord, parent: Area | None) -> str:
        municipality = [area.name for area in (parent.above() or [parent])[-1:]] if parent else []
        names = [record.name, *(f"{record.name} {name}" for name in municipality)]
        taken = {slug for level, slug in self._slugs if level == record.level}
        slug = free_slug(names, taken)
        self._slugs.add((record.level, slug))
        return slug


def titles() -> dict[str, str]:
    """The levels as one says them of many, the largest first."""
    return {
        Level.MUNICIPALITY: _("gemeenten"),
        Level.DISTRICT: _("gebieden"),
        Level.NEIGHBOURHOOD: _("wijken"),
    }


def _renumber(area: Area, record: AreaRecord) -> bool:
    """Take a count that is at least as recent as the one we have."""
    if record.inhabitants is None or record.inhabitants_on is None:
        return False
    if area.inhabitants_on is not None and record.inhabitants_on < area.inhabitants_on:
        return False
    before = (area.inhabitants, area.inhabitants_on)
    area.inhabitants, area.inhabitants_on = record.inhabitants, record.inhabitants_on
    return before != (area.inhabitants, area.inhabitants_on)


def _move(area: Area, record: AreaRecord) -> bool:
    if record.centre is None or area.centre.equals_exact(record.centre, SAME_SPOT):
        return False
    area.centre = record.centre
    return True


def _redraw(area: Area, record: AreaRecord) -> bool:
    if record.boundary is None:
        return False
    if area.boundary is not None and area.boundary.equals_exact(record.boundary, SAME_SPOT):
        return False
    area.boundary = record.boundary
    return True
