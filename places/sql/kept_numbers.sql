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

-- Special days for longer than a quarter are a week of their own, which holds between two days. A place
-- that is closed until further notice would have two strokes on each day, and took 3 s to save.
CREATE FUNCTION places_lasts(days daterange) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT upper(days) - lower(days) > 92
$$;

-- Minutes of the week that surely are open, by a row or by special days that last, and the days on which
-- that holds: those of the day on which it begins, and after midnight (late) those of the next.
CREATE FUNCTION places_parts_of_week(place bigint)
RETURNS TABLE (minutes int4range, holds daterange, special boolean, late boolean)
LANGUAGE sql STABLE AS $$
  WITH lasting AS MATERIALIZED (
    SELECT * FROM places_specialday WHERE place_id = place AND places_lasts(days)
  ),
  hours AS (
    SELECT weekday, opens, closes, mode, false AS special, unnest(
        datemultirange(validity) - coalesce((SELECT range_agg(days) FROM lasting), '{}')
      ) AS holds FROM places_openinghours WHERE place_id = place AND weekday >= 0
    UNION ALL
    SELECT weekday, opens, closes, mode, true, days FROM lasting, generate_series(0, 6) AS weekday
  )
  SELECT int4range(weekday * 1440 + places_minute(opens),
      weekday * 1440 + CASE WHEN closes > opens THEN places_minute(closes) ELSE 1440 END),
      holds, special, false
    FROM hours WHERE closes IS NOT NULL AND mode <> 'afspraak'
  UNION ALL
  SELECT int4range((weekday + 1) % 7 * 1440, (weekday + 1) % 7 * 1440 + places_minute(closes)),
      daterange(lower(holds) + 1, upper(holds) + 1), special, true
    FROM hours
    WHERE closes IS NOT NULL AND mode <> 'afspraak' AND closes <= opens AND closes > '00:00'
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

-- On other special days, and the day after each of them.
CREATE FUNCTION places_strokes_of_days(place bigint) RETURNS SETOF text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY WITH special AS MATERIALIZED (
    SELECT day::date AS today, opens, closes, mode
      FROM places_specialday, generate_series(first_day, last_day, '1 day') AS day
      WHERE place_id = place AND NOT places_lasts(days)
  ),
  beaten AS (SELECT range_agg(daterange(today, today, '[]')) AS days FROM special),
  day AS (
    SELECT today, (extract(isodow FROM today)::integer - 1) * 1440 AS midnight
      FROM (SELECT today FROM special UNION SELECT today + 1 FROM special) AS either
  ),
  opened AS (
    SELECT today, int4range(lower(minutes) - midnight, upper(minutes) - midnight) AS minutes,
        true AS weekly, part.special OR NOT beaten.days @> today - late::integer AS really
      FROM beaten, day JOIN places_parts_of_week(place) AS part
        ON holds @> today AND minutes <@ int4range(midnight, midnight + 1440)
    UNION ALL
    SELECT today, int4range(places_minute(opens),
        CASE WHEN closes > opens THEN places_minute(closes) ELSE 1440 END), false, true
      FROM special WHERE closes IS NOT NULL AND mode <> 'afspraak'
    UNION ALL
    SELECT today + 1, int4range(0, places_minute(closes)), false, true
      FROM special WHERE closes <= opens AND closes > '00:00' AND mode <> 'afspraak'
  ),
  both_ways AS (
    SELECT today, coalesce(range_agg(minutes) FILTER (WHERE really), '{}') AS really,
        coalesce(range_agg(minutes) FILTER (WHERE weekly), '{}') AS weekly
      FROM opened GROUP BY today
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
    -- From it, and not selected: so it becomes a part of this statement, planned once for all places.
    RETURN checked || ARRAY(SELECT stroke FROM places_strokes_around(place.surely_open) AS stroke);
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
