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
