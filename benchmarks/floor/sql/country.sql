SELECT json_build_object('type', 'FeatureCollection', 'features', json_agg(
  json_build_object('type', 'Feature',
    'geometry', json_build_object('type', 'Point', 'coordinates', ARRAY[lon, lat]),
    'properties', json_build_object('aantal', number))))::text
FROM floor_cluster
