WITH point AS (
  SELECT ST_Transform(ST_SetSRID(ST_MakePoint(
    %(lon)s::float8, %(lat)s::float8), 4326), 28992) AS here
), hit AS MATERIALIZED (
  SELECT place.id, slug, name, location <-> point.here AS distance
  FROM places_place AS place, point
  WHERE status = 'gepubliceerd' AND tags @> ARRAY[%(tag)s]::varchar[]
    AND location && ST_Transform(ST_MakeEnvelope(%(west)s::float8, %(south)s::float8,
      %(east)s::float8, %(north)s::float8, 4326), 28992)
    AND EXISTS (
      SELECT FROM places_openinghours AS hours WHERE hours.place_id = place.id
        AND weekday = %(weekday)s::integer
        AND opens <= %(clock)s::time AND closes > %(clock)s::time AND mode <> 'afspraak'
    )
  LIMIT 10001
)
SELECT json_build_object('totaal', (SELECT count(*) FROM hit),
  'resultaten', (SELECT json_agg(json_build_object('slug', slug, 'naam', name,
    'afstand', round(distance)) ORDER BY distance, name, id)
    FROM (SELECT * FROM hit ORDER BY distance, name, id LIMIT 25) AS nearest))::text
