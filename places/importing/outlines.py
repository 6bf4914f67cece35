"""From GeoJSON coordinates to RD New: the outline of an area, valid; or the middle of one."""

import re
from typing import Any

from django.contrib.gis.gdal import GDALException
from django.contrib.gis.geos import (
    GeometryCollection,
    GEOSException,
    GEOSGeometry,
    MultiPolygon,
    Point,
    Polygon,
)
from django.utils.translation import gettext as _

from places.coordinates import WGS84, to_rd
from places.importing.dialects import Unreadable
from places.models.area import RD_NEW

MAY_CHANGE = 0.01
"""The share of its area that mending an outline may add or take away."""

RD_EXTENT = (-7_000, 289_000, 300_000, 629_000)


def outline(geometry: Any, grid: int | None) -> tuple[MultiPolygon, str]:
    """The outline, and what was mended in it (empty if nothing).

    ``grid`` is the EPSG code of the coordinates; without it their size tells. Raises Unreadable.
    """
    shape = _shape(geometry)
    _place(shape, grid)
    return _mended(shape)


def middle(geometry: Any, grid: int | None) -> Point:
    """The point, or the middle of the polygons if that lies on them, else a point that does.

    ``grid`` as for ``outline``. Raises Unreadable.
    """
    if isinstance(geometry, dict) and geometry.get("type") == "Point":
        point = _point(geometry.get("coordinates"))
        _place(point, grid)
        return point
    shape, _fault = outline(geometry, grid)
    return shape.centroid if shape.intersects(shape.centroid) else shape.point_on_surface


def _place(shape: GEOSGeometry, grid: int | None) -> None:
    """Turn the coordinates into RD New, in place."""
    shape.srid = grid or _likely_grid(shape)
    try:
        if shape.srid == WGS84:
            to_rd(shape)
    except GDALException as error:
        raise Unreadable(_("de coördinaten liggen niet in Nederland")) from error
    if not _within(shape, RD_EXTENT):
        raise Unreadable(_("de coördinaten liggen niet in Nederland"))


def _point(coordinates: Any) -> Point:
    try:
        x, y, *_z = coordinates
        return Point(float(x), float(y))
    except (TypeError, ValueError, OverflowError) as error:
        raise Unreadable(_("de coördinaten zijn geen twee getallen")) from error


def _shape(geometry: Any) -> MultiPolygon:
    """Built by hand: heights are left out, and a ring that is no ring is told apart."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise Unreadable(_("er is geen vlak als grens"))
    try:
        polygons = geometry["coordinates"] if kind == "MultiPolygon" else [geometry["coordinates"]]
        shape = MultiPolygon(
            [
                Polygon(*[[(float(x), float(y)) for x, y, *_z in ring] for ring in rings])
                for rings in polygons
            ]
        )
    except (KeyError, TypeError, ValueError, OverflowError, GEOSException) as error:
        reason = _("een ring is niet gesloten, of heeft te weinig of verkeerde punten")
        raise Unreadable(reason) from error
    if shape.empty:
        raise Unreadable(_("er is geen vlak als grens"))
    return shape


def _likely_grid(shape: GEOSGeometry) -> int:
    return WGS84 if _within(shape, (-180, -90, 180, 90)) else RD_NEW


def _within(shape: GEOSGeometry, extent: tuple[float, float, float, float]) -> bool:
    left, bottom, right, top = shape.extent
    return extent[0] <= left <= right <= extent[2] and extent[1] <= bottom <= top <= extent[3]


def _mended(shape: MultiPolygon) -> tuple[MultiPolygon, str]:
    verdict = shape.valid_reason
    if verdict == "Valid Geometry":
        return shape, ""
    mended = _polygons(shape.make_valid())
    if abs(mended.area - shape.area) > MAY_CHANGE * mended.area or mended.empty:
        raise Unreadable(
            _("%(fault)s, en herstel verandert de oppervlakte van %(before)d in %(after)d m²")
            % {"fault": _fault(verdict), "before": shape.area, "after": mended.area}
        )
    return mended, _fault(verdict)


def _polygons(shape: GEOSGeometry) -> MultiPolygon:
    """Only the surfaces: mending may leave loose lines and points."""
    found: list[Polygon] = []
    pending = [shape]
    while pending:
        part = pending.pop()
        if isinstance(part, Polygon):
            found.append(part)
        elif isinstance(part, GeometryCollection):
            pending += [part[number] for number in range(len(part))]
    return MultiPolygon(found, srid=shape.srid)


def _fault(verdict: str) -> str:
    """The verdict of GEOS, such as ``Self-intersection[92000 437000]``, in Dutch."""
    faults = {
        "Self-intersection": _("de grens kruist zichzelf"),
        "Ring Self-intersection": _("een ring raakt zichzelf"),
        "Hole lies outside shell": _("een gat ligt buiten het vlak"),
        "Holes are nested": _("gaten liggen in elkaar"),
        "Nested shells": _("vlakken liggen in elkaar"),
        "Interior is disconnected": _("het vlak valt uiteen"),
        "Too few points in geometry component": _("een ring heeft te weinig punten"),
    }
    name, _bracket, spot = verdict.partition("[")
    where = re.sub(r"(-?\d+)(?:\.\d+)?", r"\1", spot.rstrip("]"))
    return f"{faults.get(name, name)} ({where})" if where else faults.get(name, name)
