-- Squares of a kilometre made ahead, where they lie wholly in the box, and of those at its edge the
-- places that do.
WITH cell AS MATERIALIZED (
  SELECT x, y, feature, ST_Covers(area, square) AS whole, area FROM floor_cell, (
    SELECT ST_Transform(ST_MakeEnvelope(%(west)s::float8, %(south)s::float8,
      %(east)s::float8, %(north)s::float8, 4326), 28992) AS area
  ) AS box
  WHERE square && area
)
SELECT '{"type":"FeatureCollection","features":[' || coalesce(string_agg(feature, ','), '') || ']}'
FROM (
  SELECT feature FROM cell WHERE whole
  UNION ALL
  SELECT CASE count(*) WHEN 1 THEN min(point.feature)
    ELSE floor_feature(avg(lon), avg(lat), '"aantal":' || count(*)) END
  FROM cell JOIN floor_point AS point USING (x, y)
  WHERE NOT whole AND ST_CoveredBy(location, area) GROUP BY x, y
) AS found
