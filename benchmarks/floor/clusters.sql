-- The map made ahead, for the lean views of it: the country in squares of fifteen kilometres, of which
-- there are some eighty, a city in squares of one, and the places in those. A square with one place
-- is that place.
DROP TABLE IF EXISTS floor_cluster, floor_cell, floor_point;
CREATE OR REPLACE FUNCTION floor_feature(lon float8, lat float8, properties text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT '{"type":"Feature","geometry":{"type":"Point","coordinates":['
    || round(lon::numeric, 5) || ',' || round(lat::numeric, 5)
    || ']},"properties":{' || properties || '}}'
$$;

CREATE TABLE floor_point AS
SELECT floor(ST_X(location) / 1000)::integer AS x, floor(ST_Y(location) / 1000)::integer AS y,
  location, ST_X(degrees) AS lon, ST_Y(degrees) AS lat,
  floor_feature(ST_X(degrees), ST_Y(degrees),
    '"slug":' || to_json(slug) || ',"naam":' || to_json(name)) AS feature
FROM (
  SELECT slug, name, location, ST_Transform(location, 4326) AS degrees FROM places_place
  WHERE status = 'gepubliceerd' AND location IS NOT NULL
) AS place;
CREATE INDEX ON floor_point (x, y) INCLUDE (location, lon, lat, feature);

CREATE TABLE floor_cell AS
SELECT x, y, ST_MakeEnvelope(x * 1000, y * 1000, x * 1000 + 1000, y * 1000 + 1000, 28992) AS square,
  CASE count(*) WHEN 1 THEN min(feature)
    ELSE floor_feature(avg(lon), avg(lat), '"aantal":' || count(*)) END AS feature
FROM floor_point GROUP BY x, y;
CREATE INDEX ON floor_cell USING gist (square);

CREATE TABLE floor_cluster AS
SELECT CASE count(*) WHEN 1 THEN min(feature)
    ELSE floor_feature(avg(lon), avg(lat), '"aantal":' || count(*)) END AS feature
FROM floor_point GROUP BY x / 15, y / 15;
