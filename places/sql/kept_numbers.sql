-- Numbers of everything that is published, from kept counts: of some tags, of what is open at a moment
-- and of what somebody checked since a day. Only `places/models/tally.py` asks.
--
-- For the last two a place counts, beside its tags, for the day on which it was checked and for the
-- minutes of the week at which it opens and closes: so many opened until now, so many closed, the rest
-- is open. To count both anew, as far as 10,001 places each, took 6 to 30 ms of a page at 100,000. A
-- place with special days, or with rows that begin or end, has no such minutes: whoever asks looks at
-- those, by the index below.

-- Nobody can choose these as tags. Digits stand in a fixed width, so that they sort as texts.
CREATE FUNCTION places_counted_by_clock(place places_place) RETURNS varchar[]
LANGUAGE sql IMMUTABLE AS $$
  SELECT array_agg(counted)::varchar[] FROM (
    SELECT 'nagekeken-op:' || to_char(place.checked_on, 'YYYY-MM-DD') AS counted
      WHERE place.checked_on IS NOT NULL
    UNION ALL
    SELECT unnest(ARRAY[
        'opent:' || lpad(lower(part)::text, 5, '0'), 'sluit:' || lpad(upper(part)::text, 5, '0')
      ]) FROM unnest(place.surely_open) AS part WHERE place.otherwise = '{}'
  ) AS one
$$;

CREATE FUNCTION places_is_of_the_clock(tag varchar) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT split_part(tag, ':', 1) IN ('nagekeken-op', 'opent', 'sluit')
$$;

CREATE FUNCTION places_numbers_of(tags varchar[]) RETURNS TABLE (tag varchar, number bigint)
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF places_unsettled() THEN
    RETURN QUERY SELECT one.tag, one.number FROM places_numbers() AS one WHERE one.tag = ANY (tags);
  ELSE
    RETURN QUERY SELECT kept.tag, kept.number FROM places_keptcount AS kept WHERE kept.tag = ANY (tags);
  END IF;
END $$;

-- From one tag to another, both with them, in the order of their bytes.
CREATE FUNCTION places_number_between(earliest varchar, latest varchar) RETURNS bigint
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF places_unsettled() THEN
    RETURN (SELECT coalesce(sum(number), 0) FROM places_numbers()
      WHERE tag ~>=~ earliest AND tag ~<=~ latest);
  END IF;
  RETURN (SELECT coalesce(sum(number), 0) FROM places_keptcount
    WHERE tag ~>=~ earliest AND tag ~<=~ latest);
END $$;

CREATE FUNCTION places_checked_since(day date) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT places_number_between('nagekeken-op:' || to_char(day, 'YYYY-MM-DD'), 'nagekeken-op:9999')
$$;

-- At a minute of the week, of the places that are open at the same minutes every week.
CREATE FUNCTION places_open_every_week(minute_of_week integer) RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT places_number_between('opent:', 'opent:' || lpad(minute_of_week::text, 5, '0'))
    - places_number_between('sluit:', 'sluit:' || lpad(minute_of_week::text, 5, '0'))
$$;

CREATE INDEX place_by_exception ON places_place USING gin (half_hours) WITH (fastupdate = off)
  WHERE otherwise <> '{}' AND status = 'gepubliceerd';
