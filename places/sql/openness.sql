-- Is it open? The rules of docs/openingstijden.md for many places at once; `places.schedule` says
-- the same of one place, and a test holds the two against each other.
--
-- A moment is a local date and a minute of that day; of the public holidays only those of that date
-- and of the day before matter, for no hours last longer than a day. Both functions are plain
-- enough for the planner to put into the statement around them.

-- The rows that hold at a moment, with the doubt they leave: 1 open, 2 by appointment, 3 unknown.
-- Rows of today, then rows of last night, then special days: each arm can be read from an index. The
-- policy of a place is looked up on holidays only.
CREATE FUNCTION places_covering(today date, minute integer, holidays date[])
RETURNS TABLE (place_id bigint, doubt integer)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT hours.place_id,
    CASE
      WHEN closes IS NULL THEN 3
      WHEN today = ANY (holidays) AND (
        SELECT holiday_policy FROM places_place AS place WHERE place.id = hours.place_id
      ) = 'onbekend' THEN 3
      WHEN mode = 'afspraak' THEN 2
      ELSE 1
    END
  FROM places_openinghours AS hours
  WHERE weekday = extract(isodow FROM today)::integer - 1
    AND opens <= make_time(minute / 60, minute % 60, 0)
    AND (closes IS NULL OR closes > make_time(minute / 60, minute % 60, 0) OR closes <= opens)
    AND validity @> today
    AND (today <> ALL (holidays) OR (
      SELECT holiday_policy FROM places_place AS place WHERE place.id = hours.place_id
    ) <> 'dicht')
    AND NOT EXISTS (
      SELECT FROM places_specialday AS special
      WHERE special.place_id = hours.place_id AND special.days @> today
    )
  UNION ALL
  SELECT hours.place_id,
    CASE
      WHEN today - 1 = ANY (holidays) AND (
        SELECT holiday_policy FROM places_place AS place WHERE place.id = hours.place_id
      ) = 'onbekend' THEN 3
      WHEN mode = 'afspraak' THEN 2
      ELSE 1
    END
  FROM places_openinghours AS hours
  WHERE weekday = extract(isodow FROM today - 1)::integer - 1
    AND closes > make_time(minute / 60, minute % 60, 0) AND closes <= opens
    AND validity @> today - 1
    AND (today - 1 <> ALL (holidays) OR (
      SELECT holiday_policy FROM places_place AS place WHERE place.id = hours.place_id
    ) <> 'dicht')
    AND NOT EXISTS (
      SELECT FROM places_specialday AS special
      WHERE special.place_id = hours.place_id AND special.days @> today - 1
    )
  UNION ALL
  SELECT special.place_id,
    CASE WHEN closes IS NULL THEN 3 WHEN mode = 'afspraak' THEN 2 ELSE 1 END
  FROM (VALUES (today, minute), (today - 1, minute + 1440)) AS begun (day, minute)
  JOIN places_specialday AS special ON special.days @> begun.day
  WHERE minutes @> begun.minute AND opens IS NOT NULL
$$;

-- The state of every place: what leaves least doubt decides; outside all rows first a special day,
-- then a holiday, then whether the rows are all there is (and there is any).
CREATE FUNCTION places_states(today date, minute integer, holidays date[])
RETURNS TABLE (place_id bigint, state text)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT place.id, coalesce(
    (ARRAY['open', 'afspraak', 'onbekend'])[(
      SELECT min(doubt) FROM places_covering(today, minute, holidays) AS covering
      WHERE covering.place_id = place.id
    )],
    CASE
      WHEN coalesce(
        (SELECT bool_or(opens IS NULL) FROM places_specialday AS special
          WHERE special.place_id = place.id AND special.days @> today),
        today = ANY (holidays) AND holiday_policy = 'dicht'
      ) THEN 'dicht'
      WHEN hours_complete AND EXISTS (
        SELECT FROM places_openinghours AS hours WHERE hours.place_id = place.id
      ) THEN 'dicht'
      ELSE 'onbekend'
    END
  )
  FROM places_place AS place
$$;

-- The days on which an opening may begin that reaches into these days: each itself, and its eve.
CREATE FUNCTION places_begun(days date[]) RETURNS TABLE (day date, night integer)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT one - night, night FROM unnest(days) AS one, generate_series(0, 1) AS night
$$;

-- Whether an opening shares enough with a part of the day, or of the next day (`night` is 1).
CREATE FUNCTION places_share(minutes int4multirange, parts int4range[], night integer)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT EXISTS (
    SELECT FROM unnest(parts) AS part
    WHERE least(upper(minutes) - night * 1440, upper(part))
      - greatest(lower(minutes) - night * 1440, lower(part))
      >= least(30, upper(minutes) - lower(minutes))
  )
$$;

-- Who receives people in parts of days? `places.schedule.slots` says the same of one place. Days are
-- those of the weeks to come, parts are minutes of the day; an opening counts that shares half an
-- hour with a part, or lies in it when it is shorter. The doubt is that of `places_covering`.
CREATE FUNCTION places_receiving(days date[], parts int4range[], holidays date[])
RETURNS TABLE (place_id bigint, doubt integer)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT hours.place_id,
    CASE
      WHEN closes IS NULL THEN 3
      WHEN begun.day = ANY (holidays) AND (
        SELECT holiday_policy FROM places_place AS place WHERE place.id = hours.place_id
      ) = 'onbekend' THEN 3
      WHEN mode = 'afspraak' THEN 2
      ELSE 1
    END
  FROM places_begun(days) AS begun
  JOIN places_openinghours AS hours ON weekday = extract(isodow FROM begun.day)::integer - 1
  WHERE (begun.night = 0 OR closes <= opens)
    AND validity @> begun.day
    AND places_share(places_day_minutes(opens, closes), parts, begun.night)
    AND (begun.day <> ALL (holidays) OR (
      SELECT holiday_policy FROM places_place AS place WHERE place.id = hours.place_id
    ) <> 'dicht')
    AND NOT EXISTS (
      SELECT FROM places_specialday AS special
      WHERE special.place_id = hours.place_id AND special.days @> begun.day
    )
  UNION ALL
  SELECT special.place_id,
    CASE WHEN closes IS NULL THEN 3 WHEN mode = 'afspraak' THEN 2 ELSE 1 END
  FROM places_begun(days) AS begun
  JOIN places_specialday AS special ON special.days @> begun.day
  WHERE opens IS NOT NULL AND places_share(minutes, parts, begun.night)
$$;

-- Places of which nobody can say that they are closed on all of these days: outside known hours.
CREATE FUNCTION places_in_doubt(of_days date[], holidays date[]) RETURNS TABLE (place_id bigint)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT place.id FROM places_place AS place
  WHERE (NOT hours_complete OR NOT EXISTS (
      SELECT FROM places_openinghours AS hours WHERE hours.place_id = place.id
    ))
    AND EXISTS (
      SELECT FROM unnest(of_days) AS day WHERE coalesce(
        (SELECT bool_and(opens IS NOT NULL) FROM places_specialday AS special
          WHERE special.place_id = place.id AND special.days @> day),
        holiday_policy <> 'dicht' OR day <> ALL (holidays)
      )
    )
$$;
