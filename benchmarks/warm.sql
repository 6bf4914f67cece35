-- What public answers read, with its indexes, brought into the memory of PostgreSQL, where it is after a
-- day of visitors: of a copy all is on disk, and each question would find it so. The textbook's too,
-- first: where there is not room for everything, what was brought first goes.
CREATE EXTENSION IF NOT EXISTS pg_prewarm;

WITH chosen AS (
  SELECT oid, relname LIKE 'places\_%' AS ours FROM pg_class
  WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
    AND (relname LIKE 'textbook\_%' OR relname LIKE 'floor\_%' OR relname IN (
      'places_area', 'places_bitmap', 'places_clock_bitmap', 'places_dated_stroke', 'places_document',
      'places_formerslug', 'places_keptcount', 'places_known_word', 'places_mapcell',
      'places_mappoint', 'places_openinghours', 'places_place', 'places_source', 'places_specialday'))
)
SELECT sum(pg_prewarm(relation::regclass)) FROM (
  SELECT oid AS relation, ours FROM chosen
  UNION ALL SELECT indexrelid, ours FROM pg_index JOIN chosen ON indrelid = chosen.oid
  ORDER BY ours
) AS one;
