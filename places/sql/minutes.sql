-- These make stored columns. Their bodies are bound when they are made and not when they are called:
-- while a dump is restored there is no search path, and names in a text would not be found.

CREATE FUNCTION places_minute(clock time) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (extract(hour FROM clock) * 60 + extract(minute FROM clock))::integer;

-- Minutes of the week (Monday 00:00 = 0) that a weekly row covers. Without an end the row reaches
-- midnight; an end at or before the beginning lies on the next day; Sunday night wraps to Monday.
CREATE FUNCTION places_day_minutes(opens time, closes time) RETURNS int4multirange
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN opens IS NULL THEN int4multirange(int4range(0, 2880))
  WHEN closes IS NULL THEN int4multirange(int4range(places_minute(opens), 1440))
  WHEN closes > opens THEN int4multirange(int4range(places_minute(opens), places_minute(closes)))
  ELSE int4multirange(int4range(places_minute(opens), places_minute(closes) + 1440))
END;

CREATE FUNCTION places_week_minutes(weekday integer, opens time, closes time) RETURNS int4multirange
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT int4multirange(
    int4range(begins, least(ends, 10080)),
    int4range(0, greatest(ends - 10080, 0))
  )
  FROM (
    SELECT weekday * 1440 + lower(day) AS begins, weekday * 1440 + upper(day) AS ends
    FROM (SELECT places_day_minutes(opens, closes) AS day) AS one
  ) AS week;
END;
