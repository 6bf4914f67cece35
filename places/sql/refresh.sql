-- All that is kept, made anew from what editors wrote: what every save keeps by itself, as if each had
-- gone wrong. `places/models/derived.py` calls these one after the other; nobody else needs to.

-- Some places: what is derived from them and kept with them, and their documents. What is right is not
-- written again, and so nobody is told that it changed. Says how many were wrong.
CREATE FUNCTION places_refresh_places(ids bigint[]) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  unchecked integer;
  wrong integer;
BEGIN
  UPDATE places_place AS place SET checked_on = newest.day, checked_by = coalesce(newest.role, '')
    FROM unnest(ids) AS concerned (place_id) LEFT JOIN LATERAL (
      SELECT day, role FROM places_confirmation AS confirmation
        WHERE confirmation.place_id = concerned.place_id ORDER BY day DESC, id DESC LIMIT 1
    ) AS newest ON true
    WHERE place.id = concerned.place_id AND (checked_on, checked_by)
      IS DISTINCT FROM (newest.day, coalesce(newest.role, ''));
  GET DIAGNOSTICS unchecked = ROW_COUNT;
  UPDATE places_place AS place SET tags = tags
    WHERE id = ANY (ids) AND (
      (tags, search) IS DISTINCT FROM (SELECT (one.tags, one.search) FROM places_derived(place) AS one)
      OR (half_hours, surely_open, otherwise) IS DISTINCT FROM (
        SELECT (one.half_hours, one.surely_open, one.otherwise) FROM places_derived_hours(id) AS one));
  GET DIAGNOSTICS wrong = ROW_COUNT;
  -- Like `places_renew_documents`: not while an edition is under way.
  PERFORM FROM places_edition FOR UPDATE;
  PERFORM places_keep_documents(ARRAY(
    SELECT id FROM places_place WHERE id = ANY (ids) AND status = 'gepubliceerd'));
  RETURN wrong + unchecked;
END $$;

-- What is public but was never told, and the other way round: told now. What it counted for does not
-- matter: that is counted anew below.
CREATE FUNCTION places_refresh_publications() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  untold uuid[] := ARRAY(
    SELECT uuid FROM places_place AS place FULL JOIN places_publication AS known USING (uuid)
      WHERE coalesce(place.status = 'gepubliceerd', false)
        <> (known.uuid IS NOT NULL AND known.withdrawn_at IS NULL));
BEGIN
  PERFORM FROM places_edition FOR UPDATE;
  UPDATE places_publication SET counted = '{}' WHERE uuid = ANY (untold);
  INSERT INTO places_touched (uuid) SELECT unnest(untold) ON CONFLICT DO NOTHING;
  INSERT INTO places_commit (more_than_places) SELECT false WHERE untold <> '{}' ON CONFLICT DO NOTHING;
END $$;

-- What is kept of all places together, when the two above are done and no edition is under way. All
-- that was changed before in this transaction has been told then; what is not kept yet is counted as it
-- is in any transaction that changed something.
CREATE FUNCTION places_refresh_together() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  xs integer[];
  ys integer[];
BEGIN
  -- The row before the table: who waits for it would have it and then want the table.
  PERFORM FROM places_edition FOR UPDATE;
  LOCK TABLE places_edition IN SHARE ROW EXCLUSIVE MODE;
  SET CONSTRAINTS ALL IMMEDIATE;
  SET CONSTRAINTS ALL DEFERRED;
  PERFORM places_note_all();
  DELETE FROM places_document WHERE NOT EXISTS (
    SELECT FROM places_place WHERE id = place_id AND status = 'gepubliceerd');
  UPDATE places_publication AS known SET place_id = now.id, counted = now.counted
    FROM (
      SELECT publication.uuid, place.id,
          CASE WHEN place.id IS NOT NULL THEN places_counted_as(place) ELSE '{}' END AS counted
        FROM places_publication AS publication LEFT JOIN places_place AS place
          ON place.uuid = publication.uuid AND place.status = 'gepubliceerd'
    ) AS now
    WHERE now.uuid = known.uuid
      AND (now.id, now.counted) IS DISTINCT FROM (known.place_id, known.counted)
      -- What came or went since the publications above were told, unseen by any trigger, is not yet.
      AND (now.id IS NULL) = (known.withdrawn_at IS NOT NULL);
  PERFORM places_forget_kept();
  INSERT INTO places_keptcount SELECT * FROM places_numbers();
  INSERT INTO places_bitmap
    SELECT tag, (id / 8192)::integer, places_bits((id % 8192)::integer, 1)
      FROM places_place AS place, unnest(places_counted_as(place)) AS tag
      WHERE status = 'gepubliceerd' AND places_has_bits(tag) GROUP BY 1, 2;
  INSERT INTO places_clock_bitmap
    SELECT places_bits_of_clock(tag), (id / 8192)::integer, places_bits((id % 8192)::integer, 1)
      FROM places_place AS place, unnest(places_counted_by_clock(place)) AS tag
      WHERE status = 'gepubliceerd' AND places_bits_of_clock(tag) IS NOT NULL GROUP BY 1, 2;
  INSERT INTO places_dated_stroke
    SELECT tag, id FROM places_place AS place, unnest(places_counted_by_clock(place)) AS tag
      WHERE status = 'gepubliceerd' AND places_bits_of_clock(tag) IS NULL
      GROUP BY 1, 2 HAVING count(*) % 2 = 1;
  INSERT INTO places_clock SELECT DISTINCT struck
    FROM places_place, places_struck(id) AS struck WHERE status = 'gepubliceerd';
  INSERT INTO places_known_word SELECT word FROM ts_stat('SELECT search FROM places_place')
    WHERE length(word) BETWEEN 3 AND 60 ORDER BY word ON CONFLICT DO NOTHING;
  INSERT INTO places_mappoint (uuid, place_id, location, x, y)
    SELECT uuid, id, location, cell.x, cell.y
      FROM places_place CROSS JOIN LATERAL places_cell(location) AS cell
      WHERE status = 'gepubliceerd' AND location IS NOT NULL;
  SELECT array_agg(x), array_agg(y) INTO xs, ys FROM (SELECT DISTINCT x, y FROM places_mappoint) AS cell;
  PERFORM places_gather_up(xs, ys);
END $$;

CREATE FUNCTION places_note_all() RETURNS void LANGUAGE sql AS $$
  INSERT INTO places_commit (more_than_places) VALUES (true)
    ON CONFLICT (transaction) DO UPDATE SET more_than_places = true
$$;

CREATE FUNCTION places_forget_kept() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM places_keptcount;
  DELETE FROM places_bitmap;
  DELETE FROM places_clock_bitmap;
  DELETE FROM places_dated_stroke;
  DELETE FROM places_clock;
  DELETE FROM places_mapcell;
  DELETE FROM places_mappoint;
END $$;

-- `manage.py flush` empties tables without a word to the triggers of rows, and only those it knows.
CREATE FUNCTION places_note_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM places_forget_kept();
  DELETE FROM places_known_word;
  PERFORM places_refresh_publications();
  PERFORM places_note_all();
  RETURN NULL;
END $$;
CREATE TRIGGER places_note_truncate AFTER TRUNCATE ON places_place
  FOR EACH STATEMENT EXECUTE FUNCTION places_note_truncate();
