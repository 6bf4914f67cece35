-- What the public can read has editions. Every transaction that changes any of it makes the next one
-- as its very last act, when it commits: whoever waits for the number waits for a commit under way,
-- so numbers come in the order in which readers see what they stand for, without gaps.
--
-- A transaction notes what it touches under its own id, where no other can be in its way.

CREATE TABLE places_touched (
  transaction xid8 DEFAULT pg_current_xact_id(), uuid uuid, PRIMARY KEY (transaction, uuid)
);
-- One row of a transaction, and so one trigger at its end, however much it touches.
CREATE TABLE places_commit (
  transaction xid8 PRIMARY KEY DEFAULT pg_current_xact_id(), more_than_places boolean NOT NULL,
  checked boolean NOT NULL DEFAULT false
);

-- Words, areas and networks: read everywhere. And postcodes, from which a list may set out.
CREATE FUNCTION places_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM changed) THEN
    INSERT INTO places_commit (more_than_places) VALUES (true)
      ON CONFLICT (transaction) DO UPDATE SET more_than_places = true;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION places_note_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO places_touched (uuid) SELECT uuid FROM changed ON CONFLICT DO NOTHING;
  IF FOUND THEN
    INSERT INTO places_commit (more_than_places) VALUES (false) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

-- Rows around a place of which the place itself derives nothing; the others touch it already.
CREATE FUNCTION places_note_owners() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO places_touched (uuid)
    SELECT uuid FROM places_place WHERE id IN (SELECT place_id FROM changed) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    INSERT INTO places_commit (more_than_places) VALUES (false) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  rows_of text; event text; transition text; noting text;
BEGIN
  FOR rows_of, noting IN VALUES
      ('place', 'note_places'),
      ('source', 'note_owners'), ('photo', 'note_owners'),
      ('area', 'note_change'), ('organisation', 'note_change'), ('kind', 'note_change'),
      ('value', 'note_change'), ('value_traits', 'note_change'), ('dilemma', 'note_change'),
      ('trait', 'note_change'), ('audience', 'note_change'), ('offer', 'note_change'),
      ('language', 'note_change'), ('postcode', 'note_change') LOOP
    FOR event, transition IN VALUES ('INSERT', 'NEW'), ('UPDATE', 'NEW'), ('DELETE', 'OLD') LOOP
      EXECUTE format('CREATE TRIGGER places_%s_%s AFTER %s ON places_%s REFERENCING %s TABLE AS '
        'changed FOR EACH STATEMENT EXECUTE FUNCTION places_%s()',
        noting, lower(event), event, rows_of, transition, noting);
    END LOOP;
  END LOOP;
END $$;

-- What a published place counts for; places/models/tally.py knows the two that are no tags.
CREATE FUNCTION places_counted_as(place places_place) RETURNS varchar[] LANGUAGE sql IMMUTABLE AS $$
  SELECT place.tags || ARRAY['totaal']::varchar[]
    || CASE WHEN place.location IS NOT NULL THEN ARRAY['op-de-kaart']::varchar[] END
$$;

-- The places that this transaction touched and that the public reads, read until now, or may still
-- be told of: that somebody writes at a draft is nobody's business. With what each counts for now.
CREATE FUNCTION places_touched_in_public()
RETURNS TABLE (uuid uuid, slug varchar, public boolean, counted varchar[])
LANGUAGE sql STABLE AS $$
  SELECT touched.uuid, coalesce(place.slug, known.slug),
      coalesce(place.status = 'gepubliceerd', false),
      CASE WHEN place.status = 'gepubliceerd' THEN places_counted_as(place) ELSE '{}' END
    FROM places_touched AS touched
    LEFT JOIN places_place AS place ON place.uuid = touched.uuid
    LEFT JOIN places_publication AS known ON known.uuid = touched.uuid
    WHERE touched.transaction = pg_current_xact_id() AND (
      place.status = 'gepubliceerd' OR known.withdrawn_at IS NULL AND known.uuid IS NOT NULL
      OR place.status = 'gearchiveerd' AND known.uuid IS NOT NULL
    )
$$;

