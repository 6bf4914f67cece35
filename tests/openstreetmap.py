"""Objects of OpenStreetMap as files have them. All of it is made up, with Rotterdam's streets."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import osmium
from osmium.osm.mutable import Node, Relation, Way

from places.models import Suggestion
from tests.cities import told

Json = dict[str, Any]

STOEL = (4.4691, 51.9171)
"""In the wijk Oude Westen; longitude, latitude."""

CENTRE = {"amenity": "community_centre", "name": "Buurtkamer De Stoel"}


def element(number: int = 1, tags: Mapping[str, str] = CENTRE, **fields: Any) -> Json:
    """A node as Overpass gives it with ``out meta``."""
    longitude, latitude = fields.pop("at", STOEL)
    known = {"type": "node", "id": number, "lat": latitude, "lon": longitude, "tags": dict(tags)}
    return known | {"version": 7, "timestamp": "2026-10-01T12:00:00Z"} | fields


def pauluskerk(**tags: str) -> Json:
    """The Pauluskerk, which is in our list, as somebody mapped it."""
    named = {"amenity": "community_centre", "name": "Pauluskerk"}
    return element(20, named | tags, at=(4.4716, 51.9182))


def answer(folder: Path, *elements: Any, **more: Any) -> str:
    """The path of a file with an answer of Overpass."""
    path = folder / "overpass.json"
    path.write_text(json.dumps({"version": 0.6, "elements": elements} | more), "utf-8")
    return str(path)


def imported(folder: Path, *elements: Any, **options: Any) -> str:
    """What the command says about a file with these elements."""
    return told("import_osm", answer(folder, *elements), **options)


def suggested() -> Suggestion:
    """The one suggestion that was made."""
    made: Suggestion = Suggestion.objects.get()
    return made


def extract(path: Path) -> str:
    """A small extract: the node of De Stoel, a garden as a way, a reading room as a relation."""
    longitude, latitude = STOEL
    corners = [(longitude + 0.001 * (n % 2), latitude + 0.001 * (n // 2)) for n in range(4)]
    with osmium.SimpleWriter(str(path)) as writer:
        writer.add_node(
            Node(id=1, location=STOEL, tags=CENTRE, version=7, timestamp="2026-10-01T12:00:00Z")
        )
        for number, corner in enumerate(corners, 2):
            writer.add_node(Node(id=number, location=corner, tags={"natural": "tree"}))
        garden = {"leisure": "garden", "garden:type": "community", "name": "Pluktuin"}
        writer.add_way(Way(id=1, nodes=[2, 3, 5, 4, 2], tags=garden, version=1))
        writer.add_way(Way(id=2, nodes=[2, 5], tags={"highway": "footway", "name": "Het Pad"}))
        room = {"type": "multipolygon", "amenity": "library", "name": "Leeszaal De Lamp"}
        writer.add_relation(Relation(id=1, members=[("w", 1, "outer")], tags=room, version=3))
    return str(path)
