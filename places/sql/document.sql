-- The documents of published places, kept ready as text: writing one takes a look into twenty tables,
-- and planning that takes longer still. `places_written` (models/document.py) writes them, here they
-- are kept and read. What it says of a day holds until the next row of hours or special day is past.
--
-- In PL/pgSQL with one plan for all questions: it is made once for a connection, not for a request.

-- The first and last day around this one on which the text of a place stays as it is.
CREATE FUNCTION places_document_days(place bigint, today date) RETURNS daterange
LANGUAGE sql STABLE AS $$
  SELECT daterange(
      max(day) FILTER (WHERE day < today) + 1, min(day) FILTER (WHERE day >= today), '[]')
    FROM (
      SELECT valid_until FROM places_openinghours WHERE place_id = place
      UNION ALL
      SELECT last_day FROM places_specialday WHERE place_id = place
    ) AS past (day)
$$;

-- The documents of these places, in their order: as they are kept; written now where the day is
-- another, and all in a transaction that changed something, which what is kept does not know yet.
CREATE FUNCTION places_documents(ids bigint[], today date) RETURNS TABLE (text text, traits jsonb)
LANGUAGE plpgsql STABLE ROWS 25 SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  missing bigint[] := ids;
BEGIN
  IF NOT places_unsettled() THEN
    missing := ARRAY(
      SELECT id FROM unnest(ids) AS id WHERE NOT EXISTS (
        SELECT FROM places_document AS kept WHERE kept.place_id = id AND kept.days @> today));
  END IF;
  IF missing = '{}' THEN
    RETURN QUERY SELECT kept.text, kept.traits
      FROM unnest(ids) WITH ORDINALITY AS asked (id, number)
      JOIN places_document AS kept ON kept.place_id = asked.id ORDER BY number;
  ELSE
    RETURN QUERY SELECT coalesce(written.text, kept.text), coalesce(written.traits, kept.traits)
      FROM unnest(ids) WITH ORDINALITY AS asked (id, number)
      LEFT JOIN places_document AS kept ON kept.place_id = asked.id
      LEFT JOIN places_written(missing, today) AS written ON written.place_id = asked.id
      ORDER BY number;
  END IF;
END $$;

-- The keys of a page of all places, nearest first, as `PagedPlaces.page_keys` finds them: so is asked
-- most, and to compose the statement took longer than to answer it.
CREATE FUNCTION places_nearest(east float8, north float8, start bigint, stop bigint)
RETURNS bigint[] LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN ARRAY(
    SELECT id FROM (
      SELECT id, name, location <-> ST_SetSRID(ST_MakePoint(east, north), 28992) AS metres
      FROM places_place WHERE status = 'gepubliceerd'
      ORDER BY metres FETCH FIRST (stop) ROWS WITH TIES
    ) AS nearest
    ORDER BY metres, name, id OFFSET start LIMIT stop - start);
END $$;

-- The same by name.
CREATE FUNCTION places_by_name(start bigint, stop bigint)
RETURNS bigint[] LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN ARRAY(
    SELECT id FROM places_place WHERE status = 'gepubliceerd'
    ORDER BY name, id OFFSET start LIMIT stop - start);
END $$;

-- The place that lives or lived at this address, as `Place.objects.at_address()` finds it.
CREATE FUNCTION places_living_at(address text) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN coalesce(
    (SELECT id FROM places_place WHERE slug = address),
    (SELECT place_id FROM places_formerslug WHERE slug = address));
END $$;

-- The states of these places.
CREATE FUNCTION places_states_among(ids bigint[], today date, minute integer, holidays date[])
RETURNS TABLE (place_id bigint, state text)
LANGUAGE plpgsql STABLE ROWS 25 SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  IF ids <> '{}' THEN
    RETURN QUERY SELECT now.* FROM unnest(ids) AS id
      JOIN places_states(today, minute, holidays) AS now ON now.place_id = id;
  END IF;
END $$;

-- Keeps the documents of these places as they are today; set-based, and a thousand at a time because
-- what a function returns is put by until it is done.
CREATE FUNCTION places_keep_documents(ids bigint[]) RETURNS void
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  today date := clock_timestamp() AT TIME ZONE 'Europe/Amsterdam';
BEGIN
  FOR start IN 1..coalesce(cardinality(ids), 0) BY 1000 LOOP
    INSERT INTO places_document AS kept (place_id, text, traits, days)
      SELECT place_id, text, traits, places_document_days(place_id, today)
        FROM places_written(ids[start:start + 999], today)
      ON CONFLICT (place_id) DO UPDATE
        SET text = excluded.text, traits = excluded.traits, days = excluded.days
        WHERE (kept.text, kept.traits, kept.days)
          IS DISTINCT FROM (excluded.text, excluded.traits, excluded.days);
  END LOOP;
END $$;

-- At the end of a transaction: what it touched in public, and no more of what is not public now.
CREATE FUNCTION places_document_touched() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM places_document WHERE place_id IN (SELECT id FROM places_different WHERE NOT public);
  PERFORM places_keep_documents(ARRAY(SELECT id FROM places_different WHERE public));
END $$;

-- Keeps at most so many documents anew that are of another day, or not there, and says how many. Like
-- every edition it waits for the one under way: else it could keep what an editor just changed.
CREATE FUNCTION places_renew_documents(most integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  today date := clock_timestamp() AT TIME ZONE 'Europe/Amsterdam';
  past bigint[];
BEGIN
  PERFORM FROM places_edition FOR UPDATE;
  past := ARRAY(SELECT place_id FROM places_document 
    WHERE NOT upper_inf(days) AND upper(days) <= today LIMIT most);
  IF past = '{}' THEN
    past := ARRAY(
      SELECT id FROM places_place AS place WHERE status = 'gepubliceerd' AND NOT EXISTS (
        SELECT FROM places_document AS kept WHERE kept.place_id = place.id) LIMIT most);
  END IF;
  PERFORM places_keep_documents(past);
  RETURN cardinality(past);
END $$;

-- A place that goes takes its document along.
ALTER TABLE places_document ADD CONSTRAINT places_document_of_place
  FOREIGN KEY (place_id) REFERENCES places_place (id) ON DELETE CASCADE;
-- For `places_renew_documents`: few texts end on a day, and the table is the largest of all.
CREATE INDEX places_document_past ON places_document (upper(days)) WHERE NOT upper_inf(days);
