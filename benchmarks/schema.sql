-- Everything that makes a database what it is, one line each, but for what extensions brought and what
-- the lean views have. Columns in any order: it may have been brought up to date by ALTER TABLE.
SELECT format('%s.%s %s%s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod),
  CASE WHEN attnotnull THEN ' not null' END, pg_get_expr(adbin, adrelid)) AS line
FROM pg_attribute JOIN pg_class AS relation ON relation.oid = attrelid
LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm') AND attnum > 0
  AND NOT attisdropped AND relname NOT LIKE 'floor_%'
UNION ALL
SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class AS relation ON relation.oid = indrelid
WHERE relnamespace = 'public'::regnamespace AND relname NOT LIKE 'floor_%'
UNION ALL
SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL
SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL
SELECT pg_get_viewdef(oid) FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
UNION ALL
SELECT pg_get_functiondef(oid) FROM pg_proc
WHERE pronamespace = 'public'::regnamespace AND prokind IN ('f', 'p') AND proname NOT LIKE 'floor_%'
  AND NOT EXISTS (
    SELECT FROM pg_depend WHERE objid = pg_proc.oid AND classid = 'pg_proc'::regclass AND deptype = 'e'
  )
