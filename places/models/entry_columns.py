"""What anyone may have of a place: every field of its document, with the SQL that says it.

Only what the page of a place shows is named here, and what is not named cannot leave. In the
statement around them ``place`` is the place, ``area``, ``above`` and ``top`` are where it lies,
and ``today`` is a date. What depends on more of the request than that is a gap, see
``entry_gaps``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.gis.geos import Point

from places.models.area import RD_NEW

WGS84 = 4326
SLUG = "slug-van-de-plek"
PHOTO = "00000000-0000-0000-0000-000000000000-0"
"""What stands for a slug, or for key and width of a photo, in addresses that are filled in."""

GAP, BEFORE_PHOTO = "\r0", "\t"
"""What is to be filled in, and what stands before key and width of a photo.

Both are white space that PostgreSQL never writes between two tokens of JSON, and never writes
unescaped within one: no text of a place can pretend to be a gap, and a document with its gaps
is JSON already.
"""


@dataclass(frozen=True)
class Asked:
    """What documents depend on besides the data.

    ``links`` are addresses with ``SLUG``, ``photo`` is one with ``PHOTO``; ``srid`` is what
    coordinates are given in.
    """

    moment: datetime
    today: date
    point: Point | None
    links: Mapping[str, str]
    photo: str
    srid: int = WGS84


def columns(srid: int = WGS84) -> dict[str, str]:
    """Every field by its name, in the order in which a document says them.

    ``srid`` is what coordinates are given in: ``WGS84`` or ``RD_NEW``.
    """
    return {**_COLUMNS, "locatie": geojson("place.location", srid)}


def field_names() -> list[str]:
    """The names that ``velden`` may choose from."""
    return list(_COLUMNS)


def text(column: str) -> str:
    """A text of the place; null when it is empty."""
    return f"nullif({column}, '')"


def in_utc(column: str) -> str:
    """A moment to the second, as machines keep them."""
    return f"to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"


def geojson(column: str, srid: int, digits: int = 5) -> str:
    """A geometry that is kept in RD New; ``digits`` are those of a degree, of a metre it has one.

    Without its option ``ST_AsGeoJSON`` adds a member that GeoJSON no longer has.
    """
    if srid == RD_NEW:
        return f"ST_AsGeoJSON({column}, 1, 0)::json"
    return f"ST_AsGeoJSON(ST_Transform({column}, {WGS84}), {digits})::json"


def rows(said: str, source: str) -> str:
    """Rows as a list of objects; ``source`` is what follows FROM, its order included."""
    selected = f"SELECT {said} FROM {source}"  # noqa: S608
    return f"(SELECT coalesce(json_agg(entry), '[]') FROM ({selected}) AS entry)"  # noqa: S608


def one(said: str, source: str) -> str:
    """At most one row as an object, else null."""
    selected = f"SELECT {said} FROM {source}"  # noqa: S608
    return f"(SELECT to_json(entry) FROM ({selected}) AS entry)"  # noqa: S608


_GAP = "E'\\r0'::json"
_ADDRESS = "E'\\t\"' || key || '-' || width || '\"'"
_NAMED = 'slug, name AS "naam", nullif(name_en, \'\') AS "naamEn"'
_SOURCE = "nullif(source, '') AS \"bron\", nullif(source_date, '') AS \"bronDatum\""
_WORDS = "nullif(words, '') AS \"woorden\", nullif(words_en, '') AS \"woordenEn\""
_CLOCK = (
    """to_char(opens, 'HH24:MI') AS "van", to_char(closes, 'HH24:MI') AS "tot", mode AS "hoe\""""
)

_HOURS = rows(
    f"""(ARRAY['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'])
      [weekday + 1] AS "dag", {_CLOCK},
      nullif(note, '') AS "opmerking", nullif(note_en, '') AS "opmerkingEn",
      nullif(cost, '') AS "kosten", nullif(cost_en, '') AS "kostenEn",
      nullif(sign_up, '') AS "aanmelden", nullif(sign_up_en, '') AS "aanmeldenEn",
      valid_from AS "geldtVanaf", valid_until AS "geldtTotEnMet", {_SOURCE}""",
    """places_openinghours
      WHERE place_id = place.id AND coalesce(valid_until, 'infinity') >= today
      ORDER BY weekday, opens, id""",
)
_SPECIAL_DAYS = rows(
    f"""first_day AS "van", last_day AS "totEnMet", opens IS NULL AS "dicht",
      to_char(opens, 'HH24:MI') AS "openVan", to_char(closes, 'HH24:MI') AS "openTot",
      CASE WHEN opens IS NOT NULL THEN mode END AS "hoe",
      {text("reason")} AS "reden", {text("reason_en")} AS "redenEn\"""",
    """places_specialday WHERE place_id = place.id AND last_day >= today
      ORDER BY first_day, opens, id""",
)
_PHOTOS = rows(
    f"""({_ADDRESS})::json AS "url", width AS "breedte", height AS "hoogte",
      alt, {text("alt_en")} AS "altEn", credit AS "maker\"""",
    "places_photo WHERE place_id = place.id ORDER BY position, id",
)


