-- Whole sets of published places, in pieces of 8,192 keys as bits: those with a tag, those that somebody
-- checked since a day, those that are open at a moment. Put together, they tell who meets several
-- wishes, and how many of those each option would leave, without a look at each place: a value among
-- 100,000 places took 79 ms when the 12,000 that have it were visited, and now 6.
--
-- A minute at which somebody opens or closes turns a bit, like it moves the numbers that
-- `kept_numbers.sql` adds up. Minutes of every week and months of checks have bits; what holds between
-- days, or on one of them, concerns few places and is kept place by place.
CREATE TABLE places_clock_bitmap (
  tag varchar(140) COLLATE "C", chunk integer, bits bit(8192) NOT NULL, PRIMARY KEY (tag, chunk)
);
CREATE TABLE places_dated_stroke (
  tag varchar(140) COLLATE "C", id bigint, PRIMARY KEY (tag, id)
);

-- As what a tag of the clock turns bits, if it does: of the day of a check its month does.
CREATE FUNCTION places_bits_of_clock(tag varchar) RETURNS varchar LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN tag LIKE 'nagekeken-op:%' THEN left(tag, length('nagekeken-op:2026-01'))
    WHEN (tag LIKE 'opent:%' OR tag LIKE 'sluit:%') AND tag NOT LIKE '%:%:%' THEN tag
  END
$$;

-- By the difference that the edition makes: what a place counts for only now, or did only until now, turns
-- its bit, or comes or goes as an entry. A place that went and came back has another key than its bits
-- have. In one statement, for the difference is long in a bulk save.
CREATE FUNCTION places_bits_touched() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH turned AS MATERIALIZED (
    SELECT id, tag FROM (
      SELECT id, unnest(counted) AS tag FROM places_counting_otherwise
      UNION ALL SELECT former_id, unnest(counted_before) FROM places_counting_otherwise
    ) AS both_times
    GROUP BY id, tag HAVING count(*) % 2 = 1
  ), of_tags AS (
    INSERT INTO places_bitmap AS kept (tag, chunk, bits)
      SELECT tag, (id / 8192)::integer, places_bits((id % 8192)::integer, 1)
        FROM turned WHERE places_has_bits(tag) GROUP BY 1, 2
      ON CONFLICT (tag, chunk) DO UPDATE SET bits = kept.bits # excluded.bits
  ), of_clock AS (
    INSERT INTO places_clock_bitmap AS kept (tag, chunk, bits)
      SELECT tag, (id / 8192)::integer, places_bits((id % 8192)::integer, 1) FROM (
        SELECT id, places_bits_of_clock(tag) AS tag FROM turned GROUP BY 1, 2 HAVING count(*) % 2 = 1
      ) AS of_months
      WHERE tag IS NOT NULL GROUP BY 1, 2
      ON CONFLICT (tag, chunk) DO UPDATE SET bits = kept.bits # excluded.bits
  ), entry AS (
    SELECT tag, id FROM turned
      WHERE places_is_of_the_clock(tag) AND places_bits_of_clock(tag) IS NULL
  ), gone AS (
    DELETE FROM places_dated_stroke AS kept USING entry
      WHERE kept.tag = entry.tag AND kept.id = entry.id RETURNING kept.tag, kept.id
  )
  INSERT INTO places_dated_stroke TABLE entry EXCEPT TABLE gone;
END $$;

