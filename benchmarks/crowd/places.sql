-- The places themselves, when all that belongs to them is there.
INSERT INTO places_place (id, uuid, slug, name, name_variants, kind_id, organisation_id, area_id,
  street, house_number, postcode, city, location, location_precision, phone, email, website, since,
  description, description_en, first_visit, first_visit_en, note, note_en, strengths,
  strengths_en, needs, needs_en, attention, attention_en,
  hours_complete, holiday_policy, checked_on, checked_by, status, archived_on, archived_because,
  archived_words, created_at, changed_at, tags)
SELECT id, md5('crowd' || number)::uuid, pg_temp.slug(title || ' ' || number), title, '{}',
  CASE WHEN pg_temp.chance(number, 'kind') < 0.9
    THEN kinds[1 + floor(pg_temp.chance(number, 'which') ^ 2 * cardinality(kinds))::integer] END,
  CASE WHEN pg_temp.chance(number, 'organisation') < 0.4
    THEN organisations[1 + floor(pg_temp.chance(number, 'run by') * cardinality(organisations))::integer] END,
  area, pg_temp.pick(number, 'stem', stems) || pg_temp.pick(number, 'street', streets),
  1 + floor(pg_temp.chance(number, 'door') * 200), digits || lpad((area %% 100)::text, 2, '0') || ' '
    || pg_temp.pick(number, 'letter', letters) || pg_temp.pick(number, 'last letter', letters),
  city, CASE WHEN located THEN location END,
  CASE WHEN NOT located THEN 'wijk' WHEN pg_temp.chance(number, 'door') < 0.9 THEN 'adres' ELSE 'straat' END,
  '010 ' || 1000000 + floor(pg_temp.chance(number, 'phone') * 8999999)::integer,
  'plek' || number || '@example.org', 'https://www.example.org/plek/' || number,
  1960 + floor(pg_temp.chance(number, 'since') * 66)::integer, (
    SELECT string_agg(CASE WHEN nth %% 9 = 0 THEN pg_temp.pick(number, 'a' || nth, syllables)
        || pg_temp.pick(number, 'b' || nth, syllables) || pg_temp.pick(number, 'c' || nth, syllables)
      ELSE pg_temp.pick(number, 'd' || nth, common) END, ' ')
    FROM generate_series(1, 10 + floor(pg_temp.chance(number, 'length') * 25)::integer) AS nth),
  '', CASE WHEN pg_temp.chance(number, 'visit') < 0.3 THEN 'Loop gerust naar binnen.' ELSE '' END, '',
  '', '', '', '', '', '', '', '', pg_temp.chance(number, 'complete') < 0.4,
  pg_temp.pick(number, 'holidays', '{onbekend,dicht,gewoon}'),
  CASE WHEN pg_temp.chance(number, 'checked') < 0.6
    THEN current_date - floor(pg_temp.chance(number, 'checked on') * 700)::integer END, '',
  CASE WHEN fate > 0.04 THEN 'gepubliceerd' WHEN fate > 0.02 THEN 'concept' ELSE 'gearchiveerd' END,
  CASE WHEN fate <= 0.02 THEN current_date - 100 END,
  CASE WHEN fate <= 0.02 THEN 'gesloten' ELSE '' END, '', now(), now(), '{}'
FROM (
  SELECT crowd.*, pg_temp.chance(number, 'fate') AS fate,
    pg_temp.pick(number, 'sort', '{Huiskamer,Huis van de Wijk,Buurthuis,Inloop,De,Wijktuin,Buurtkamer}')
      || ' ' || pg_temp.pick(number, 'name', names) AS title
  FROM crowd, crowd_words
) AS crowd, crowd_words,
  (SELECT array_agg(id ORDER BY position) AS kinds FROM places_kind) AS kind,
  (SELECT array_agg(id ORDER BY id) AS organisations FROM places_organisation) AS organisation,
  (SELECT regexp_split_to_array('ABCDEFGHJKLMNPRSTVWXZ', '') AS letters) AS alphabet;

DROP TABLE crowd, crowd_home, crowd_words, crowd_city;
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
