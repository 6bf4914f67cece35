"""In which area a place lies: by the names in a source, and by its point on the map."""

from django.db import connection
from django.utils.translation import gettext as _

from places.models import Area, Place
from places.models.bulk import update_places
from places.models.history import Door, one_change

Level = Area.Level


class AreaNames:
    """The areas by name, to find the smallest that a source speaks of."""

    def __init__(self) -> None:
        self._by_name: dict[tuple[str, str], list[Area]] = {}
        for area in Area.objects.with_family():
            self._by_name.setdefault((area.level, area.name.casefold()), []).append(area)

    def municipality(self, name: str) -> Area | None:
        """The municipality of this name; a village is none."""
        return next(iter(self._by_name.get((Level.MUNICIPALITY, name.casefold()), [])), None)

    def called(self, level: str, name: str, *, above: list[Area]) -> list[Area]:
        """Areas of this level and name that lie in all of the areas above."""
        return [
            area
            for area in self._by_name.get((level, name.casefold()), [])
            if all(larger in area.above() for larger in above)
        ]


def settle_places() -> list[str]:
    """Give places the smallest area whose boundary holds their point.

    Only where none was known, or a larger one around it. An area that says otherwise was an
    editor's choice: it stays, and is reported. Returns what was done, one line per fact.
    """
    areas = Area.objects.with_family().in_bulk()
    found = _found_elsewhere()
    settled, contradictions = [], []
    for place in Place.objects.with_family().in_bulk(list(found)).values():
        area = areas[found[place.pk]]
        if place.area is None or place.area in area.above():
            place.area = area
            settled.append(place)
        elif area not in place.area.above():
            contradictions.append(
                _("%(place)s: ligt op de kaart in %(found)s, maar %(chosen)s is gekozen: gelaten")
                % {"place": place, "found": _full_name(area), "chosen": _full_name(place.area)}
            )
    with one_change(Door.SYSTEM) as change:
        update_places(change, settled, ["area"], settled)
    counts = {"settled": len(settled), "contradicting": len(contradictions)}
    summary = _("plekken: %(settled)d aan een gebied gekoppeld, %(contradicting)d tegenspraken")
    return [summary % counts, *sorted(contradictions)]


def _full_name(area: Area) -> str:
    return ", ".join(part.name for part in (area, *area.above()))


def _found_elsewhere() -> dict[int, int]:
    """Per place the smallest area that holds it, where that is not the area it has."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT place.id, found.id FROM places_place AS place CROSS JOIN LATERAL (
              SELECT id FROM places_area WHERE ST_Covers(boundary, place.location)
              ORDER BY ST_Area(boundary) LIMIT 1
            ) AS found WHERE place.area_id IS DISTINCT FROM found.id
            """
        )
        return dict(cursor.fetchall())
