-- When a place may be open and when it surely is, kept with the place, so that "open at a moment" is
-- answered from one index together with tags, and from the place itself. At 100,000 places a value,
-- a box and a moment took 20 ms of which 15 read the hours of all places; now it takes 2.
--
-- half_hours: of the week (Monday 00:00 = 0), those in which some weekly row may have it open,
-- whatever its validity; and for special days their months, counted from 336 on, or -1 if they
-- are too many to name. Nothing is open at a moment without one of its half hour, its month or -1.
-- From -2 (Monday) to -8: weekdays on which some row says by appointment, or does not say until when;
-- who tells of none of these, and of no other, has no weekly rows.
-- surely_open: minutes of the week in which rows that always hold have it open.
-- otherwise: dates on which other things hold too: special days, and rows with a beginning or end.
--
-- No model knows these columns: `places.models.openness` and `places_kept_state` are who asks for them.
ALTER TABLE places_place
  ADD COLUMN half_hours integer[] NOT NULL DEFAULT '{}',
  ADD COLUMN surely_open int4multirange NOT NULL DEFAULT '{}',
  ADD COLUMN otherwise datemultirange NOT NULL DEFAULT '{}';

CREATE FUNCTION places_month(day date) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (336 + extract(year FROM day) * 12 + extract(month FROM day))::integer
$$;

CREATE FUNCTION places_half_hours(place bigint) RETURNS integer[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT coalesce(array_agg(DISTINCT element), '{}') FROM (
    SELECT generate_series(lower(part) / 30, (upper(part) - 1) / 30) AS element
      FROM places_openinghours AS hours, unnest(minutes) AS part
      WHERE hours.place_id = place AND weekday >= 0 AND closes IS NOT NULL AND mode <> 'afspraak'
    UNION ALL
    SELECT -2 - generate_series(lower(part) / 1440, (upper(part) - 1) / 1440)
      FROM places_openinghours AS hours, unnest(minutes) AS part
      WHERE hours.place_id = place AND weekday >= 0 AND (closes IS NULL OR mode = 'afspraak')
    UNION ALL
    -- What begins on the last of its days may end the day after.
    SELECT generate_series(
        CASE WHEN upper(days) - lower(days) > 366 THEN -1 ELSE places_month(lower(days)) END,
        CASE WHEN upper(days) - lower(days) > 366 THEN -1 ELSE places_month(upper(days)) END
      ) FROM places_specialday AS special
      WHERE special.place_id = place AND closes IS NOT NULL AND mode <> 'afspraak'
  ) AS elements);
END $$;

CREATE FUNCTION places_derived_hours(
  place bigint, OUT half_hours integer[], OUT surely_open int4multirange, OUT otherwise datemultirange
) LANGUAGE plpgsql STABLE AS $$
BEGIN
  SELECT coalesce(range_agg(minutes) FILTER (WHERE validity = '(,)'), '{}'),
      coalesce(range_agg(validity) FILTER (WHERE validity <> '(,)'), '{}')
    INTO surely_open, otherwise
    FROM places_openinghours AS hours
    WHERE hours.place_id = place AND weekday >= 0 AND closes IS NOT NULL AND mode <> 'afspraak';
  otherwise := otherwise + coalesce(
    (SELECT range_agg(days) FROM places_specialday AS special WHERE special.place_id = place), '{}'
  );
  half_hours := places_half_hours(place);
END $$;

CREATE FUNCTION places_keep_hours() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT * INTO NEW.half_hours, NEW.surely_open, NEW.otherwise FROM places_derived_hours(NEW.id);
  RETURN NEW;
END $$;
CREATE TRIGGER places_keep_hours BEFORE INSERT OR UPDATE ON places_place
  FOR EACH ROW EXECUTE FUNCTION places_keep_hours();

-- The state of a place at a moment, as `places_states` says it, from what is kept with it. Nothing
-- where rows are to be asked: on a holiday and the day after, where something else than the rows of
-- every week may hold, and on a weekday on which one is by appointment or has no end.
CREATE FUNCTION places_kept_state(
  complete boolean, half_hours integer[], surely_open int4multirange, otherwise datemultirange,
  today date, minute integer, holidays date[]
) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN holidays <> '{}' OR otherwise && daterange(today - 1, today, '[]') THEN NULL
  WHEN surely_open @> (extract(isodow FROM today)::integer - 1) * 1440 + minute THEN 'open'
  WHEN half_hours @> ARRAY[-1 - extract(isodow FROM today)::integer] THEN NULL
  WHEN NOT complete OR half_hours = '{}' THEN 'onbekend'
  WHEN surely_open <> '{}' THEN 'dicht'
END;

-- Tags and where a place lies, in one key: the squares of four kilometres that a box or a circle
-- touches, each with a tag, so that the index reads a tag's places there and no others. At a million
-- places 28,000 lay in a city, 45,000 had a value and 14,000 of those might be open, for the thousand
-- that were all three: from 17 to 6 ms, and at 100,000 from 5 to 4. What an area is says where it is,
-- and has no such keys. Whoever asks is `places.models.squares`, which knows the side and the spelling.
CREATE FUNCTION places_tags_in_square(x float8, y float8, tags varchar[]) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  square text := floor(x / 4000) || ',' || floor(y / 4000) || ' ';
BEGIN
  RETURN ARRAY(SELECT square || tag FROM unnest(tags) AS tag
    WHERE split_part(tag, ':', 1) <> ALL ('{gemeente,gebied,wijk}'));
END $$;

-- Whoever asks for tags, a moment and a part of the map has all of them from here. Nothing waits in a
-- list to be added: every question would read that list.
CREATE INDEX place_by_tag ON places_place
  USING gin (tags, half_hours, places_tags_in_square(ST_X(location), ST_Y(location), tags))
  WITH (fastupdate = off);
