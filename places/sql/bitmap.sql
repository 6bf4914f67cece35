-- Which published places count for a tag, as bits: a row for each tag and 8,192 keys of places. How many
-- of some places have each tag is then counted without reading what those places have: of 11,000
-- among 100,000 in 6 ms for all tags, where listing the tags of each took 70. Areas and networks are
-- not here: they are many, with few places each, and a place says itself in which it is.
--
-- Ask `places_facet`, which is right within a transaction too; only `places/models/tally.py` does.
CREATE TABLE places_bitmap (
  tag varchar(140), chunk integer, bits bit(8192) NOT NULL, PRIMARY KEY (tag, chunk)
);

-- Sets the bits of the numbers that are given with a 1: a loop in C.
DO $$ BEGIN
  EXECUTE format('CREATE AGGREGATE places_bits(integer, integer) '
    '(SFUNC = set_bit, STYPE = bit, INITCOND = %L)', repeat('0', 8192));
END $$;

CREATE FUNCTION places_has_bits(tag varchar) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT split_part(tag, ':', 1) NOT IN ('gemeente', 'gebied', 'wijk', 'netwerk')
$$;

-- Of a place that is gone the key is known no longer when the transaction ends.
CREATE TABLE places_gone (transaction xid8 DEFAULT pg_current_xact_id(), uuid uuid, id bigint);
CREATE FUNCTION places_note_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO places_gone (uuid, id) SELECT uuid, id FROM gone;
  RETURN NULL;
END $$;
CREATE TRIGGER places_note_gone AFTER DELETE ON places_place REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION places_note_gone();

-- By the difference that the edition makes: a tag that a place has only now, or had only until now,
-- changes its bit. A place that went and came back has another key than its bits have.
CREATE FUNCTION places_bits_touched() RETURNS void LANGUAGE sql AS $$
  WITH former AS (
    SELECT uuid, min(id) AS id FROM places_gone
      WHERE transaction = pg_current_xact_id() GROUP BY uuid
  ), touched AS (
    SELECT place.id, coalesce(former.id, place.id) AS former_id,
        one.counted AS now, known.counted AS before
      FROM places_touched_in_public() AS one
      LEFT JOIN places_publication AS known USING (uuid)
      LEFT JOIN places_place AS place USING (uuid)
      LEFT JOIN former USING (uuid)
  ), changed AS (
    SELECT id, tag FROM (
      SELECT id, unnest(now) AS tag FROM touched
      UNION ALL SELECT former_id, unnest(before) FROM touched
    ) AS both_times
    WHERE places_has_bits(tag) GROUP BY id, tag HAVING count(*) = 1
  )
  INSERT INTO places_bitmap AS kept (tag, chunk, bits)
    SELECT tag, (id / 8192)::integer, places_bits((id % 8192)::integer, 1) FROM changed GROUP BY 1, 2
    ON CONFLICT (tag, chunk) DO UPDATE SET bits = kept.bits # excluded.bits
$$;

CREATE FUNCTION places_unsettled() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM places_commit WHERE transaction = pg_current_xact_id_if_assigned())
$$;

-- The kept bits; within a transaction that changed something, which they do not know yet, made anew.
CREATE VIEW places_facet AS
  SELECT tag, chunk, bits FROM places_bitmap WHERE NOT places_unsettled()
  UNION ALL
  SELECT tag, (id / 8192)::integer, places_bits((id % 8192)::integer, 1)
    FROM places_place AS place, unnest(places_counted_as(place)) AS tag
    WHERE status = 'gepubliceerd' AND places_has_bits(tag) AND places_unsettled()
    GROUP BY 1, 2;
