"""What the database keeps, beside what an honest look at all that editors wrote finds."""

from django.db import connection

CELL = "x, y, count, east_sum, north_sum, west, south, east, north, first"
PUBLISHED = "FROM places_place AS place WHERE status = 'gepubliceerd'"
COUNTED = f"SELECT id, unnest(places_counted_as(place)) AS tag {PUBLISHED}"
TODAY = "(now() AT TIME ZONE 'Europe/Amsterdam')::date"

KEPT_AND_HONEST = {
    "tags and words of places": (
        "SELECT id, tags, search::text FROM places_place",
        "SELECT id, one.tags, one.search::text "
        "FROM places_place AS place, places_derived(place) AS one",
    ),
    "checks": (
        "SELECT id, checked_on, checked_by FROM places_place",
        "SELECT DISTINCT ON (place.id) place.id, day, coalesce(role, '') "
        "FROM places_place AS place "
        "LEFT JOIN places_confirmation AS one ON one.place_id = place.id "
        "ORDER BY place.id, day DESC, one.id DESC",
    ),
    "hours of places": (
        "SELECT id, half_hours, surely_open, otherwise FROM places_place",
        "SELECT id, one.* FROM places_place, places_derived_hours(id) AS one",
    ),
    "publications": (
        "SELECT uuid, place_id, counted FROM places_publication WHERE withdrawn_at IS NULL",
        f"SELECT uuid, id, places_counted_as(place) {PUBLISHED}",
    ),
    "counts": (
        "SELECT tag, number FROM places_keptcount WHERE number <> 0",
        f"SELECT tag, count(*) FROM ({COUNTED}) AS one GROUP BY tag",
    ),
    "bits": (
        "SELECT tag, chunk, bits::text FROM places_bitmap WHERE bit_count(bits) > 0",
        "SELECT tag, (id / 8192)::integer, places_bits((id % 8192)::integer, 1)::text "
        f"FROM ({COUNTED}) AS one WHERE places_has_bits(tag) GROUP BY 1, 2",
    ),
    "bits of the clock": (
        "SELECT tag, chunk, bits::text FROM places_clock_bitmap WHERE bit_count(bits) > 0",
        "SELECT places_bits_of_clock(tag), (id / 8192)::integer, "
        f"places_bits((id % 8192)::integer, 1)::text FROM ({COUNTED}) AS one "
        "WHERE places_bits_of_clock(tag) IS NOT NULL GROUP BY 1, 2",
    ),
    "dated strokes": (
        "SELECT tag, id FROM places_dated_stroke",
        f"SELECT tag, id FROM ({COUNTED}) AS one WHERE places_is_of_the_clock(tag) "
        "AND places_bits_of_clock(tag) IS NULL GROUP BY 1, 2 HAVING count(*) % 2 = 1",
    ),
    "points": (
        "SELECT uuid, place_id, location::text FROM places_mappoint",
        f"SELECT uuid, id, location::text {PUBLISHED} AND location IS NOT NULL",
    ),
    "cells": (
        f"SELECT level, {CELL} FROM places_mapcell",
        f"SELECT level, {CELL} FROM generate_series(3, 16) AS one, "
        "places_gathered(ST_MakeEnvelope(-1e6, -1e6, 1e6, 1e6, 28992), one)",
    ),
    "documents": (
        f"SELECT place_id, text, traits::text, days @> {TODAY} FROM places_document",
        "SELECT place_id, text, traits::text, true FROM places_written("
        f"ARRAY(SELECT id {PUBLISHED}), {TODAY})",
    ),
    # Neither loses what nobody has any more.
    "words": (
        "SELECT word FROM ts_stat('SELECT search FROM places_place') AS one "
        "JOIN places_known_word USING (word)",
        "SELECT word FROM ts_stat('SELECT search FROM places_place') "
        "WHERE length(word) BETWEEN 3 AND 60",
    ),
    "minutes": (
        f"SELECT DISTINCT struck FROM (SELECT id {PUBLISHED}) AS one, places_struck(id) AS struck "
        "JOIN places_clock ON minute = struck",
        f"SELECT DISTINCT struck FROM (SELECT id {PUBLISHED}) AS one, places_struck(id) AS struck",
    ),
}


def untrue() -> dict[str, int]:
    """Of what is kept and does not agree with the honest look, how many rows."""
    found = {name: rows_untrue(name) for name in KEPT_AND_HONEST}
    return {name: rows for name, rows in found.items() if rows}


def rows_untrue(name: str) -> int:
    """How many rows of one of them are not as they should be, or are missing."""
    kept, honest = KEPT_AND_HONEST[name]
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH kept AS ({kept}), honest AS ({honest}) SELECT count(*) FROM ("
            "(TABLE kept EXCEPT ALL TABLE honest) UNION ALL "
            "(TABLE honest EXCEPT ALL TABLE kept)) AS either"
        )
        rows: int = cursor.fetchone()[0]
    return rows
