-- What is derived from a place and the rows around it: its tags (all that one can filter on) and
-- its search document. One trigger computes both; the others only touch the places concerned, so
-- that every door (admin, import, bulk statement) leaves them right in the same transaction.

CREATE TEXT SEARCH CONFIGURATION places_dutch (COPY = pg_catalog.dutch);
ALTER TEXT SEARCH CONFIGURATION places_dutch
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, dutch_stem;
CREATE TEXT SEARCH CONFIGURATION places_plain (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION places_plain
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;

CREATE FUNCTION places_area_line(area bigint) RETURNS SETOF places_area
LANGUAGE sql STABLE AS $$
  WITH RECURSIVE line AS (
    SELECT * FROM places_area WHERE id = area
    UNION ALL
    SELECT above.* FROM places_area AS above JOIN line ON above.id = line.parent_id
  )
  SELECT * FROM line
$$;

-- What a place can be filtered on, each with the words by which it may be found.
CREATE FUNCTION places_facts(place places_place)
RETURNS TABLE (tag text, words text)
LANGUAGE sql STABLE AS $$
  SELECT 'soort:' || slug, name || ' ' || name_en FROM places_kind WHERE id = place.kind_id
  UNION ALL
  SELECT level || ':' || slug, name FROM places_area_line(place.area_id)
  UNION ALL
  SELECT 'netwerk:' || slug, name FROM places_organisation WHERE id = place.organisation_id
  UNION ALL
  SELECT 'waarde:' || slug, '' FROM places_placevalue AS shown
    JOIN places_value AS value ON value.id = shown.value_id WHERE shown.place_id = place.id
  UNION ALL
  SELECT 'dilemma:' || slug || side, '' FROM places_placedilemma AS stand
    JOIN places_dilemma AS dilemma ON dilemma.id = stand.dilemma_id
    CROSS JOIN (VALUES ('', 1, 5), (':a', 1, 2), (':b', 4, 5)) AS pole (side, lowest, highest)
    WHERE stand.place_id = place.id
      AND (side = '' OR stand.position BETWEEN lowest AND highest)
  UNION ALL
  SELECT 'kenmerk:' || slug, name || ' ' || name_en FROM places_placetrait AS known
    JOIN places_trait AS trait ON trait.id = known.trait_id
    WHERE known.place_id = place.id AND known.answer = 'ja'
  UNION ALL
  SELECT 'doelgroep:' || slug, name || ' ' || name_en FROM places_place_audiences AS meant
    JOIN places_audience AS audience ON audience.id = meant.audience_id
    WHERE meant.place_id = place.id
  UNION ALL
  SELECT 'aanbod:' || slug, name || ' ' || name_en FROM places_place_offers AS given
    JOIN places_offer AS offer ON offer.id = given.offer_id WHERE given.place_id = place.id
  UNION ALL
  SELECT 'taal:' || slug, name || ' ' || name_en FROM places_place_languages AS spoken
    JOIN places_language AS language ON language.id = spoken.language_id
    WHERE spoken.place_id = place.id
$$;

-- In PL/pgSQL, which keeps its plans: a nested SQL function is planned anew at every call.

-- Letters and digits only: no hyphen, quote or address may change what a word is.
CREATE FUNCTION places_letters(words text) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN regexp_replace(lower(unaccent(coalesce(words, ''))), '[^[:alnum:]]+', ' ', 'g');
END $$;

-- Stems and plain words at the same weight: stems forgive inflection, plain words allow prefixes.
CREATE FUNCTION places_words(words text, weight "char") RETURNS tsvector
LANGUAGE plpgsql STABLE AS $$
DECLARE
  plain text := places_letters(words);
BEGIN
  RETURN setweight(to_tsvector('places_plain', plain) || to_tsvector('places_dutch', plain), weight);
END $$;

-- In the order of keys: where a word stands is kept too, and would go by how rows happen to lie.
CREATE FUNCTION places_document(place places_place, labels text) RETURNS tsvector
LANGUAGE plpgsql STABLE AS $$
DECLARE
  remarks text := (SELECT string_agg(note || ' ' || note_en, ' ' ORDER BY id)
    FROM places_openinghours AS hours WHERE hours.place_id = place.id);
  said text := (SELECT string_agg(text, ' ' ORDER BY id) FROM places_quote AS quote
    WHERE quote.place_id = place.id);
  shown text := (SELECT string_agg(concat_ws(' ', value.name, one.words, one.words_en), ' '
      ORDER BY one.id)
    FROM places_placevalue AS one JOIN places_value AS value ON value.id = one.value_id
    WHERE one.place_id = place.id);
BEGIN
  RETURN places_words(concat_ws(' ', place.name, array_to_string(place.name_variants, ' ')), 'A')
    || places_words(concat_ws(' ', place.street, place.house_number, place.postcode,
         replace(place.postcode, ' ', ''), place.city, labels), 'B')
    || places_words(concat_ws(' ', place.description, place.description_en, place.first_visit,
         place.first_visit_en, place.note, place.note_en, remarks), 'C')
    || places_words(concat_ws(' ', said, shown), 'D');
END $$;

-- The words that places know, to find the one that a slip of the finger was meant to be.
CREATE TABLE places_known_word (word text PRIMARY KEY);
CREATE INDEX places_known_word_alike ON places_known_word USING gin (word gin_trgm_ops);

CREATE FUNCTION places_derived(place places_place, OUT tags varchar[], OUT search tsvector)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  labels text;
BEGIN
  SELECT coalesce(array_agg(tag ORDER BY tag), '{}'), string_agg(words, ' ' ORDER BY tag)
    INTO tags, labels FROM places_facts(place);
  search := places_document(place, labels);
END $$;

CREATE FUNCTION places_derive() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT * INTO NEW.tags, NEW.search FROM places_derived(NEW);
  IF TG_OP = 'UPDATE' AND NEW.slug <> OLD.slug THEN
    DELETE FROM places_formerslug WHERE slug = NEW.slug;
    INSERT INTO places_formerslug (slug, place_id) VALUES (OLD.slug, NEW.id)
      ON CONFLICT (slug) DO UPDATE SET place_id = excluded.place_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER places_derive BEFORE INSERT OR UPDATE ON places_place
  FOR EACH ROW EXECUTE FUNCTION places_derive();

-- The words of all rows of a statement at once, each word tried once: row by row it was half of the
-- time that a bulk insert takes. Of an update only what was not there before: unfolding all of it took
-- 3 of the 10 s that touching 5,000 places took. In order, so that two at once wait but never cross.
CREATE FUNCTION places_note_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  words text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    words := ARRAY(SELECT DISTINCT unnest(tsvector_to_array(search)) FROM changed);
  ELSE
    words := ARRAY(
      SELECT DISTINCT unnest(tsvector_to_array(
          ts_delete(changed.search, tsvector_to_array(coalesce(before.search, '')))))
        FROM changed JOIN before USING (id) WHERE changed.search IS DISTINCT FROM before.search);
  END IF;
  INSERT INTO places_known_word
    SELECT word FROM unnest(words) AS word WHERE length(word) BETWEEN 3 AND 60 ORDER BY word
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER places_note_words_insert AFTER INSERT ON places_place
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION places_note_words();
CREATE TRIGGER places_note_words_update AFTER UPDATE ON places_place
  REFERENCING OLD TABLE AS before NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION places_note_words();

-- An update may take a row to another place: both are touched.
CREATE FUNCTION places_touch_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    UPDATE places_place SET tags = tags
      WHERE id IN (SELECT place_id FROM changed UNION SELECT place_id FROM before);
  ELSE
    UPDATE places_place SET tags = tags WHERE id IN (SELECT place_id FROM changed);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION places_touch_tagged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE places_place SET tags = tags
    WHERE tags && (SELECT coalesce(array_agg((
      coalesce(nullif(TG_ARGV[0], ''), to_jsonb(before) ->> 'level') || ':' || slug)::varchar), '{}')
      FROM before);
  RETURN NULL;
END $$;

DO $$
DECLARE
  rows_of text; event text; transition text; parameter text;
BEGIN
  FOREACH rows_of IN ARRAY ARRAY['placevalue', 'placedilemma', 'placetrait', 'place_audiences',
      'place_offers', 'place_languages', 'openinghours', 'specialday', 'quote'] LOOP
    FOR event, transition IN VALUES ('INSERT', 'NEW TABLE AS changed'),
        ('UPDATE', 'OLD TABLE AS before NEW TABLE AS changed'), ('DELETE', 'OLD TABLE AS changed') LOOP
      EXECUTE format('CREATE TRIGGER places_touch_%s AFTER %s ON places_%s REFERENCING %s '
        'FOR EACH STATEMENT EXECUTE FUNCTION places_touch_owner()',
        lower(event), event, rows_of, transition);
    END LOOP;
  END LOOP;
  FOR rows_of, parameter IN VALUES ('kind', 'soort'), ('area', ''), ('organisation', 'netwerk'),
      ('value', 'waarde'), ('dilemma', 'dilemma'), ('trait', 'kenmerk'),
      ('audience', 'doelgroep'), ('offer', 'aanbod'), ('language', 'taal') LOOP
    EXECUTE format('CREATE TRIGGER places_touch_update AFTER UPDATE ON places_%s REFERENCING OLD '
      'TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION places_touch_tagged(%L)',
      rows_of, parameter);
  END LOOP;
END $$;
