SELECT json_build_object('totaal', (SELECT number FROM places_keptcount WHERE tag = 'totaal'),
  'resultaten', json_agg(json_build_object('slug', slug, 'naam', name, 'afstand', round(distance),
    'lon', round(ST_X(degrees)::numeric, 5), 'lat', round(ST_Y(degrees)::numeric, 5),
    'open', open) ORDER BY distance, name, id))::text
FROM (
  SELECT place.id, slug, name, ST_Transform(location, 4326) AS degrees,
    location <-> point.here AS distance, EXISTS (
      SELECT FROM places_openinghours AS hours WHERE hours.place_id = place.id
        AND weekday = extract(isodow FROM now() AT TIME ZONE 'Europe/Amsterdam') - 1
        AND opens <= (now() AT TIME ZONE 'Europe/Amsterdam')::time
        AND closes > (now() AT TIME ZONE 'Europe/Amsterdam')::time
    ) AS open
  FROM places_place AS place, (
    SELECT ST_Transform(ST_SetSRID(ST_MakePoint(
      %(lon)s::float8, %(lat)s::float8), 4326), 28992) AS here
  ) AS point
  WHERE status = 'gepubliceerd' AND location IS NOT NULL
  ORDER BY location <-> point.here LIMIT 25
) AS found
