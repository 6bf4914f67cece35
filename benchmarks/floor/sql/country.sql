-- Squares made ahead.
SELECT '{"type":"FeatureCollection","features":[' || string_agg(feature, ',') || ']}'
FROM floor_cluster
