-- Numbers of everything that is published, from kept counts: of some tags, of what is open at a moment
-- and of what somebody checked since a day. Only `places/models/tally.py` asks.
--
-- For the last two a place counts, beside its tags, for the day on which it was checked and for the
-- minutes at which it opens and closes: so many opened until now, so many closed, the rest is open. To
-- count both anew, as far as 10,001 places each, took 6 to 30 ms of a page at 100,000.
--
-- opent:00540, sluit:01020          minutes of the week, every week; at midnight what is open opens
--                                   anew, so that a day's own minutes tell who is open on it
-- opent:00540:2026-01-01:           the same from a day on, or until one (which is not included)
-- opent-op:2026-11-24:00540         minutes of one day; what the week would have there is taken off by
--                                   the opposite: a place that has a day off closes when it would open
-- nagekeken-op:2026-05-23
-- Digits stand in a fixed width, so that they sort as texts. Nobody can choose these as tags.

CREATE FUNCTION places_stroke(minute integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lpad(minute::text, 5, '0')
$$;

CREATE FUNCTION places_day_text(day date) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT to_char(day, 'YYYY-MM-DD')
$$;

-- Minutes of the week that surely are open by a row, and the days on which that holds: those of the day
-- on which the row begins, and after midnight those of the next.
CREATE FUNCTION places_parts_of_week(place bigint)
RETURNS TABLE (minutes int4range, holds daterange, late boolean) LANGUAGE sql STABLE AS $$
  SELECT int4range(weekday * 1440 + places_minute(opens),
      weekday * 1440 + CASE WHEN closes > opens THEN places_minute(closes) ELSE 1440 END),
      validity, false
    FROM places_openinghours AS hours
    WHERE place_id = place AND weekday >= 0 AND closes IS NOT NULL AND mode <> 'afspraak'
  UNION ALL
  SELECT int4range((weekday + 1) % 7 * 1440, (weekday + 1) % 7 * 1440 + places_minute(closes)),
      daterange(lower(validity) + 1, upper(validity) + 1), true
    FROM places_openinghours AS hours
    WHERE place_id = place AND weekday >= 0 AND closes IS NOT NULL AND mode <> 'afspraak'
      AND closes <= opens AND closes > '00:00'
$$;

-- Those of each day apart.
CREATE FUNCTION places_day_by_day(minutes int4multirange) RETURNS SETOF int4range
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT unnest(minutes * int4multirange(int4range(midnight, midnight + 1440)))
    FROM generate_series(0, 6 * 1440, 1440) AS midnight
$$;

-- What opens and closes; what lasts until midnight needs no closing.
CREATE FUNCTION places_strokes_around(minutes int4multirange) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT kind || ':' || places_stroke(minute) FROM places_day_by_day(minutes) AS open,
    LATERAL (VALUES ('opent', lower(open)), ('sluit', upper(open))) AS stroke (kind, minute)
    WHERE kind = 'opent' OR minute % 1440 <> 0
$$;

-- From day to day between the days on which a row begins or ends to hold. In PL/pgSQL, which keeps its
-- plans: to plan this for each place took 2 ms.
CREATE FUNCTION places_strokes_of_week(place bigint) RETURNS SETOF text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY WITH part AS MATERIALIZED (SELECT * FROM places_parts_of_week(place)),
  bound (day) AS (
    SELECT NULL::date UNION SELECT lower(holds) FROM part UNION SELECT upper(holds) FROM part
  ),
  stretch AS (SELECT daterange(day, lead(day) OVER (ORDER BY day NULLS FIRST)) AS days FROM bound)
  SELECT stroke || CASE WHEN days = '(,)' THEN '' ELSE
      concat(':', places_day_text(lower(days)), ':', places_day_text(upper(days))) END
  FROM stretch CROSS JOIN LATERAL (
    SELECT range_agg(minutes) AS minutes FROM part WHERE holds @> days
  ) AS opened, places_strokes_around(opened.minutes) AS stroke;
END $$;

-- On special days, the day after each of them too. Of what lasts longer than ten years: from a year
-- before it was last saved until ten years after.
CREATE FUNCTION places_strokes_of_days(place bigint) RETURNS SETOF text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY WITH special AS MATERIALIZED (SELECT * FROM places_specialday WHERE place_id = place),
  part AS MATERIALIZED (SELECT * FROM places_parts_of_week(place)),
  day AS (
    SELECT DISTINCT day::date AS today, (extract(isodow FROM day)::integer - 1) * 1440 AS begins
    FROM special CROSS JOIN LATERAL (
      SELECT CASE WHEN upper(days) - lower(days) > 3660
        THEN days * daterange(current_date - 366, current_date + 3660) ELSE days END AS days
    ) AS near, generate_series(lower(near.days), upper(near.days), '1 day') AS day
  ),
  week AS (
    SELECT today, int4range(lower(minutes) - begins, upper(minutes) - begins) AS minutes,
        EXISTS (SELECT FROM special WHERE days @> today - late::integer) AS dropped
      FROM day JOIN part ON holds @> today AND minutes <@ int4range(begins, begins + 1440)
  ),
  other AS (
    SELECT today, int4range(places_minute(opens),
        CASE WHEN closes > opens THEN places_minute(closes) ELSE 1440 END) AS minutes
      FROM day JOIN special ON days @> today WHERE closes IS NOT NULL AND mode <> 'afspraak'
    UNION ALL
    SELECT today, int4range(0, places_minute(closes)) FROM day JOIN special ON days @> today - 1
      WHERE closes <= opens AND closes > '00:00' AND mode <> 'afspraak'
    UNION ALL
    SELECT today, minutes FROM week WHERE NOT dropped
  ),
  both_ways AS (
    SELECT today,
      coalesce((SELECT range_agg(minutes) FROM other WHERE other.today = day.today), '{}') AS really,
      coalesce((SELECT range_agg(minutes) FROM week WHERE week.today = day.today), '{}') AS weekly
    FROM day
  )
  SELECT unnest(ARRAY[
      concat('opent-op:', places_day_text(today), ':', places_stroke(lower(open))),
      concat('sluit-op:', places_day_text(today), ':', places_stroke(upper(open)))
    ]) FROM both_ways, unnest(really - weekly) AS open
  UNION ALL
  SELECT unnest(ARRAY[
      concat('sluit-op:', places_day_text(today), ':', places_stroke(lower(shut))),
      concat('opent-op:', places_day_text(today), ':', places_stroke(upper(shut)))
    ]) FROM both_ways, unnest(weekly - really) AS shut;
END $$;

CREATE FUNCTION places_counted_by_clock(place places_place) RETURNS varchar[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
  checked text[] := CASE WHEN place.checked_on IS NOT NULL
    THEN ARRAY['nagekeken-op:' || places_day_text(place.checked_on)] END;
BEGIN
  IF place.otherwise = '{}' THEN
    RETURN checked || ARRAY(SELECT places_strokes_around(place.surely_open));
  END IF;
  RETURN checked || ARRAY(SELECT places_strokes_of_week(place.id))
    || ARRAY(SELECT places_strokes_of_days(place.id));
END $$;

CREATE FUNCTION places_is_of_the_clock(tag varchar) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT split_part(tag, ':', 1) IN ('nagekeken-op', 'opent', 'sluit', 'opent-op', 'sluit-op')
$$;

-- Of these tags, with commas in between: to write and read an array of 230 took 0.2 ms of a page.
CREATE FUNCTION places_numbers_of(among text) RETURNS TABLE (tag varchar, number bigint)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  tags varchar[] := string_to_array(among, ',');
BEGIN
  IF places_unsettled() THEN
    RETURN QUERY SELECT one.tag, one.number FROM places_numbers() AS one WHERE one.tag = ANY (tags);
  ELSE
    RETURN QUERY SELECT kept.tag, kept.number FROM places_keptcount AS kept WHERE kept.tag = ANY (tags);
  END IF;
END $$;

-- From one tag to another, both with them, in the order of their bytes; of those that hold between
-- days only what holds on this one, if one is given.
CREATE FUNCTION places_number_between(earliest varchar, latest varchar, today text) RETURNS bigint
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  IF places_unsettled() THEN
    RETURN (SELECT coalesce(sum(number), 0) FROM places_numbers()
      WHERE tag ~>=~ earliest AND tag ~<=~ latest AND (today IS NULL OR places_holds(tag, today)));
  END IF;
  RETURN (SELECT coalesce(sum(number), 0) FROM places_keptcount
    WHERE tag ~>=~ earliest AND tag ~<=~ latest AND (today IS NULL OR places_holds(tag, today)));
END $$;

CREATE FUNCTION places_holds(tag varchar, today text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT split_part(tag, ':', 3) <= today
  AND (split_part(tag, ':', 4) = '' OR split_part(tag, ':', 4) > today)
$$;

CREATE FUNCTION places_checked_since(day date) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT places_number_between('nagekeken-op:' || places_day_text(day), 'nagekeken-op:9999', NULL)
$$;

-- Surely open on a day that is no holiday, nor comes after one. In PL/pgSQL, which keeps its plan.
CREATE FUNCTION places_open_at(today date, minute integer) RETURNS bigint
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN (
    SELECT sum(sign * places_number_between(
        kind || ':' || places_stroke(midnight), kind || ':' || places_stroke(midnight + minute) || '~', day
      ) + sign * places_number_between(
        kind || '-op:' || day || ':', kind || '-op:' || day || ':' || places_stroke(minute), NULL
      ))::bigint
    FROM (VALUES ('opent', 1), ('sluit', -1)) AS stroke (kind, sign), (
      SELECT places_day_text(today) AS day, (extract(isodow FROM today)::integer - 1) * 1440 AS midnight
    ) AS moment
  );
END $$;
