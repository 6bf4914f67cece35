"""Which reader reads a file, by its name."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from django.utils.translation import gettext as _

from places.importing.report import Refused
from places.osm_import.objects import OsmObject
from places.osm_import.overpass import read_overpass

EXTRACTS = (".osm.pbf", ".pbf", ".osm", ".osm.xml", ".osm.gz", ".osm.bz2")


def read_objects(
    path: Path, keys: Iterable[str], is_wanted: Callable[[Mapping[str, str]], bool]
) -> list[OsmObject]:
    """The wanted objects of a file, each once. Raises Refused with the reason in one line."""
    name = path.name.lower()
    if not path.is_file():
        raise Refused(_("Het bestand %s is er niet.") % path)
    if name.endswith(".json"):
        return _each_once(read_overpass(path, is_wanted))
    if name.endswith(EXTRACTS):
        # only here: osmium is heavy
        from places.osm_import.extract import read_extract

        return _each_once(read_extract(path, keys, is_wanted))
    raise Refused(
        _("%(file)s: geef JSON van Overpass (.json) of een uittreksel (%(known)s).")
        % {"file": path, "known": ", ".join(EXTRACTS)}
    )


def _each_once(objects: Iterable[OsmObject]) -> list[OsmObject]:
    """Of an object that comes more than once, the one with a point, else the last."""
    found: dict[str, OsmObject] = {}
    for one in objects:
        before = found.get(one.reference)
        if before is None or before.longitude is None or one.longitude is not None:
            found[one.reference] = one
    return list(found.values())
