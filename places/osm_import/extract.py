"""An extract of OpenStreetMap (.osm.pbf, .osm), read in a stream by osmium.

Only objects that are wanted are kept, so memory goes with what is found and not with the file: a
table of where every node lies, which ways usually need, would be gigabytes for a country. Instead
the file is read again for the few nodes that the found ways and relations are made of.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import osmium
from django.utils.translation import gettext as _
from osmium.filter import IdFilter, KeyFilter

from places.importing.report import Refused
from places.osm_import.objects import OsmObject, dutch_point, middle, plain_tags

_NEVER = 1970
"""The year of an object of which the file has no timestamp."""

_TYPES = {"n": "node", "w": "way", "r": "relation"}

Point = tuple[float, float]


@dataclass
class _Found:
    """An object with what it is made of, of which the middle is still to be looked up."""

    object: OsmObject
    nodes: list[int] = field(default_factory=list)
    ways: list[int] = field(default_factory=list)


def read_extract(
    path: Path, keys: Iterable[str], is_wanted: Callable[[Mapping[str, str]], bool]
) -> list[OsmObject]:
    """The wanted objects, all of which have one of the keys. Raises Refused."""
    try:
        found = list(_tagged(path, sorted(set(keys)), is_wanted))
        return list(_placed(path, found))
    except (RuntimeError, ValueError, OSError) as error:  # what osmium says of a bad file
        message = _("%(file)s is niet te lezen (%(reason)s); er is niets veranderd.")
        raise Refused(message % {"file": path, "reason": error}) from error


def _tagged(
    path: Path, keys: list[str], is_wanted: Callable[[Mapping[str, str]], bool]
) -> Iterator[_Found]:
    for one in osmium.FileProcessor(str(path)).with_filter(KeyFilter(*keys)):
        entity: Any = one
        if entity.type_str() not in _TYPES or entity.deleted:
            continue
        tags = plain_tags((tag.k, tag.v) for tag in entity.tags)
        if is_wanted(tags):
            yield _found(entity, tags)


def _found(entity: Any, tags: dict[str, str]) -> _Found:
    moment = entity.timestamp
    known = OsmObject(
        type=_TYPES[entity.type_str()],
        number=entity.id,
        tags=tags,
        version=entity.version or None,
        day=moment.date().isoformat() if moment.year > _NEVER else "",
    )
    if entity.is_node():
        return _Found(_at(known, _point(entity)))
    if entity.is_way():
        return _Found(known, nodes=[node.ref for node in entity.nodes])
    members = [(member.type, member.ref) for member in entity.members]
    return _Found(
        known,
        nodes=[ref for kind, ref in members if kind == "n"],
        ways=[ref for kind, ref in members if kind == "w"],
    )


def _placed(path: Path, found: list[_Found]) -> Iterator[OsmObject]:
    """The objects with the middle of what they are made of, as far as the file has it."""
    wanted = {way for one in found for way in one.ways}
    nodes_of = {
        way.id: [node.ref for node in way.nodes] for way in _numbered(path, osmium.osm.WAY, wanted)
    }
    for one in found:
        one.nodes += [node for way in one.ways for node in nodes_of.get(way, [])]
    asked = {node for one in found for node in one.nodes}
    points = {node.id: _point(node) for node in _numbered(path, osmium.osm.NODE, asked)}
    for one in found:
        around = middle(point for node in one.nodes if (point := points.get(node)))
        yield _at(one.object, around) if one.nodes else one.object


def _numbered(path: Path, entities: Any, numbers: set[int]) -> Iterable[Any]:
    """The objects with these numbers; the file is not read for none."""
    if not numbers:
        return ()
    return osmium.FileProcessor(str(path), entities).with_filter(IdFilter(numbers))


def _point(node: Any) -> Point | None:
    location = node.location
    return dutch_point(location.lon, location.lat) if location.valid() else None


def _at(known: OsmObject, point: Point | None) -> OsmObject:
    return replace(known, longitude=point[0], latitude=point[1]) if point else known