-- All keys in a transaction that changed something, which no bits know yet.
CREATE FUNCTION places_if_unsettled() RETURNS bigint[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN CASE WHEN places_unsettled()
    THEN ARRAY(SELECT id FROM places_place WHERE status = 'gepubliceerd') END;
END $$;

-- Tags of minutes of a day, up to this one, that do not hold every week: between dates that have this
-- day, or on this day alone.
CREATE FUNCTION places_strokes_of_some(midnight integer, minute integer, day text) RETURNS varchar[]
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN ARRAY(
    SELECT tag FROM (VALUES ('opent'), ('sluit')) AS stroke (kind) JOIN places_keptcount
      ON tag ~>=~ (kind || ':' || places_stroke(midnight))
        AND tag ~<=~ (kind || ':' || places_stroke(midnight + minute) || '~')
      WHERE number > 0 AND places_bits_of_clock(tag) IS NULL AND places_holds(tag, day)
    UNION ALL
    SELECT tag FROM (VALUES ('opent'), ('sluit')) AS stroke (kind) JOIN places_keptcount
      ON tag ~>=~ (kind || '-op:' || day)
        AND tag ~<=~ (kind || '-op:' || day || ':' || places_stroke(minute))
      WHERE number > 0
  );
END $$;

-- With any of these tags, which are such as have bits.
CREATE FUNCTION places_with_tags(tags varchar[]) RETURNS TABLE (chunk integer, bits bit)
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF places_unsettled() THEN
    RETURN QUERY SELECT (id / 8192)::integer, places_bits((id % 8192)::integer, 1)
      FROM places_place AS place
      WHERE status = 'gepubliceerd' AND place.tags && places_with_tags.tags GROUP BY 1;
  ELSE
    RETURN QUERY SELECT kept.chunk, bit_or(kept.bits)
      FROM places_bitmap AS kept WHERE tag = ANY (tags) GROUP BY 1;
  END IF;
END $$;

-- Checked on this day or later; of `among` only, if keys are given, each of which is looked at. The months
-- after this one are kept.
CREATE FUNCTION places_with_check_since(day date, among bigint[]) RETURNS TABLE (chunk integer, bits bit)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  next_month date := date_trunc('month', day) + interval '1 month';
BEGIN
  among := coalesce(among, places_if_unsettled());
  IF among IS NOT NULL THEN
    RETURN QUERY SELECT (id / 8192)::integer, places_bits((id % 8192)::integer, 1)
      FROM places_place WHERE id = ANY (among) AND checked_on >= day GROUP BY 1;
    RETURN;
  END IF;
  RETURN QUERY SELECT piece.chunk, bit_or(piece.bits) FROM (
    SELECT (id / 8192)::integer AS chunk, places_bits((id % 8192)::integer, 1) AS bits FROM places_place
      WHERE status = 'gepubliceerd' AND checked_on >= day AND checked_on < next_month GROUP BY 1
    UNION ALL
    SELECT kept.chunk, kept.bits FROM places_clock_bitmap AS kept
      WHERE tag >= places_bits_of_clock('nagekeken-op:' || places_day_text(next_month))
        AND tag < 'nagekeken-op:9999'
  ) AS piece GROUP BY 1;
END $$;

-- Surely open on a day that is no holiday, nor comes after one: who has opened and closed an odd number
-- of times since midnight. Of `among` only, if keys are given, each of which is looked at.
CREATE FUNCTION places_with_doors_open(today date, minute integer, among bigint[])
RETURNS TABLE (chunk integer, bits bit)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  midnight integer := (extract(isodow FROM today)::integer - 1) * 1440;
  earliest text := places_stroke(midnight);
  latest text := places_stroke(midnight + minute);
  strokes varchar[];
BEGIN
  among := coalesce(among, places_if_unsettled());
  IF among IS NOT NULL THEN
    RETURN QUERY SELECT (place_id / 8192)::integer, places_bits((place_id % 8192)::integer, 1)
      FROM places_states(today, minute, '{}') WHERE place_id = ANY (among) AND state = 'open' GROUP BY 1;
    RETURN;
  END IF;
  -- Looked up first: to ask each of 110,000 entries whether it holds took 57 ms at a million places.
  strokes := places_strokes_of_some(midnight, minute, places_day_text(today));
  RETURN QUERY SELECT piece.chunk, bit_xor(piece.bits) FROM (
    SELECT kept.chunk, kept.bits FROM places_clock_bitmap AS kept
      WHERE tag BETWEEN 'opent:' || earliest AND 'opent:' || latest
        OR tag BETWEEN 'sluit:' || earliest AND 'sluit:' || latest
    UNION ALL
    SELECT (id / 8192)::integer, places_bits((id % 8192)::integer, 1) FROM (
      SELECT id FROM places_dated_stroke WHERE tag = ANY (strokes) GROUP BY id HAVING count(*) % 2 = 1
    ) AS turned GROUP BY 1
  ) AS piece GROUP BY 1;
END $$;

-- With a point in an area, or within so many metres of it if a number is given. The points of the map lie
-- together by their cells, and apart from all else that places are: 43,000 of 100,000 in 31 ms.
CREATE FUNCTION places_with_point(area geometry, metres float8) RETURNS TABLE (chunk integer, bits bit)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  around geometry := ST_Expand(area, coalesce(metres, 0) + 1);
  least_of record;
  most_of record;
BEGIN
  IF places_unsettled() THEN
    RETURN QUERY SELECT (id / 8192)::integer, places_bits((id % 8192)::integer, 1) FROM places_place
      WHERE status = 'gepubliceerd'
        AND (metres IS NULL AND ST_CoveredBy(location, area) OR ST_DWithin(location, area, metres))
      GROUP BY 1;
    RETURN;
  END IF;
  SELECT * INTO least_of FROM places_cell(ST_MakePoint(ST_XMin(around), ST_YMin(around)));
  SELECT * INTO most_of FROM places_cell(ST_MakePoint(ST_XMax(around), ST_YMax(around)));
  RETURN QUERY SELECT (place_id / 8192)::integer, places_bits((place_id % 8192)::integer, 1)
    FROM places_mappoint
    WHERE x BETWEEN least_of.x AND most_of.x AND y BETWEEN least_of.y AND most_of.y
      AND (metres IS NULL AND ST_CoveredBy(location, area) OR ST_DWithin(location, area, metres))
    GROUP BY 1;
END $$;

-- With words that so many places have that it costs less to visit them than to ask what else they are.
-- The text of a place lies apart from it, which the planner does not know: it would read all of them,
-- 360 ms for a word that 71,000 of 100,000 places have, instead of 80.
CREATE FUNCTION places_with_words(words tsquery) RETURNS TABLE (chunk integer, bits bit)
LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
BEGIN
  RETURN QUERY SELECT (id / 8192)::integer, places_bits((id % 8192)::integer, 1)
    FROM places_place WHERE status = 'gepubliceerd' AND search @@ words GROUP BY 1;
END $$;

-- How many of the places with these bits have each of these tags, which are such as have bits; NULL
-- for all such tags. Planned anew each time, for two tags are looked up and a hundred read at once.
CREATE FUNCTION places_numbers_among(chunks integer[], pieces bit[], asked text)
RETURNS TABLE (tag varchar, number bigint)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  wanted varchar[] := string_to_array(asked, ',');
BEGIN
  IF places_unsettled() THEN
    RETURN QUERY SELECT one, count(*)
      FROM places_place AS place JOIN unnest(chunks, pieces) AS here (chunk, bits)
          ON here.chunk = (place.id / 8192)::integer AND get_bit(here.bits, (place.id % 8192)::integer) = 1,
        unnest(places_counted_as(place)) AS one
      WHERE status = 'gepubliceerd' AND places_has_bits(one) AND (wanted IS NULL OR one = ANY (wanted))
      GROUP BY one;
  ELSE
    RETURN QUERY SELECT kept.tag, sum(bit_count(kept.bits & here.bits))::bigint
      FROM places_bitmap AS kept JOIN unnest(chunks, pieces) AS here (chunk, bits) USING (chunk)
      WHERE wanted IS NULL OR kept.tag = ANY (wanted) GROUP BY kept.tag;
  END IF;
END $$;
