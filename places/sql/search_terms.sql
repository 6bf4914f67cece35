-- Of fifty places drawn by lot one has a common word: those that have it are too many to list.
CREATE FUNCTION places_common(words tsquery) RETURNS boolean
LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM (
      SELECT search FROM places_place WHERE status = 'gepubliceerd' ORDER BY uuid LIMIT 50
    ) AS drawn WHERE search @@ words
  );
END $$;

-- Whether a published place has the words.
CREATE FUNCTION places_know(words tsquery) RETURNS boolean
LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
BEGIN
  RETURN EXISTS (
    -- Apart, or everything that is published may be read instead: 9 s at a million.
    SELECT FROM (SELECT status FROM places_place WHERE search @@ words OFFSET 0) AS having_them
      WHERE status = 'gepubliceerd'
  );
END $$;

-- A phrase as two queries. Every word must be found; Dutch stop words only count if there is
-- nothing else. A word that no published place knows is replaced by the words that look like it:
-- at most one slip in four letters, so that a short word is not taken for any other; then nothing has
-- the words exactly, and there is no such query. No alternative is named twice: each counts by itself
-- when it is estimated how many places a query finds. Common is what has common words only.
CREATE FUNCTION places_search_terms(
  phrase text, OUT exact text, OUT forgiving text, OUT common boolean
)
LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
DECLARE
  plain text := places_letters(phrase);
  last_position integer;
  only_stop_words boolean;
  all_known boolean := true;
  word record;
  stem tsquery;
  as_typed tsquery;
  as_meant tsquery;
BEGIN
  common := true;
  only_stop_words := to_tsvector('places_dutch', plain) = ''::tsvector;
  SELECT max(p) INTO last_position
    FROM unnest(to_tsvector('places_plain', plain)) AS lexemes, unnest(positions) AS p;
  FOR word IN
    SELECT lexeme, (last_position = ANY (positions)) AS is_last
      FROM unnest(to_tsvector('places_plain', plain))
      WHERE only_stop_words OR to_tsvector('places_dutch', lexeme) <> ''::tsvector
  LOOP
    as_typed := quote_literal(word.lexeme)::tsquery;
    as_meant := CASE WHEN word.is_last THEN (quote_literal(word.lexeme) || ':*')::tsquery
      ELSE as_typed END;
    stem := plainto_tsquery('places_dutch', word.lexeme);
    IF stem <> as_typed THEN
      as_typed := as_typed || stem;
      as_meant := as_meant || stem;
    END IF;
    IF NOT places_common(as_meant) THEN
      common := false;
      IF NOT places_know(as_meant) THEN
        as_meant := coalesce(places_look_alikes(word.lexeme), as_meant);
        all_known := false;
      END IF;
    END IF;
    exact := concat_ws(' & ', exact, '(' || as_typed::text || ')');
    forgiving := concat_ws(' & ', forgiving, '(' || as_meant::text || ')');
  END LOOP;
  IF NOT all_known THEN
    exact := NULL;
  END IF;
END $$;

CREATE FUNCTION places_look_alikes(lexeme text) RETURNS tsquery LANGUAGE sql STABLE AS $$
  SELECT string_agg(quote_literal(word), ' | ')::tsquery FROM (
    SELECT word FROM places_known_word
      WHERE word % lexeme AND levenshtein(word, lexeme) <= greatest(1, length(lexeme) / 4)
      ORDER BY levenshtein(word, lexeme), similarity(word, lexeme) DESC, word
      LIMIT 5
  ) AS nearest
$$;

-- How many published places have the words, as far as `most`, from the index: of words that half of all
-- places have the planner would rather read the places themselves, with all their documents.
CREATE FUNCTION places_number_with(words tsquery, most integer) RETURNS bigint
LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
BEGIN
  RETURN (SELECT count(*) FROM (
    SELECT FROM (SELECT status FROM places_place WHERE search @@ words OFFSET 0) AS having_them
      WHERE status = 'gepubliceerd' LIMIT most
  ) AS hit);
END $$;

-- What has the words in its name comes first: those few are found here, and not among all that have
-- them anywhere.
CREATE INDEX place_by_word_of_name ON places_place
  USING gin (ts_filter(search, '{a}')) WITH (fastupdate = off);