def _area(level: str) -> str:
    """The area of this level that the place lies in."""
    line = "(area.level, area.slug, area.name), (above.level, above.slug, above.name)"
    return one(
        'slug, name AS "naam"',
        f"(VALUES {line}, (top.level, top.slug, top.name)) AS line (level, slug, name)"
        f" WHERE level = '{level}'",
    )


def _terms(table: str, key: str) -> str:
    """The words of one vocabulary that the place has chosen."""
    chosen = f"places_place_{table} AS chosen JOIN places_{key} AS term ON term.id = {key}_id"
    return rows(_NAMED, f"{chosen} WHERE place_id = place.id ORDER BY position, name")


_COLUMNS = {
    "uuid": "place.uuid",
    "slug": "place.slug",
    "naam": "place.name",
    "andereNamen": "place.name_variants",
    "soort": one(_NAMED, "places_kind WHERE id = place.kind_id"),
    "organisatie": one(
        f'slug, name AS "naam", kind AS "vorm", {text("website")} AS "website"',
        "places_organisation WHERE id = place.organisation_id",
    ),
    "adres": f"""json_build_object(
      'straat', {text("place.street")}, 'huisnummer', {text("place.house_number")},
      'postcode', {text("place.postcode")}, 'plaats', {text("place.city")})""",
    "locatie": "",
    "nauwkeurigheid": "place.location_precision",
    "wijk": _area("wijk"),
    "gebied": _area("gebied"),
    "gemeente": _area("gemeente"),
    "telefoon": text("place.phone"),
    "email": text("place.email"),
    "website": text("place.website"),
    "sinds": "place.since",
    "beschrijving": text("place.description"),
    "beschrijvingEn": text("place.description_en"),
    "eersteBezoek": text("place.first_visit"),
    "eersteBezoekEn": text("place.first_visit_en"),
    "opmerking": text("place.note"),
    "opmerkingEn": text("place.note_en"),
    "sterkePunten": text("place.strengths"),
    "sterkePuntenEn": text("place.strengths_en"),
    "nodig": text("place.needs"),
    "nodigEn": text("place.needs_en"),
    "aandachtspunten": text("place.attention"),
    "aandachtspuntenEn": text("place.attention_en"),
    "waarden": rows(
        f"{_NAMED}, {_WORDS}, {_SOURCE}",
        """places_placevalue AS shown JOIN places_value AS term ON term.id = value_id
          WHERE place_id = place.id ORDER BY term.position, shown.id""",
    ),
    "dilemmas": rows(
        f'{_NAMED}, stand.position AS "positie", {_WORDS}, {_SOURCE}',
        """places_placedilemma AS stand JOIN places_dilemma AS term ON term.id = dilemma_id
          WHERE place_id = place.id ORDER BY term.position, stand.id""",
    ),
    "kenmerken": _GAP,
    "doelgroepen": _terms("audiences", "audience"),
    "aanbod": _terms("offers", "offer"),
    "talen": _terms("languages", "language"),
    "uitspraken": rows(
        f'text AS "uitspraak", said_by AS "door", {_SOURCE}',
        "places_quote WHERE place_id = place.id ORDER BY id",
    ),
    "openingstijden": _HOURS,
    "bijzondereDagen": _SPECIAL_DAYS,
    "feestdagen": "place.holiday_policy",
    "openingstijdenCompleet": "place.hours_complete",
    "staat": _GAP,
    "afstand": _GAP,
    "nagekekenOp": "place.checked_on",
    "nagekekenDoor": text("place.checked_by"),
    "gewijzigdOp": in_utc("place.changed_at"),
    "bronnen": rows(
        f'title AS "titel", {text("as_of")} AS "datum"',
        "places_source WHERE place_id = place.id ORDER BY position, id",
    ),
    "fotos": _PHOTOS,
    "_links": _GAP,
}
