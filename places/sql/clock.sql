-- On which minutes of the day any place opens or closes. Only at these, and at midnight, can what is
-- said of now become untrue by itself (places/schedule/turn.py), so an answer holds from one to the
-- next. Every transaction adds those of the places that it touched in public; none is taken away,
-- for one too many costs one question more a day, and counting who still has it costs every save.
CREATE TABLE places_clock (minute smallint PRIMARY KEY);

CREATE FUNCTION places_struck(place bigint) RETURNS SETOF integer LANGUAGE sql STABLE AS $$
  SELECT places_minute(hour) FROM (
    SELECT unnest(ARRAY[opens, closes]) FROM places_openinghours WHERE place_id = place
    UNION ALL
    SELECT unnest(ARRAY[opens, closes]) FROM places_specialday WHERE place_id = place
  ) AS either (hour) WHERE hour IS NOT NULL
$$;

CREATE FUNCTION places_note_clock() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO places_clock (minute)
    SELECT DISTINCT struck FROM places_different, places_struck(id) AS struck ON CONFLICT DO NOTHING;
END $$;

-- What an answer is a function of besides its address: the number of the edition, when it was made and
-- when words last changed, in microseconds since 1970, and the minutes above if they are asked for. 0
-- for words within a transaction that itself changes them, and nothing where nothing ever changed.
-- Planned once for a connection; one value, for of each that a row has Python is asked how to read it.
CREATE FUNCTION places_version(with_minutes boolean) RETURNS bigint[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT ARRAY[number, extract(epoch FROM changed_at) * 1000000, CASE
        WHEN pg_current_xact_id_if_assigned() IS NULL OR NOT EXISTS (SELECT FROM places_commit
          WHERE transaction = pg_current_xact_id_if_assigned() AND more_than_places)
        THEN extract(epoch FROM words_changed_at) * 1000000 ELSE 0 END]::bigint[]
      || CASE WHEN with_minutes THEN ARRAY(SELECT minute::bigint FROM places_clock ORDER BY minute) END
    FROM places_edition);
END $$;
