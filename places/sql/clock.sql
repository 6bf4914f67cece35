-- On which minutes of the day any place opens or closes. Only at these, and at midnight, can what is
-- said of now become untrue by itself (places/schedule/turn.py), so an answer holds from one to the
-- next. Every transaction adds those of the places that it touched in public; none is taken away,
-- for one too many costs one question more a day, and counting who still has it costs every save.
CREATE TABLE places_clock (minute smallint PRIMARY KEY);

CREATE FUNCTION places_note_clock() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO places_clock (minute)
    SELECT DISTINCT places_minute(struck)
      FROM places_different AS place CROSS JOIN LATERAL (
        SELECT unnest(ARRAY[opens, closes]) FROM places_openinghours WHERE place_id = place.id
        UNION ALL
        SELECT unnest(ARRAY[opens, closes]) FROM places_specialday WHERE place_id = place.id
      ) AS hour (struck)
      WHERE struck IS NOT NULL
    ON CONFLICT DO NOTHING;
END $$;
