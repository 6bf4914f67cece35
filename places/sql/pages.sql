-- What pages say of places, read with plans that are kept for a connection: to plan these statements anew
-- took 0.4 of the 1.5 ms of the cards of a page, and 1.8 of the 2.8 ms of the page of a place. Only
-- `places/models/listed.py`, `portrayed.py` and `told.py` ask, and name the columns that they want.

-- Hours, special days and the newest source of a place: as `with_timetable()` and `with_newest_source()`
-- bring them along. The rows are JSON, null where there are none.
CREATE FUNCTION places_brought(place bigint, english boolean)
RETURNS TABLE (hours text, special_days text, source varchar, source_date varchar)
LANGUAGE sql STABLE AS $$
  SELECT (
    SELECT json_agg(json_build_object(
        'weekday', weekday, 'opens', opens, 'closes', closes, 'mode', mode,
        'valid_from', valid_from, 'valid_until', valid_until,
        'note', CASE WHEN english THEN coalesce(nullif(note_en, ''), note) ELSE note END,
        'cost', CASE WHEN english THEN coalesce(nullif(cost_en, ''), cost) ELSE cost END,
        'sign_up', CASE WHEN english THEN coalesce(nullif(sign_up_en, ''), sign_up) ELSE sign_up END
      ) ORDER BY weekday, opens, id)::text
      FROM places_openinghours WHERE place_id = place
  ), (
    SELECT json_agg(json_build_object(
        'first_day', first_day, 'last_day', last_day, 'opens', opens, 'closes', closes, 'mode', mode,
        'reason', CASE WHEN english THEN coalesce(nullif(reason_en, ''), reason) ELSE reason END
      ) ORDER BY first_day, opens, id)::text
      FROM places_specialday WHERE place_id = place
  ), newest.title, newest.as_of
  FROM (VALUES (1)) AS once LEFT JOIN LATERAL (
    SELECT title, as_of FROM places_source WHERE place_id = place
    ORDER BY as_of DESC, position, id LIMIT 1
  ) AS newest ON true
$$;

-- The places with these keys, in their order, seen from a point.
CREATE FUNCTION places_listed(keys bigint[], seen_from geometry, english boolean)
RETURNS TABLE (
  place places_place, latitude double precision, longitude double precision,
  metres double precision, hours text, special_days text, source varchar, source_date varchar
) LANGUAGE plpgsql STABLE ROWS 25 SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN QUERY SELECT one, ST_Y(degrees), ST_X(degrees), one.location <-> seen_from, brought.*
    FROM unnest(keys) WITH ORDINALITY AS page (id, number)
    JOIN places_place AS one USING (id)
    CROSS JOIN LATERAL ST_Transform(one.location, 4326) AS degrees
    CROSS JOIN LATERAL places_brought(one.id, english) AS brought
    ORDER BY number;
END $$;

-- The keys of so many published places around one, in the order of `by_distance`.
CREATE FUNCTION places_nearest_others(place bigint, many integer) RETURNS bigint[]
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  here geometry := (SELECT location FROM places_place WHERE id = place);
BEGIN
  RETURN ARRAY(
    SELECT id FROM (
      SELECT id, name, location <-> here AS metres FROM places_place
      WHERE status = 'gepubliceerd' AND id <> place
      ORDER BY metres FETCH FIRST many ROWS WITH TIES
    ) AS nearest ORDER BY metres, name, id LIMIT many);
END $$;

-- The place that lives at an address, or else the one that used to, with its kind, its organisation and
-- the areas around it as JSON: columns in the order in which `portrayed.py` names them.
CREATE FUNCTION places_portrayed(address varchar, english boolean)
RETURNS TABLE (
  place places_place, longitude double precision, latitude double precision,
  hours text, special_days text, source varchar, source_date varchar, family text
) LANGUAGE plpgsql STABLE ROWS 1 SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN QUERY SELECT one, ST_X(degrees), ST_Y(degrees), brought.*, json_build_array(
      json_build_array(kind.id, kind.slug, kind.symbol),
      json_build_array(runs.id, runs.slug, runs.name, runs.website),
      json_build_array(area.id, area.level, area.parent_id, area.code, area.name, area.slug),
      json_build_array(above.id, above.level, above.parent_id, above.code, above.name, above.slug),
      json_build_array(top.id, top.level, top.parent_id, top.code, top.name, top.slug)
    )::text
    FROM places_place AS one
    LEFT JOIN places_kind AS kind ON kind.id = one.kind_id
    LEFT JOIN places_organisation AS runs ON runs.id = one.organisation_id
    LEFT JOIN places_area AS area ON area.id = one.area_id
    LEFT JOIN places_area AS above ON above.id = area.parent_id
    LEFT JOIN places_area AS top ON top.id = above.parent_id
    CROSS JOIN LATERAL ST_Transform(one.location, 4326) AS degrees
    CROSS JOIN LATERAL places_brought(one.id, english) AS brought
    WHERE one.id = places_living_at(address);
END $$;

-- What rows beside it say of one place, as JSON: the parts of `Told` in their order.
CREATE FUNCTION places_told(place bigint) RETURNS text
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN json_build_array(
    (SELECT json_agg(trait) FROM (
      SELECT name, name_en, coalesce(answer, 'onbekend') AS answer FROM places_trait AS term
      LEFT JOIN places_placetrait AS known ON trait_id = term.id AND place_id = place
      ORDER BY term.position, name
    ) AS trait),
    (SELECT json_agg(value) FROM (
      SELECT slug, name, name_en, meaning, meaning_en, words, words_en, source, source_date
      FROM places_placevalue AS shown JOIN places_value AS term ON term.id = value_id
      WHERE place_id = place ORDER BY term.position, shown.id
    ) AS value),
    (SELECT json_agg(dilemma) FROM (
      SELECT slug, name, name_en, pole_a, pole_a_en, pole_b, pole_b_en, stand.position,
        words, words_en, source, source_date
      FROM places_placedilemma AS stand JOIN places_dilemma AS term ON term.id = dilemma_id
      WHERE place_id = place ORDER BY term.position, stand.id
    ) AS dilemma),
    (SELECT json_agg(quote) FROM (
      SELECT text, said_by, source, source_date
      FROM places_quote WHERE place_id = place ORDER BY id
    ) AS quote),
    (SELECT json_agg(photo) FROM (
      SELECT key, width, height, alt, alt_en, credit
      FROM places_photo WHERE place_id = place ORDER BY position, id
    ) AS photo),
    (SELECT json_agg(json_build_array(title, as_of) ORDER BY position, id)
      FROM places_source WHERE place_id = place),
    (SELECT json_agg(json_build_array(source, source_date) ORDER BY weekday, opens, id)
      FROM places_openinghours WHERE place_id = place)
  )::text;
END $$;
