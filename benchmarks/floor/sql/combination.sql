-- A value, open at a moment and in a box, nearest first, with the documents that the site keeps; and
-- a word, in the statement of that name. One index has values in squares of the map, and half hours;
-- the places themselves make both precise. Hours are read only where these days are not as in every
-- week.
WITH box AS MATERIALIZED (
  SELECT ST_Transform(ST_MakeEnvelope(%(west)s::float8, %(south)s::float8, %(east)s::float8,
    %(north)s::float8, 4326), 28992) AS area
), hit AS MATERIALIZED (
  SELECT id, name, location <-> ST_Transform(ST_SetSRID(ST_MakePoint(
    %(lon)s::float8, %(lat)s::float8), 4326), 28992) AS distance
  FROM places_place AS place
  WHERE status = 'gepubliceerd' /* word */
    AND places_tags_in_square(ST_X(location), ST_Y(location), tags) && ARRAY(
      SELECT x || ',' || y || ' ' || %(tag)s::text FROM box,
        generate_series(floor(ST_XMin(area) / 4000)::int, floor(ST_XMax(area) / 4000)::int) AS x,
        generate_series(floor(ST_YMin(area) / 4000)::int, floor(ST_YMax(area) / 4000)::int) AS y
    )
    AND ST_CoveredBy(location, (SELECT area FROM box)) IS TRUE
    AND half_hours && ARRAY[-1, %(half_hour)s::integer, %(month)s::integer]
    AND CASE WHEN otherwise && daterange(%(day)s::date - 1, %(day)s::date, '[]')
        OR %(holidays)s::date[] <> '{}'
      THEN EXISTS (
        SELECT FROM places_openinghours AS hours
          CROSS JOIN LATERAL (
            SELECT %(day)s::date - (weekday <> %(weekday)s::integer)::integer AS day
          ) AS begun
        WHERE hours.place_id = place.id AND mode <> 'afspraak'
          AND closes IS NOT NULL
          AND minutes @> %(minute)s::integer AND validity @> begun.day
          AND (holiday_policy = 'gewoon' OR begun.day <> ALL (%(holidays)s::date[]))
          AND NOT EXISTS (
            SELECT FROM places_specialday AS special
            WHERE special.place_id = place.id AND days @> begun.day
          )
        UNION ALL
        SELECT FROM places_specialday AS special
          JOIN (VALUES (0), (1)) AS late (days) ON special.days @> %(day)s::date - late.days
        WHERE special.place_id = place.id AND mode <> 'afspraak'
          AND closes IS NOT NULL
          AND minutes @> %(minute)s::integer %% 1440 + late.days * 1440
      )
      ELSE surely_open @> %(minute)s::integer
    END
  LIMIT 10001
)
SELECT '{"totaal":' || (SELECT least(count(*), 10000) FROM hit)
  || ',"totaalIsOndergrens":' || (SELECT count(*) > 10000 FROM hit)
  || ',"resultaten":[' || coalesce(string_agg(text, ',' ORDER BY distance, name, id), '') || ']}'
FROM (SELECT * FROM hit ORDER BY distance, name, id LIMIT 25) AS nearest
JOIN places_document ON place_id = id
