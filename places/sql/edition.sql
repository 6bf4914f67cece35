-- What the public can read has editions. Every transaction that changes any of it makes the next one
-- as its very last act, when it commits: whoever waits for the number waits for a commit under way,
-- so numbers come in the order in which readers see what they stand for, without gaps.
--
-- A transaction notes what it touches under its own id, where no other can be in its way; whatever else
-- it notes is of no use to anybody when it has ended, or when the server has crashed before it could.

CREATE UNLOGGED TABLE places_touched (
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
DECLARE
  owners bigint[] := ARRAY(SELECT place_id FROM changed);
BEGIN
  IF TG_OP = 'UPDATE' THEN
    owners := owners || ARRAY(SELECT place_id FROM before);
  END IF;
  INSERT INTO places_touched (uuid)
    SELECT uuid FROM places_place WHERE id = ANY (owners) ON CONFLICT DO NOTHING;
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
    FOR event, transition IN VALUES ('INSERT', 'NEW TABLE AS changed'),
        ('UPDATE', 'OLD TABLE AS before NEW TABLE AS changed'), ('DELETE', 'OLD TABLE AS changed') LOOP
      EXECUTE format('CREATE TRIGGER places_%s_%s AFTER %s ON places_%s REFERENCING %s '
        'FOR EACH STATEMENT EXECUTE FUNCTION places_%s()',
        noting, lower(event), event, rows_of, transition, noting);
    END LOOP;
  END LOOP;
END $$;

-- What a published place counts for; places/models/tally.py knows the two that are no tags.
CREATE FUNCTION places_counted_as(place places_place) RETURNS varchar[] LANGUAGE sql STABLE AS $$
  SELECT place.tags || ARRAY['totaal']::varchar[]
    || CASE WHEN place.location IS NOT NULL THEN ARRAY['op-de-kaart']::varchar[] END
    || places_counted_by_clock(place)
$$;

-- What a transaction makes different of the places that the public reads, read until now, or may still
-- be told of: that somebody writes at a draft is nobody's business. What each counts for now and counted
-- for until now, and by which key; `id` is empty when the place is gone, `former_id` when it was not
-- public. Worked out once, at the end: all that is kept follows from it, and asking for it nine times
-- was most of what one save cost.
CREATE UNLOGGED TABLE places_difference (
  transaction xid8, uuid uuid, slug varchar, public boolean, id bigint, former_id bigint,
  counted varchar[], counted_before varchar[], PRIMARY KEY (transaction, uuid)
);

CREATE FUNCTION places_touched_in_public() RETURNS SETOF places_difference LANGUAGE sql STABLE AS $$
  SELECT touched.transaction, touched.uuid, coalesce(place.slug, known.slug),
      coalesce(place.status = 'gepubliceerd', false), place.id, known.place_id,
      CASE WHEN place.status = 'gepubliceerd' THEN places_counted_as(place) ELSE '{}' END,
      coalesce(known.counted, '{}')
    FROM places_touched AS touched
    LEFT JOIN places_place AS place ON place.uuid = touched.uuid
    LEFT JOIN places_publication AS known ON known.uuid = touched.uuid
    WHERE touched.transaction = pg_current_xact_id() AND (
      place.status = 'gepubliceerd' OR known.withdrawn_at IS NULL AND known.uuid IS NOT NULL
      OR place.status = 'gearchiveerd' AND known.uuid IS NOT NULL
    )
$$;

CREATE VIEW places_different AS
  SELECT * FROM places_difference WHERE transaction = pg_current_xact_id();
CREATE VIEW places_counting_otherwise AS
  SELECT * FROM places_different WHERE (id, counted) IS DISTINCT FROM (former_id, counted_before);

-- Somebody may have renamed a word, and told it, between our writing it and the end: whoever renames can
-- not see what is not committed yet. Of a place that another is writing now the tags are that other's.
CREATE FUNCTION places_derive_again() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE places_place SET tags = tags WHERE id IN (
    SELECT id FROM places_place WHERE uuid IN (
      SELECT uuid FROM places_touched WHERE transaction = pg_current_xact_id()
    ) FOR UPDATE SKIP LOCKED);
END $$;

-- How many published places have each tag, kept by the difference that every edition makes: at the
-- end of a transaction, when nobody has to wait long for the numbers that all of them change.
CREATE FUNCTION places_count_touched() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO places_keptcount AS kept (tag, number)
    SELECT tag, sum(difference) FROM (
      SELECT unnest(counted) AS tag, 1 AS difference FROM places_counting_otherwise
      UNION ALL SELECT unnest(counted_before), -1 FROM places_counting_otherwise
    ) AS one
    GROUP BY tag HAVING sum(difference) <> 0
    ON CONFLICT (tag) DO UPDATE SET number = kept.number + excluded.number;
END $$;

-- The kept counts; within a transaction that changed something, which they do not know yet, counted.
CREATE FUNCTION places_numbers() RETURNS TABLE (tag varchar, number bigint)
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF places_unsettled() THEN
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
  IF places_unsettled() THEN
    RETURN coalesce((SELECT number FROM places_numbers() WHERE tag = asked), 0);
  END IF;
  RETURN coalesce((SELECT number FROM places_keptcount WHERE tag = asked), 0);
END $$;

CREATE FUNCTION places_next_edition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  edition places_edition;
BEGIN
  IF NEW.more_than_places OR EXISTS (SELECT FROM places_touched_in_public()) THEN
    IF (SELECT words_changed_at > now() FROM places_edition FOR UPDATE) THEN
      PERFORM places_derive_again();
    END IF;
    INSERT INTO places_edition AS newest (id, number, changed_at, words_changed_at)
      VALUES (1, 1, clock_timestamp(), clock_timestamp())
      ON CONFLICT (id) DO UPDATE
        SET number = newest.number + 1, changed_at = excluded.changed_at,
          words_changed_at = CASE WHEN NEW.more_than_places THEN excluded.changed_at
            ELSE newest.words_changed_at END
      RETURNING * INTO edition;
    -- Not before: what the edition before this one kept is known only now.
    INSERT INTO places_difference SELECT * FROM places_touched_in_public();
    PERFORM places_count_touched();
    PERFORM places_bits_touched();
    PERFORM places_gather_touched();
    PERFORM places_note_clock();
    PERFORM places_document_touched();
    INSERT INTO places_publication AS known
        (uuid, place_id, slug, number, changed_at, first_number, first_at, withdrawn_at, counted)
      SELECT uuid, CASE WHEN public THEN id END, slug, edition.number, edition.changed_at,
          edition.number, edition.changed_at, CASE WHEN NOT public THEN edition.changed_at END, counted
        FROM places_different
      ON CONFLICT (uuid) DO UPDATE SET
        -- The name that a draft gets meanwhile is not for the public.
        slug = CASE WHEN excluded.withdrawn_at IS NULL THEN excluded.slug ELSE known.slug END,
        place_id = excluded.place_id, number = excluded.number, changed_at = excluded.changed_at,
        counted = excluded.counted,
        first_number = CASE WHEN known.withdrawn_at IS NOT NULL AND excluded.withdrawn_at IS NULL
          THEN excluded.number ELSE known.first_number END,
        first_at = CASE WHEN known.withdrawn_at IS NOT NULL AND excluded.withdrawn_at IS NULL
          THEN excluded.first_at ELSE known.first_at END,
        withdrawn_at = CASE WHEN excluded.withdrawn_at IS NOT NULL
          THEN coalesce(known.withdrawn_at, excluded.withdrawn_at) END;
    IF edition.first_at IS NULL THEN
      UPDATE places_edition SET first_at = (SELECT min(first_at) FROM places_publication);
    END IF;
    DELETE FROM places_difference WHERE transaction = NEW.transaction;
  END IF;
  DELETE FROM places_touched WHERE transaction = NEW.transaction;
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
