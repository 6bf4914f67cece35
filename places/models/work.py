"""What waits to be done about places, the riskiest first: one statement over many places."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.db import connection, models
from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.utils.translation import gettext_lazy as _

from places.freshness import FRESH_MONTHS, STALE_MONTHS, fresh_since
from places.models.hours import OpeningHours, SpecialDay
from places.models.suggestion import Report, Suggestion

if TYPE_CHECKING:
    from places.models.place import PlaceQuerySet


class Reason(models.IntegerChoices):
    """Why somebody should look at a place: bits, so that the sum orders places by their worst."""

    REPORT = 256, _("melding wacht")
    SUGGESTION = 128, _("voorstel wacht")
    HOLIDAY = 64, _("feestdag onbekend")
    HOURS = 32, _("tijden onbekend")
    STALE = 16, _("mogelijk verouderd")
    DUE = 8, _("al even niet nagekeken")
    PHONE = 4, _("geen telefoon")
    SPOT = 2, _("niet precies op de kaart")
    OPENSTREETMAP = 1, _("iets uit OpenStreetMap")


@dataclass(frozen=True)
class Waiting:
    """A page of the queue: rows as plain values, and per reason how many places have it."""

    total: int
    by_reason: Mapping[Reason, int]
    rows: list[dict[str, Any]]


_PAGE = """
WITH work (id, name, checked_on, risk) AS MATERIALIZED ({places}),
waiting AS (SELECT * FROM work WHERE risk > 0),
page AS (
  SELECT * FROM waiting WHERE risk & %s = %s
  ORDER BY risk DESC, checked_on NULLS FIRST, name, id OFFSET %s LIMIT %s
)
SELECT (SELECT count(*) FROM waiting), (
  SELECT json_object_agg(reason, (SELECT count(*) FROM waiting WHERE risk & reason > 0))
  FROM unnest(%s::integer[]) AS reason
), (
  SELECT json_agg(json_build_object(
    'key', place.id, 'name', place.name, 'slug', place.slug, 'phone', place.phone,
    'status', place.status, 'checked_on', place.checked_on, 'checked_by', place.checked_by,
    'located', place.location IS NOT NULL, 'risk', page.risk,
    'report', (
      SELECT id FROM places_report AS report
      WHERE report.place_id = place.id AND report.status = 'open' ORDER BY created_at, id LIMIT 1
    ), 'suggestion', (
      SELECT id FROM places_suggestion AS suggestion
      WHERE suggestion.place_id = place.id AND suggestion.status = 'wacht'
        AND suggestion.origin <> 'osm' ORDER BY created_at, id LIMIT 1
    ), 'openstreetmap', (
      SELECT id FROM places_suggestion AS suggestion
      WHERE suggestion.place_id = place.id AND suggestion.status = 'wacht'
        AND suggestion.origin = 'osm' ORDER BY created_at, id LIMIT 1
    ), 'holiday', (
      SELECT min(day) FROM unnest(%s::date[]) AS day
      WHERE EXISTS (
        SELECT FROM places_openinghours AS hours WHERE hours.place_id = place.id
          AND hours.weekday = extract(isodow FROM day) - 1 AND hours.validity @> day
      ) AND NOT EXISTS (
        SELECT FROM places_specialday AS special
        WHERE special.place_id = place.id AND special.days @> day
      )
    )
  ) ORDER BY page.risk DESC, page.checked_on NULLS FIRST, page.name, page.id)
  FROM page JOIN places_place AS place USING (id)
)
"""


@dataclass(frozen=True)
class Question:
    """What is asked of the queue: as of which day, with which holidays, for which reasons."""

    today: date
    holidays: Collection[date]
    reasons: Collection[Reason]
    only: Reason | None = None


def waiting_work(places: "PlaceQuerySet", question: Question, start: int, count: int) -> Waiting:
    """Places with at least one of the reasons, the riskiest first; ``count`` from ``start``."""
    scored = places.order_by().annotate(risk=_risk(question))
    named = scored.values_list("id", "name", "checked_on", "risk")
    sql, parameters = named.query.sql_with_params()
    only = question.only or 0
    asked: list[Any] = [only, only, start, count, list(question.reasons), list(question.holidays)]
    with connection.cursor() as cursor:
        cursor.execute(_PAGE.format(places=sql), [*parameters, *asked])
        total, by_reason, rows = cursor.fetchone()
    counts = {Reason(int(bit)): number for bit, number in _plain(by_reason, {}).items()}
    return Waiting(total, counts, _plain(rows, []))


def _plain(value: Any, empty: Any) -> Any:
    """JSON of the database, which its driver may or may not have read already."""
    return json.loads(value) if isinstance(value, str) else value or empty


def _risk(question: Question) -> Any:
    conditions = _conditions(question.today, question.holidays)
    bits = [
        Case(When(conditions[reason], then=Value(int(reason))), default=Value(0))
        for reason in question.reasons
    ]
    return sum(bits[1:], start=bits[0]) if bits else Value(0)


def _conditions(today: date, holidays: Collection[date]) -> dict[Reason, Q]:
    """When a place has which reason; what is not published only waits for an answer."""
    public = Q(status="gepubliceerd")
    stale, due = fresh_since(today, STALE_MONTHS), fresh_since(today, FRESH_MONTHS)
    hours = OpeningHours.objects.filter(place=OuterRef("pk"))
    waiting = Suggestion.objects.waiting().of_outer_place()
    return {
        Reason.REPORT: Q(Exists(Report.objects.waiting().of_outer_place())),
        Reason.SUGGESTION: Q(Exists(waiting.from_people())),
        Reason.OPENSTREETMAP: Q(Exists(waiting.from_openstreetmap())),
        Reason.HOLIDAY: public & Q(holiday_policy="onbekend") & _any_open_on(holidays),
        Reason.HOURS: public & ~Q(Exists(hours)),
        Reason.STALE: public & (Q(checked_on__isnull=True) | Q(checked_on__lt=stale)),
        Reason.DUE: public & Q(checked_on__gte=stale, checked_on__lt=due),
        Reason.PHONE: public & Q(phone=""),
        Reason.SPOT: public & ~Q(location_precision="adres"),
    }


def _any_open_on(days: Collection[date]) -> Q:
    """The week would have had hours on one of these days, and nothing special is known of it."""
    return reduce(or_, map(_would_open_on, days), Q(pk__isnull=True))


def _would_open_on(day: date) -> Q:
    hours = OpeningHours.objects.filter(
        place=OuterRef("pk"), weekday=day.weekday(), validity__contains=day
    )
    special = SpecialDay.objects.filter(place=OuterRef("pk"), days__contains=day)
    return Q(Exists(hours)) & ~Q(Exists(special))
