SELECT json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(
  json_build_object('type', 'Feature', 'geometry', json_build_object('type', 'Point',
    'coordinates', ARRAY[round(ST_X(degrees)::numeric, 5), round(ST_Y(degrees)::numeric, 5)]),
    'properties', json_build_object('slug', slug, 'naam', name))), '[]'))::text
FROM (
  SELECT slug, name, ST_Transform(location, 4326) AS degrees FROM places_place
  WHERE status = 'gepubliceerd'
    AND location && ST_Transform(ST_MakeEnvelope(%(west)s::float8, %(south)s::float8,
      %(east)s::float8, %(north)s::float8, 4326), 28992)
) AS found
