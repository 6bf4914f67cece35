"""What Overpass answers to ``[out:json]``: objects, with a point, a centre, an outline or none."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from places.importing.documents import json_of
from places.importing.report import Refused
from places.osm_import.objects import TYPES, OsmObject, dutch_point, middle, plain, plain_tags

LARGEST = 64 * 1024 * 1024
"""Bytes; JSON is read at once and takes some ten times as much memory."""

_LARGEST_ID = 2**63


def read_overpass(path: Path, is_wanted: Callable[[Mapping[str, str]], bool]) -> list[OsmObject]:
    """The wanted objects. Raises Refused for what is no complete answer of Overpass."""
    if path.stat().st_size > LARGEST:
        raise Refused(
            _("%(file)s is groter dan %(size)d MB; vraag minder op, of neem een .osm.pbf.")
            % {"file": path, "size": LARGEST // 1024**2}
        )
    document = json_of(str(path))
    elements = document.get("elements") if isinstance(document, dict) else None
    if not isinstance(elements, list):
        raise Refused(_("%s is geen antwoord van Overpass: er is geen lijst ‘elements’.") % path)
    if document.get("remark"):
        raise Refused(
            _("Overpass is niet klaar geworden, dus er mist wat: %s") % plain(document["remark"])
        )
    return list(_objects(elements, _day_of_file(document), is_wanted))


def _objects(
    elements: list[Any], day: str, is_wanted: Callable[[Mapping[str, str]], bool]
) -> Iterator[OsmObject]:
    for element in elements:
        if not _is_object(element):
            continue
        tags = plain_tags(element["tags"].items())
        if is_wanted(tags):
            yield _object(element, tags, day)


def _is_object(element: Any) -> bool:
    """A tagged node, way or relation; anything else that Overpass may count or add is none."""
    if not isinstance(element, dict) or not isinstance(element.get("tags"), dict):
        return False
    number = element.get("id")
    if not isinstance(number, int) or isinstance(number, bool) or abs(number) >= _LARGEST_ID:
        return False
    return element.get("type") in TYPES


def _object(element: dict[str, Any], tags: dict[str, str], day: str) -> OsmObject:
    point = _point(element)
    version = element.get("version")
    known = isinstance(version, int) and not isinstance(version, bool) and 0 < version < 10**6
    return OsmObject(
        type=element["type"],
        number=element["id"],
        tags=tags,
        longitude=point[0] if point else None,
        latitude=point[1] if point else None,
        version=version if known else None,
        day=_day(element.get("timestamp")) or day,
    )


def _point(element: dict[str, Any]) -> tuple[float, float] | None:
    """Its own point, else ``center``, else the middle of ``bounds`` or ``geometry``."""
    centre, bounds = element.get("center"), element.get("bounds")
    for holder in (element, centre):
        if isinstance(holder, dict) and dutch_point(holder.get("lon"), holder.get("lat")):
            return dutch_point(holder.get("lon"), holder.get("lat"))
    corners = []
    if isinstance(bounds, dict):
        corners = [(bounds.get(f"{end}lon"), bounds.get(f"{end}lat")) for end in ("min", "max")]
    outline = element.get("geometry")
    if isinstance(outline, list):
        corners += [(one.get("lon"), one.get("lat")) for one in outline if isinstance(one, dict)]
    return middle(point for corner in corners if (point := dutch_point(*corner)))


def _day_of_file(document: dict[str, Any]) -> str:
    about = document.get("osm3s")
    return _day(about.get("timestamp_osm_base")) if isinstance(about, dict) else ""


def _day(moment: Any) -> str:
    """The day of an ISO moment, empty for anything else."""
    try:
        return datetime.fromisoformat(str(moment)).date().isoformat()
    except ValueError:
        return ""
