"""What visitors ask for, drawn at random from what there is; the same seed draws the same."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import holidays

from benchmarks.slips import slip_in

Drawn = dict[str, Any]

WORDS = ["koffie", "eten", "tuin", "taal", "kinderen", "muziek", "buurt", "computer", "samen"]
"""Words that places use in the shipped city and in every crowd."""

HALF_WIDE, HALF_HIGH = 0.1, 0.06
"""Degrees: a box of a city, 14 by 13 kilometres."""

_PLACES = """
SELECT slug, ST_X(degrees), ST_Y(degrees), street, name, replace(postcode, ' ', '') FROM (
  SELECT slug, street, name, postcode, id, ST_Transform(location, 4326) AS degrees FROM places_place
  WHERE status = 'gepubliceerd' AND location IS NOT NULL
    AND id IN (SELECT id FROM places_place ORDER BY md5(id::text) LIMIT 2000)
) AS place ORDER BY id
"""
_VALUES = "SELECT slug FROM places_value ORDER BY position, slug"


def drawings(cursor: Any, seed: int) -> Iterator[Drawn]:
    """One set of values after another, for the questions of ``benchmarks/scenarios.py``."""
    chance = random.Random(seed)
    cursor.execute(_PLACES)
    places = cursor.fetchall()
    postcodes = [one[-1] for one in places if one[-1]]
    cursor.execute(_VALUES)
    values = [slug for (slug,) in cursor.fetchall()]
    while True:
        slug, longitude, latitude, street, name, _postcode = chance.choice(places)
        lon = round(longitude + chance.uniform(-0.01, 0.01), 5)
        lat = round(latitude + chance.uniform(-0.01, 0.01), 5)
        value = chance.choice(values)
        yield {
            **{"slug": slug, "lon": lon, "lat": lat, "value": value, "tag": f"waarde:{value}"},
            **_box(lon, lat),
            **_moment(chance),
            "postcode": chance.choice(postcodes),
            "word": chance.choice(WORDS),
            "typo": slip_in(f"{street} {name}", chance),
        }


def _box(lon: float, lat: float) -> Drawn:
    west, east = round(lon - HALF_WIDE, 5), round(lon + HALF_WIDE, 5)
    south, north = round(lat - HALF_HIGH, 5), round(lat + HALF_HIGH, 5)
    edges = {"west": west, "south": south, "east": east, "north": north}
    return {**edges, "box": f"{west},{south},{east},{north}"}


def _moment(chance: random.Random) -> Drawn:
    """In the four weeks to come, by day or in the evening; the minute is that of the week, and
    half hours and months are numbered as ``places/sql/half_hours.sql`` does."""
    day = date.today() + timedelta(days=chance.randrange(28))
    hour, of_hour = chance.randrange(9, 23), chance.choice((0, 10, 30, 45))
    minute = day.weekday() * 1440 + hour * 60 + of_hour
    clock = f"{hour:02}:{of_hour:02}"
    return {
        **{"day": day, "clock": clock, "moment": f"{day.isoformat()}T{clock}"},
        **{"weekday": day.weekday(), "minute": minute, "half_hour": minute // 30},
        **{"month": 336 + day.year * 12 + day.month, "holidays": _holidays(day)},
    }


def _holidays(day: date) -> str:
    """Which of this day and the day before are, as PostgreSQL writes a list."""
    days = [day - timedelta(days=1), day]
    festive = holidays.country_holidays("NL", years={one.year for one in days})
    return f"{{{','.join(one.isoformat() for one in days if one in festive)}}}"
