-- The whole country made ahead, for the lean view of it: some 400 squares of fifteen kilometres.
CREATE TABLE floor_cluster AS
SELECT count(*) AS number, round(avg(ST_X(degrees))::numeric, 5) AS lon,
  round(avg(ST_Y(degrees))::numeric, 5) AS lat
FROM (
  SELECT location, ST_Transform(location, 4326) AS degrees FROM places_place
  WHERE status = 'gepubliceerd' AND location IS NOT NULL
) AS place
GROUP BY floor(ST_X(location) / 15000), floor(ST_Y(location) / 15000);
