"""What HSDS says of a place: each field of each entity, with the SQL that says it.

Only what the page of a place shows is named here, and what is not named cannot leave. In the
statement around them ``place`` is the place, ``known`` when it was changed, ``organisation`` who
runs it if that is known; ``area``, ``above`` and ``top`` are where it lies, ``asked`` is what an
answer depends on besides the data, ``term`` the words. Null means: leave the field out.
"""

from collections.abc import Mapping

from places.models.entry_columns import SLUG, text
from places.models.hsds_ids import Entity, entity_sql, named_sql, tag_sql
from places.models.hsds_schedules import SCHEDULES
from places.models.hsds_terms import ATTRIBUTES

ACCESSIBLE = ("gelijkvloers", "rolstoeltoegankelijk", "aangepast-toilet", "rustige-ruimte")
"""The traits that say how somebody with a disability gets in and around."""

Fields = Mapping[str, str]


def said(fields: Fields) -> str:
    """An object with these fields."""
    inside = ", ".join(f"'{name}', {sql}" for name, sql in fields.items())
    return f"json_build_object({inside})"


def lone(fields: Fields, condition: str = "true") -> str:
    """A list of one such object, or of none where the condition does not hold."""
    return f"CASE WHEN {condition} THEN json_build_array({said(fields)}) ELSE '[]'::json END"


def listed(fields: Fields, source: str, order: str) -> str:
    """A list of such objects, one for each row of the source."""
    entries = f"SELECT coalesce(json_agg({said(fields)} ORDER BY {order}), '[]')"
    return f"({entries} FROM {source})"


LOCATION_ID = entity_sql(Entity.LOCATION)
AT_LOCATION_ID = entity_sql(Entity.SERVICE_AT_LOCATION)
ORGANIZATION_ID = f"""CASE WHEN organisation.id IS NULL THEN {entity_sql(Entity.ORGANIZATION)}
  ELSE {tag_sql("'netwerk:' || organisation.slug")} END"""

_CHANGED = (
    "to_char(coalesce(known.changed_at, place.changed_at) AT TIME ZONE 'UTC',"
    ' \'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"\')'
)
MINIMAL: Fields = {
    "id": "place.uuid",
    "name": "place.name",
    "status": "'active'",
    "last_modified": _CHANGED,
}

_NOBODY = "'Wie deze plek draagt, weten we niet; zij staat hier als organisatie van zichzelf.'"
_WHO = f"""coalesce({text("organisation.description")}, CASE organisation.kind
  WHEN 'netwerk' THEN 'Een netwerk van ontmoetingsplekken.'
  ELSE 'Een organisatie achter een of meer ontmoetingsplekken.' END)"""
ORGANIZATION: Fields = {
    "id": ORGANIZATION_ID,
    "name": "coalesce(organisation.name, place.name)",
    "description": f"CASE WHEN organisation.id IS NULL THEN {_NOBODY} ELSE {_WHO} END",
    "website": text("organisation.website"),
}

_DESCRIPTION = f"""concat_ws(E'\\n\\n',
  {text("place.description")}, {text("place.first_visit")}, {text("place.note")})"""
_COSTS = """(
  SELECT string_agg(DISTINCT cost, '; ') FROM places_openinghours
  WHERE place_id = place.id AND cost <> '' AND coalesce(valid_until, 'infinity') >= asked.today
)"""
_MEANT_FOR = """'Bewust voor ' || (
  SELECT string_agg(name, ', ' ORDER BY position, name) FROM places_place_audiences
  JOIN places_audience AS audience ON audience.id = audience_id WHERE place_id = place.id
) || ', niet alleen voor hen.'"""
SERVICE: Fields = {
    "id": "place.uuid",
    "organization_id": ORGANIZATION_ID,
    "name": "place.name",
    "alternate_name": text("array_to_string(place.name_variants, ', ')"),
    "description": text(_DESCRIPTION),
    "url": text("place.website"),
    "email": text("place.email"),
    "status": "'active'",
    "fees_description": _COSTS,
    "eligibility_description": _MEANT_FOR,
    "assured_date": "place.checked_on",
    "last_modified": _CHANGED,
    "organization": said(ORGANIZATION),
}
"""What there is one of; lists say no more."""


def _phones(owner: str, key: str) -> str:
    fields = {
        "id": named_sql(f"'{owner} phone'"),
        f"{owner}_id": key,
        "number": "place.phone",
        "type": "'voice'",
    }
    return lone(fields, "place.phone <> ''")


_SPOKEN = """places_place_languages AS spoken JOIN places_language AS language
  ON language.id = language_id WHERE place_id = place.id"""


