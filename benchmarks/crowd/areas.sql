-- One wijk for thirty places, eight wijken in a gebied; a city that has areas keeps its own.
CREATE TEMP TABLE crowd_wijk AS
SELECT city.name AS city, number, (number - 1) / 8 AS gebied,
  adjectives[1 + (number - 1) / cardinality(nouns)] || ' '
    || nouns[1 + (number - 1) %% cardinality(nouns)] AS name,
  ST_SetSRID(ST_MakePoint(
    city.x + pg_temp.drift(number, city.name || 'x') * sqrt(inhabitants) * 170,
    city.y + pg_temp.drift(number, city.name || 'y') * sqrt(inhabitants) * 170), 28992) AS centre
FROM crowd_city AS city,
  (SELECT string_to_array('Oude Nieuwe Groene Hoge Lage Grote Kleine Verre Stille Witte', ' ')
     AS adjectives,
   string_to_array('Haven Veld Kade Dijk Polder Hoek Hof Laan Poort Singel Tuin Weide Donk Berg '
     'Eng Vaart Brink Plas Akker Zijde', ' ') AS nouns) AS words,
  generate_series(1, least(200, greatest(2, round(%(places)s * share / 30)::integer))) AS number
WHERE NOT EXISTS (
  SELECT FROM places_area WHERE level = 'gemeente' AND places_area.name = city.name);

INSERT INTO places_area (level, code, name, slug, centre)
SELECT 'gemeente', 'C' || row_number() OVER (ORDER BY city), city, pg_temp.slug(city),
  ST_Centroid(ST_Collect(centre))
FROM crowd_wijk GROUP BY city;
INSERT INTO places_area (level, code, name, slug, centre, parent_id)
SELECT 'gebied', 'G' || row_number() OVER (ORDER BY wijk.city, gebied),
  'Gebied ' || (gebied + 1) || ' ' || wijk.city,
  pg_temp.slug('gebied ' || (gebied + 1) || ' ' || wijk.city),
  ST_Centroid(ST_Collect(wijk.centre)), above.id
FROM crowd_wijk AS wijk
  JOIN places_area AS above ON above.level = 'gemeente' AND above.name = wijk.city
GROUP BY wijk.city, gebied, above.id;
INSERT INTO places_area (level, code, name, slug, centre, boundary, parent_id,
  inhabitants, inhabitants_on)
SELECT 'wijk', 'W' || row_number() OVER (ORDER BY wijk.city, number), wijk.name,
  pg_temp.slug(wijk.name || ' ' || wijk.city), wijk.centre,
  ST_Multi(ST_Buffer(wijk.centre, 400, 3)), above.id,
  (2000 + 9000 * pg_temp.chance(number, wijk.city))::integer, '2026-01-01'
FROM crowd_wijk AS wijk JOIN places_area AS above
  ON above.slug = pg_temp.slug('gebied ' || (gebied + 1) || ' ' || wijk.city);

INSERT INTO places_organisation (slug, name, kind, description, description_en, website, source,
  source_date)
SELECT 'stichting-' || number, 'Stichting ' || pg_temp.pick(number, 'organisation',
    '{Samen,Thuis,Buurtkracht,Welzijn,Ontmoeting,Nabij}') || ' ' || number,
  CASE WHEN number %% 4 = 0 THEN 'netwerk' ELSE 'organisatie' END, '', '', '', '', ''
FROM generate_series(1, %(places)s / 200) AS number;
DROP TABLE crowd_wijk;
