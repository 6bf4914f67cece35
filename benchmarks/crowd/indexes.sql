-- What is not needed while a crowd is made and is quicker to make afterwards: indexes that nothing is
-- looked up in for it. Each row says how to drop one and how to make it again.
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
  format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
    pg_get_constraintdef(oid))
FROM pg_constraint WHERE contype = 'x' AND connamespace = 'public'::regnamespace
UNION ALL
SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
FROM pg_index WHERE NOT indisunique AND NOT indisexclusion
  AND (indrelid = 'places_place'::regclass OR indexrelid = to_regclass('hours_by_clock'))
