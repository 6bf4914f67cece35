-- The 25 nearest, with the documents that the site keeps. The index gives them; ties come along, and
-- names decide between those outside.
SELECT '{"totaal":' || least(total.number, 10000)
  || ',"totaalIsOndergrens":' || (total.number > 10000)
  || ',"resultaten":[' || string_agg(text, ',' ORDER BY distance, name, id) || ']}'
FROM (
  SELECT * FROM (
    SELECT id, name, location <-> ST_Transform(ST_SetSRID(ST_MakePoint(
      %(lon)s::float8, %(lat)s::float8), 4326), 28992) AS distance
    FROM places_place WHERE status = 'gepubliceerd' AND location IS NOT NULL
    ORDER BY distance FETCH FIRST 25 ROWS WITH TIES
  ) AS near ORDER BY distance, name, id LIMIT 25
) AS nearest
JOIN places_document ON place_id = id
JOIN places_keptcount AS total ON total.tag = 'totaal'
GROUP BY total.number
