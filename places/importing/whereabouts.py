"""In which area a place lies, by the names that a source gives."""

from places.models import Area

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
