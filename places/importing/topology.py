"""How areas fit together: what is drawn from their parts, overlaps, gaps and strays.

All of it is reckoned in the database, where an index finds the neighbours.
"""

from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from places.importing.gazetteer import titles

WORTH_MENTIONING = 0.01
"""The share of an area that may lie wrong: simplified outlines never fit to the metre."""

SLIVER = 20
"""Metres: a hole that is narrower than this between two outlines is no place in the city."""


def draw_from_parts() -> list[str]:
    """Give areas without a boundary that of their parts together, if all parts have one.

    Returns the names of the areas.
    """
    names = []
    for level in ("gebied", "gemeente"):  # a municipality may need the gebieden drawn just before
        rows = _rows(
            """
            UPDATE places_area AS area SET boundary = parts.boundary FROM (
              SELECT parent_id, ST_Multi(ST_Union(ST_MakePolygon(ST_ExteriorRing(polygon), ARRAY(
                  SELECT ST_ExteriorRing((hole).geom) FROM ST_DumpRings(polygon) AS hole
                  WHERE (hole).path[1] > 0 AND 2 * ST_Area((hole).geom)
                    > %s * ST_Perimeter((hole).geom)
                )))) AS boundary
              FROM (
                SELECT parent_id, (ST_Dump(ST_Union(boundary))).geom AS polygon FROM places_area
                GROUP BY parent_id HAVING count(*) = count(boundary)
              ) AS polygons GROUP BY parent_id
            ) AS parts
            WHERE area.id = parts.parent_id AND area.boundary IS NULL AND area.level = %s
            RETURNING area.name
            """,
            [SLIVER, level],
        )
        names += [name for (name,) in rows]
    return sorted(names)


def faults(codes: list[str]) -> list[str]:
    """What does not fit about these areas and their neighbours, one line per fault."""
    return [*_overlaps(codes), *_strays(codes), *_gaps(codes)]


def _overlaps(codes: list[str]) -> Iterator[str]:
    rows = _rows(
        """
        SELECT * FROM (
          SELECT one.level, one.name, other.name AS neighbour,
            ST_Area(ST_Intersection(one.boundary, other.boundary)) AS shared,
            least(ST_Area(one.boundary), ST_Area(other.boundary)) AS smaller
          FROM places_area AS one JOIN places_area AS other
            ON one.level = other.level AND one.id < other.id AND one.boundary && other.boundary
          WHERE one.code = ANY(%(codes)s) OR other.code = ANY(%(codes)s)
        ) AS pairs WHERE shared > %(share)s * smaller ORDER BY shared DESC
        """,
        {"codes": codes, "share": WORTH_MENTIONING},
    )
    for level, name, neighbour, shared, smaller in rows:
        yield _("overlap: %(level)s %(name)s en %(other)s delen %(area)d m² (%(share).1f%%)") % {
            "level": level,
            "name": name,
            "other": neighbour,
            "area": shared,
            "share": 100 * shared / smaller,
        }


def _strays(codes: list[str]) -> Iterator[str]:
    rows = _rows(
        """
        SELECT * FROM (
          SELECT part.level, part.name, whole.name AS whole,
            ST_Area(ST_Difference(part.boundary, whole.boundary)) / ST_Area(part.boundary) AS share
          FROM places_area AS part JOIN places_area AS whole ON whole.id = part.parent_id
          WHERE part.code = ANY(%(codes)s) OR whole.code = ANY(%(codes)s)
        ) AS parts WHERE share > %(share)s ORDER BY share DESC
        """,
        {"codes": codes, "share": WORTH_MENTIONING},
    )
    for level, name, whole, share in rows:
        yield _("buiten: %(level)s %(name)s ligt voor %(share).1f%% buiten %(whole)s") % {
            "level": level,
            "name": name,
            "whole": whole,
            "share": 100 * share,
        }


def _gaps(codes: list[str]) -> Iterator[str]:
    """Holes that areas of one level leave between them, per municipality."""
    rows = _rows(
        """
        WITH RECURSIVE tree AS (
          SELECT id, level, boundary, name AS municipality FROM places_area WHERE parent_id IS NULL
          UNION ALL
          SELECT part.id, part.level, part.boundary, tree.municipality
          FROM places_area AS part JOIN tree ON tree.id = part.parent_id
        ), together AS (
          SELECT municipality, level, (ST_Dump(ST_Union(boundary))).geom AS polygon FROM tree
          WHERE municipality IN (
            SELECT municipality FROM tree JOIN places_area USING (id) WHERE code = ANY(%s)
          )
          GROUP BY municipality, level
        ), holes AS (
          SELECT municipality, level, ST_Area(ring.geom) AS area
          FROM together, ST_DumpRings(polygon) AS ring WHERE ring.path[1] > 0
        )
        SELECT municipality, level, count(*), sum(area), max(area) FROM holes
        WHERE level <> 'gemeente' GROUP BY municipality, level ORDER BY level
        """,
        [codes],
    )
    for municipality, level, count, area, largest in rows:
        yield _(
            "gaten tussen %(title)s van %(name)s: %(count)d, samen %(area)d m², "
            "het grootste %(largest)d m²"
        ) % {
            "title": titles()[level],
            "name": municipality,
            "count": count,
            "area": area,
            "largest": largest,
        }


def _rows(statement: str, parameters: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return list(cursor.fetchall())