def _languages(owner: str, key: str) -> str:
    fields = {
        "id": named_sql(f"'{owner} language ' || language.slug"),
        f"{owner}_id": key,
        "name": "language.name",
    }
    return listed(fields, _SPOKEN, "language.position, language.name")


_PAGE = f"replace(asked.page, '{SLUG}', place.slug)"
_PAGES: Fields = {
    "id": named_sql("'page'"),
    "label": "'Deze plek in de gids'",
    "url": _PAGE,
    "service_id": "place.uuid",
}
_PRICES: Fields = {
    "id": named_sql("concat_ws(' ', 'cost', note, cost, valid_from, valid_until)"),
    "service_id": "place.uuid",
    "valid_from": "valid_from",
    "valid_to": "valid_until",
    "option": text("note"),
    "amount_description": "cost",
}
_PRICED = """(SELECT DISTINCT note, cost, valid_from, valid_until FROM places_openinghours
  WHERE place_id = place.id AND cost <> '' AND coalesce(valid_until, 'infinity') >= asked.today
) AS priced"""

_WHERE = """CASE place.location_precision
  WHEN 'straat' THEN 'Het punt ligt ergens in de straat.'
  WHEN 'wijk' THEN 'Alleen de wijk of het gebied is bekend.'
  WHEN 'onbekend' THEN 'Waar deze plek precies is, is niet bekend.' END"""
_AREAS = text(
    """concat_ws(', ', CASE WHEN area.level <> 'gemeente' THEN area.name END,
  CASE WHEN above.level <> 'gemeente' THEN above.name END)"""
)
LOCATION: Fields = {
    "id": LOCATION_ID,
    "location_type": "'physical'",
    "name": "place.name",
    "description": text(f"concat_ws(' ', {_WHERE}, 'Ligt in ' || {_AREAS} || '.')"),
    "latitude": "round(ST_Y(ST_Transform(place.location, 4326))::numeric, 5)",
    "longitude": "round(ST_X(ST_Transform(place.location, 4326))::numeric, 5)",
}

_ADDRESS: Fields = {
    "id": named_sql("'address'"),
    "location_id": LOCATION_ID,
    "address_1": "concat_ws(' ', place.street, " + text("place.house_number") + ")",
    "city": "place.city",
    "region": "CASE 'gebied' WHEN area.level THEN area.name WHEN above.level THEN above.name END",
    "state_province": """coalesce(
      asked.provinces ->> coalesce(top.slug, above.slug, area.slug),
      asked.provinces ->> lower(place.city), '')""",
    "postal_code": "place.postcode",
    "country": "'NL'",
    "address_type": "'physical'",
}
_ADDRESSED = "place.street <> '' AND place.city <> ''"
_ACCESS: Fields = {
    "id": named_sql("'accessibility ' || trait.slug"),
    "location_id": LOCATION_ID,
    "description": "trait.name",
}
_ACCESSED = f"""places_placetrait AS seen JOIN places_trait AS trait ON trait.id = trait_id
  WHERE place_id = place.id AND answer = 'ja' AND trait.slug IN {ACCESSIBLE}"""
WHOLE_LOCATION: Fields = {
    **LOCATION,
    "languages": _languages("location", LOCATION_ID),
    "addresses": lone(_ADDRESS, _ADDRESSED),
    "accessibility": listed(_ACCESS, _ACCESSED, "trait.position, trait.name"),
    "phones": _phones("location", LOCATION_ID),
}

AT_LOCATION: Fields = {
    "id": AT_LOCATION_ID,
    "service_id": "place.uuid",
    "location_id": LOCATION_ID,
    "location": said(LOCATION),
    "service": said(SERVICE),
}
_AROUND: Fields = {
    **SERVICE,
    "additional_urls": lone(_PAGES),
    "phones": _phones("service", "place.uuid"),
    "languages": _languages("service", "place.uuid"),
    "cost_options": listed(_PRICES, _PRICED, "note, cost, valid_from"),
    "attributes": ATTRIBUTES,
}
WHOLE_SERVICE: Fields = {
    **_AROUND,
    "schedules": SCHEDULES,
    "service_at_locations": lone(
        {
            **{name: AT_LOCATION[name] for name in ("id", "service_id", "location_id")},
            "location": said(WHOLE_LOCATION),
        }
    ),
}
WHOLE_AT_LOCATION: Fields = {
    **AT_LOCATION,
    "location": said(WHOLE_LOCATION),
    "service": said(_AROUND),
    "schedules": SCHEDULES,
}
"""The hours stand at the service at its location, once."""
