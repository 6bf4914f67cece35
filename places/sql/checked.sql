-- When an entry was last checked and by whom stands on the place itself, where lists order by it.
CREATE FUNCTION places_keep_check() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  owners bigint[] := ARRAY(SELECT DISTINCT place_id FROM changed);
BEGIN
  IF TG_OP = 'UPDATE' THEN
    owners := owners || ARRAY(SELECT place_id FROM before EXCEPT SELECT unnest(owners));
  END IF;
  UPDATE places_place SET checked_on = newest.day, checked_by = coalesce(newest.role, '')
    FROM unnest(owners) AS concerned (place_id)
    LEFT JOIN LATERAL (
      SELECT day, role FROM places_confirmation AS confirmation
        WHERE confirmation.place_id = concerned.place_id ORDER BY day DESC, id DESC LIMIT 1
    ) AS newest ON true
    WHERE places_place.id = concerned.place_id;
  RETURN NULL;
END $$;

DO $$
DECLARE
  event text; transition text;
BEGIN
  FOR event, transition IN VALUES ('INSERT', 'NEW TABLE AS changed'),
      ('UPDATE', 'OLD TABLE AS before NEW TABLE AS changed'), ('DELETE', 'OLD TABLE AS changed') LOOP
    EXECUTE format('CREATE TRIGGER places_keep_check_%s AFTER %s ON places_confirmation REFERENCING '
      '%s FOR EACH STATEMENT EXECUTE FUNCTION places_keep_check()',
      lower(event), event, transition);
  END LOOP;
END $$;
