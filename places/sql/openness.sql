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
-- then a holiday, then whether the rows are all there is (and there is any; asking for a weekday, which
-- every row has, keeps the planner from an index that excludes overlaps and is five times as slow).
-- Of most places what is kept with them tells (`half_hours.sql`): the states of a country took 1.2 s
-- when the rows of all were read, and now 0.3.
CREATE FUNCTION places_states(today date, minute integer, holidays date[])
RETURNS TABLE (place_id bigint, state text)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT place.id, coalesce(
    places_kept_state(hours_complete, half_hours, surely_open, otherwise, today, minute, holidays),
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
        SELECT FROM places_openinghours AS hours WHERE hours.place_id = place.id AND weekday >= 0
      ) THEN 'dicht'
      ELSE 'onbekend'
    END
  )
  FROM places_place AS place
$$;

-- Who receives people in parts of days? `places.schedule.slots` says the same of one place. Days are
-- those of the weeks to come, parts are minutes of the day from six o'clock; an opening counts that
-- shares half an hour with a part, or lies in it when it is shorter; what closes at 00:00 lasts until
-- the end of its own day. `among` are the keys of the places that matter; NULL for all of them.
CREATE FUNCTION places_share(opens time, closes time, after time, before time) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN nullif(closes, '00:00') <= opens THEN opens <= before - interval '30 minutes'
    ELSE opens >= after AND coalesce(nullif(closes, '00:00'), '24:00') <= before
      OR opens <= before - interval '30 minutes'
        AND coalesce(nullif(closes, '00:00'), '24:00') >= after + interval '30 minutes'
        AND coalesce(nullif(closes, '00:00'), '24:00') - opens >= interval '30 minutes'
  END
$$;

-- Places with special days on these days, and whether all that is said of such a day are hours. Of some
-- places they are found by place: by day are those of all the country, ten times as many at a million.
CREATE FUNCTION places_exceptions(dates date[], among bigint[])
RETURNS TABLE (place_id bigint, day date, some_hours boolean)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT place_id, day, bool_and(opens IS NOT NULL)
  FROM places_specialday AS special JOIN unnest(dates) AS day
    ON among IS NULL AND special.days @> day
    OR place_id = ANY (among) AND first_day <= day AND last_day >= day
  GROUP BY place_id, day
$$;

-- Weekly rows that meet a part of their own day, or (late) of the next one past midnight, and begin
-- on one of these dates, all of that weekday. That a row is valid is asked last: the index of
-- validity would be read whole.
CREATE FUNCTION places_weekly(
  on_weekday integer, late boolean, dates date[], after time, before time, among bigint[]
) RETURNS TABLE (place_id bigint, mode text, ends boolean)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT place_id, mode, closes IS NOT NULL FROM places_openinghours AS hours
  WHERE weekday = on_weekday AND (among IS NULL OR place_id = ANY (among))
    AND CASE
      WHEN late THEN closes <= opens AND closes >= after + interval '30 minutes'
      ELSE opens < before AND places_share(opens, closes, after, before)
    END
    AND EXISTS (
      SELECT FROM unnest(dates) AS begun
      WHERE (validity @> begun) IS TRUE
        AND (hours.place_id, begun) NOT IN (
          SELECT special.place_id, special.day FROM places_exceptions(dates, among) AS special
        )
    )
$$;

-- The same of special days.
CREATE FUNCTION places_special(dates date[], after time, before time, among bigint[])
RETURNS TABLE (place_id bigint, mode text, ends boolean)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT place_id, mode, closes IS NOT NULL
  FROM places_specialday AS special JOIN unnest(dates) AS today
    ON special.days @> today AND places_share(opens, closes, after, before)
    OR special.days @> today - 1 AND closes <= opens AND closes >= after + interval '30 minutes'
  WHERE opens IS NOT NULL AND (among IS NULL OR place_id = ANY (among))
$$;

-- Places that receive people in one of the parts on one of the days, with the doubt that it leaves, as
-- in `places_covering`; some more than once. Rows are read by weekday, ordinary days and holidays apart,
-- and each statement is planned for its own dates: a plan for any dates does not know how few special
-- days there are, and takes six times as long. Workers of a parallel plan would each do all of it.
CREATE FUNCTION places_receiving(
  days date[], parts int4range[], holidays date[], among bigint[]
)
RETURNS TABLE (place_id bigint, doubt integer)
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
  part int4range;
  after time;
  before time;
  start record;
BEGIN
  FOREACH part IN ARRAY parts LOOP
    after := make_time(lower(part) / 60, lower(part) % 60, 0);
    before := make_time(upper(part) / 60, upper(part) % 60, 0);
    FOR start IN
      SELECT extract(isodow FROM begun)::integer - 1 AS weekday, late,
        begun = ANY (holidays) AS festive, array_agg(begun) AS dates
      FROM unnest(days) AS today
        CROSS JOIN LATERAL (VALUES (today, false), (today - 1, true)) AS day (begun, late)
      GROUP BY 1, 2, 3
    LOOP
      RETURN QUERY
      SELECT weekly.place_id,
        CASE
          WHEN NOT ends THEN 3
          WHEN start.festive AND (
            SELECT holiday_policy FROM places_place AS place WHERE place.id = weekly.place_id
          ) = 'onbekend' THEN 3
          WHEN mode = 'afspraak' THEN 2
          ELSE 1
        END
      FROM places_weekly(start.weekday, start.late, start.dates, after, before, among) AS weekly
      WHERE NOT start.festive OR (
        SELECT holiday_policy FROM places_place AS place WHERE place.id = weekly.place_id
      ) <> 'dicht';
    END LOOP;
    RETURN QUERY
    SELECT special.place_id, CASE WHEN NOT ends THEN 3 WHEN mode = 'afspraak' THEN 2 ELSE 1 END
    FROM places_special(days, after, before, among) AS special;
  END LOOP;
END $$;

-- Says true if a place may receive people on one of these days outside the hours that are known: it
-- is not said that these are all, and it is not closed on all of them for a reason of its own.
-- Otherwise nothing: a function that returns rows becomes a part of the statement around it.
CREATE FUNCTION places_in_doubt(
  place bigint, complete boolean, policy text, dates date[], holidays date[], among bigint[]
) RETURNS SETOF boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT true
  WHERE (NOT complete OR NOT EXISTS (
      SELECT FROM places_openinghours AS hours WHERE hours.place_id = place AND weekday >= 0
    ))
    AND EXISTS (
      SELECT FROM unnest(dates) AS today
      WHERE (place, today) NOT IN (
          SELECT place_id, day FROM places_exceptions(dates, among) WHERE NOT some_hours
        )
        AND (policy <> 'dicht' OR today <> ALL (holidays) OR (place, today) IN (
          SELECT place_id, day FROM places_exceptions(dates, among)
        ))
    )
$$;

-- Both at once, with the least doubt of each place: 1 if it surely receives people, more if it may.
CREATE FUNCTION places_perhaps_receiving(
  days date[], parts int4range[], holidays date[], among bigint[]
) RETURNS TABLE (place_id bigint, doubt integer)
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
BEGIN
  IF among = '{}' THEN
    RETURN;
  END IF;
  RETURN QUERY
  SELECT known.place_id, min(known.doubt) FROM (
    SELECT * FROM places_receiving(days, parts, holidays, among)
    UNION ALL
    SELECT id, 3 FROM places_place
    WHERE (among IS NULL OR id = ANY (among)) AND EXISTS (
      SELECT FROM places_in_doubt(id, hours_complete, holiday_policy, days, holidays, among)
    )
  ) AS known (place_id, doubt)
  GROUP BY known.place_id;
END $$;
