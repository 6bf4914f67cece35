-- The 25 nearest with few fields. Whether a place is open is that of an ordinary week.
SELECT json_build_object('totaal', least(total.number, 10000),
  'totaalIsOndergrens', total.number > 10000,
  'resultaten', json_agg(json_build_object('slug', slug, 'naam', name,
    'afstand', round(distance), 'open', surely_open @> minute) ORDER BY distance, name, id))::text
FROM (
  SELECT * FROM (
    SELECT id, slug, name, surely_open, location <-> ST_Transform(ST_SetSRID(ST_MakePoint(
      %(lon)s::float8, %(lat)s::float8), 4326), 28992) AS distance
    FROM places_place WHERE status = 'gepubliceerd' AND location IS NOT NULL
    ORDER BY distance FETCH FIRST 25 ROWS WITH TIES
  ) AS near ORDER BY distance, name, id LIMIT 25
) AS nearest
JOIN places_keptcount AS total ON total.tag = 'totaal'
CROSS JOIN (
  SELECT (extract(isodow FROM now) * 1440 - 1440 + extract(hour FROM now) * 60
    + extract(minute FROM now))::integer AS minute
  FROM (SELECT now() AT TIME ZONE 'Europe/Amsterdam' AS now OFFSET 0) AS clock OFFSET 0
) AS moment
GROUP BY total.number