-- How many published places have each tag, kept by the difference that every edition makes: at the
-- end of a transaction, when nobody has to wait long for the numbers that all of them change.
CREATE FUNCTION places_count_touched() RETURNS void LANGUAGE sql AS $$
  INSERT INTO places_keptcount (tag, number)
    SELECT tag, sum(difference) FROM (
      SELECT unnest(counted) AS tag, 1 AS difference FROM places_touched_in_public()
      UNION ALL
      SELECT unnest(known.counted), -1
        FROM places_touched_in_public() JOIN places_publication AS known USING (uuid)
    ) AS one
    GROUP BY tag HAVING sum(difference) <> 0
    ON CONFLICT (tag) DO UPDATE SET number = places_keptcount.number + excluded.number
$$;

-- The kept counts; within a transaction that changed something, which they do not know yet, counted.
CREATE FUNCTION places_numbers() RETURNS TABLE (tag varchar, number bigint)
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF EXISTS (SELECT FROM places_commit WHERE transaction = pg_current_xact_id_if_assigned()) THEN
    RETURN QUERY SELECT one, count(*)
      FROM places_place AS place, unnest(places_counted_as(place)) AS one
      WHERE place.status = 'gepubliceerd' GROUP BY one;
  ELSE
    RETURN QUERY SELECT kept.tag, kept.number FROM places_keptcount AS kept WHERE kept.number > 0;
  END IF;
END $$;

-- One of them: all are as many as there are words and areas, a millisecond of a country's.
CREATE FUNCTION places_number(asked varchar) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF EXISTS (SELECT FROM places_commit WHERE transaction = pg_current_xact_id_if_assigned()) THEN
    RETURN coalesce((SELECT number FROM places_numbers() WHERE tag = asked), 0);
  END IF;
  RETURN coalesce((SELECT number FROM places_keptcount WHERE tag = asked), 0);
END $$;

CREATE FUNCTION places_next_edition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  edition places_edition;
BEGIN
  IF NEW.more_than_places OR EXISTS (SELECT FROM places_touched_in_public()) THEN
    INSERT INTO places_edition AS newest (id, number, changed_at, words_changed_at)
      VALUES (1, 1, clock_timestamp(), clock_timestamp())
      ON CONFLICT (id) DO UPDATE
        SET number = newest.number + 1, changed_at = excluded.changed_at,
          words_changed_at = CASE WHEN NEW.more_than_places THEN excluded.changed_at
            ELSE newest.words_changed_at END
      RETURNING * INTO edition;
    PERFORM places_count_touched();
    PERFORM places_bits_touched();
    PERFORM places_gather_touched();
    PERFORM places_note_clock();
    PERFORM places_document_touched();
    INSERT INTO places_publication AS known
        (uuid, slug, number, changed_at, first_number, first_at, withdrawn_at, counted)
      SELECT uuid, slug, edition.number, edition.changed_at, edition.number, edition.changed_at,
          CASE WHEN NOT public THEN edition.changed_at END, counted
        FROM places_touched_in_public()
      ON CONFLICT (uuid) DO UPDATE SET
        -- The name that a draft gets meanwhile is not for the public.
        slug = CASE WHEN excluded.withdrawn_at IS NULL THEN excluded.slug ELSE known.slug END,
        number = excluded.number, changed_at = excluded.changed_at, counted = excluded.counted,
        first_number = CASE WHEN known.withdrawn_at IS NOT NULL AND excluded.withdrawn_at IS NULL
          THEN excluded.number ELSE known.first_number END,
        first_at = CASE WHEN known.withdrawn_at IS NOT NULL AND excluded.withdrawn_at IS NULL
          THEN excluded.first_at ELSE known.first_at END,
        withdrawn_at = CASE WHEN excluded.withdrawn_at IS NOT NULL
          THEN coalesce(known.withdrawn_at, excluded.withdrawn_at) END;
  END IF;
  DELETE FROM places_touched WHERE transaction = NEW.transaction;
  DELETE FROM places_gone WHERE transaction = NEW.transaction;
  DELETE FROM places_commit WHERE transaction = NEW.transaction;
  RETURN NULL;
END $$;
-- Deferred triggers go off in rounds. All foreign keys are checked in the first, so the edition is of
-- the second: a check may wait for a row that another holds, and who waits for somebody that waits for
-- the edition must not have it. The row is also read anew, as the last statement left it.
CREATE FUNCTION places_after_the_checks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE places_commit SET checked = true WHERE transaction = NEW.transaction;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER places_after_the_checks AFTER INSERT ON places_commit
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION places_after_the_checks();
CREATE CONSTRAINT TRIGGER places_next_edition AFTER UPDATE OF checked ON places_commit
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION places_next_edition();
