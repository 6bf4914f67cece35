"""Opening hours as schedules of HSDS: rules that add up, and days that say why they differ.

HSDS knows no exceptions to a rule. So a row of the week stops before a day that differs and goes
on after it; that day has schedules of its own. Whoever adds up all that have ``opens_at`` is never
told that a place is open where it is closed or where nobody knows.
"""

from places.models.entry_columns import SLUG, text
from places.models.hsds_ids import named_sql

_WEEKDAYS = "ARRAY['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']"
_DUTCH = "ARRAY['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']"

_DIFFERENT = """
  SELECT days, first_day, opens, closes, mode, reason, NULL AS holiday
    FROM places_specialday WHERE place_id = place.id AND last_day >= asked.today
  UNION ALL
  SELECT daterange(day, day, '[]'), day, NULL, NULL, NULL, name, place.holiday_policy
    FROM unnest(asked.holidays, asked.holiday_names) AS holiday (day, name)
    WHERE place.holiday_policy <> 'gewoon' AND NOT EXISTS (
      SELECT FROM places_specialday WHERE place_id = place.id AND days @> day
    ) AND EXISTS (
      SELECT FROM places_openinghours WHERE place_id = place.id AND validity @> day
        AND weekday = extract(isodow FROM day) - 1
    )
"""
"""Days from today on that are not as the week: special days, and holidays on which a row would have
been but the place is closed or nobody knows."""

_REMAINING = """
  SELECT hours.*, remaining FROM places_openinghours AS hours
  CROSS JOIN LATERAL unnest(datemultirange(hours.validity) - coalesce((
    SELECT range_agg(days) FROM different
    WHERE mod(hours.weekday - extract(isodow FROM lower(days))::integer + 8, 7)
      < upper(days) - lower(days)
  ), '{}')) AS remaining
  WHERE hours.place_id = place.id AND coalesce(upper(remaining), 'infinity') > asked.today
"""
"""Rows of the week, each parted by the days on which it would have begun but which differ."""


_PAGE = f"replace(asked.page, '{SLUG}', place.slug)"


def _offset(day: str, clock: str) -> str:
    """Hours that the clock of Amsterdam is ahead of UTC at this time of this day."""
    moment = f"({day} + {clock})"
    there = f"{moment} AT TIME ZONE 'Europe/Amsterdam' AT TIME ZONE 'UTC'"
    return f"(extract(epoch FROM {moment} - ({there})) / 3600)::integer"


def _clock(time: str) -> str:
    """A time of the day with its offset: ``17:00+01:00``; null stays null."""
    return f"to_char({time}, 'HH24:MI') || to_char(ahead, 'FMSG00') || ':00'"


_WAYS = "CASE mode WHEN 'afspraak' THEN 'op afspraak' ELSE mode END"
_UNTIL = "coalesce('-' || to_char(closes, 'HH24:MI'), ', eindtijd onbekend')"
_CLOSES = "CASE WHEN closes = opens AND opens = '00:00' THEN '23:59'::time ELSE closes END"
_NEXT_DAY = """CASE WHEN closes = opens THEN 'duurt 24 uur'
  WHEN closes < opens THEN 'tot na middernacht' END"""

_WEEK = f"""
  SELECT min(weekday) AS first_weekday, opens AS at, lower(remaining) AS since, json_build_object(
    'id', {
    named_sql("concat_ws(' ', 'week', mode, opens, closes, remaining, note, cost, sign_up)")
},
    'service_id', place.uuid, 'valid_from', lower(remaining), 'valid_to', upper(remaining) - 1,
    'timezone', ahead, 'wkst', 'MO', 'freq', 'WEEKLY',
    'byday', string_agg(({_WEEKDAYS})[weekday + 1], ',' ORDER BY weekday),
    'description', string_agg(({_DUTCH})[weekday + 1], ', ' ORDER BY weekday)
      || ' ' || to_char(opens, 'HH24:MI') || {_UNTIL},
    'opens_at', {_clock("opens")}, 'closes_at', {_clock(_CLOSES)},
    'schedule_link', {_PAGE}, 'attending_type', {_WAYS},
    'notes', {text(f"concat_ws('; ', note, cost, sign_up, {_NEXT_DAY})")}
  ) AS document
  FROM (
    SELECT opens, closes, mode, weekday, remaining,
      {text("note")} AS note, 'kosten: ' || {text("cost")} AS cost,
      'aanmelden: ' || {text("sign_up")} AS sign_up,
      {_offset("greatest(lower(remaining), asked.today)", "opens")} AS ahead
    FROM ({_REMAINING}) AS part
  ) AS part
  GROUP BY opens, closes, mode, remaining, note, cost, sign_up, ahead
"""  # noqa: S608

_REASON = """CASE WHEN opens IS NOT NULL THEN reason
  WHEN holiday = 'onbekend' THEN reason || ': onbekend of het open is, bel even'
  ELSE 'Dicht: ' || reason END"""

_EXCEPTIONS = f"""
  SELECT 7, opens, first_day, json_build_object(
    'id', {named_sql("concat_ws(' ', 'day', days, opens, closes, mode, reason)")},
    'service_id', place.uuid, 'valid_from', lower(days), 'valid_to', upper(days) - 1,
    'timezone', ahead,
    'freq', CASE WHEN opens IS NOT NULL THEN 'WEEKLY' END,
    'byday', CASE WHEN opens IS NOT NULL THEN 'MO,TU,WE,TH,FR,SA,SU' END,
    'description', {_REASON}, 'opens_at', {_clock("opens")}, 'closes_at', {_clock(_CLOSES)},
    'schedule_link', {_PAGE},
    'attending_type', CASE WHEN opens IS NOT NULL THEN {_WAYS} END,
    'notes', CASE WHEN opens IS NOT NULL THEN {_NEXT_DAY} END
  )
  FROM (
    SELECT *, {_offset("first_day", "coalesce(opens, '12:00')")} AS ahead FROM different
  ) AS different
"""  # noqa: S608

SCHEDULES = f"""(
  WITH different AS ({_DIFFERENT})
  SELECT coalesce(json_agg(document ORDER BY first_weekday, at, since NULLS FIRST), '[]')
  FROM ({_WEEK} UNION ALL {_EXCEPTIONS}) AS schedule
)"""  # noqa: S608
"""All schedules of ``place`` from ``asked.today`` on; ``asked`` names the holidays of a year."""
