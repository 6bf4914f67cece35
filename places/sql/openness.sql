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
