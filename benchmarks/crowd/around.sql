-- Who the places are and what belongs to them: the number decides everything. Several connections can
-- each make a part of them: those whose number leaves `part` when divided by `parts`. Their keys begin
-- after `after`.
CREATE TEMP TABLE crowd_home AS
SELECT gemeente.name AS city, array_agg(wijk.id ORDER BY wijk.id) AS wijken
FROM places_area AS wijk JOIN places_area AS gebied ON gebied.id = wijk.parent_id
  JOIN places_area AS gemeente ON gemeente.id = gebied.parent_id
WHERE wijk.level = 'wijk' GROUP BY gemeente.name;

CREATE TEMP TABLE crowd AS
SELECT number, %(after)s + number AS id, city.name AS city,
  city.digits, wijk.id AS area, pg_temp.chance(number, 'located') < 0.92 AS located,
  ST_SetSRID(ST_MakePoint(
    ST_X(wijk.centre) + 250 * pg_temp.drift(number, 'x'),
    ST_Y(wijk.centre) + 250 * pg_temp.drift(number, 'y')), 28992) AS location
FROM generate_series(1, %(places)s) AS number
JOIN crowd_city AS city ON pg_temp.chance(number, 'city') >= until - share
  AND pg_temp.chance(number, 'city') < until
JOIN crowd_home AS home ON home.city = city.name
JOIN places_area AS wijk ON wijk.id
  = home.wijken[1 + floor(pg_temp.chance(number, 'wijk') * cardinality(home.wijken))::integer]
WHERE number %% %(parts)s = %(part)s;
ANALYZE crowd;

-- Words that many places use, and rare ones made of syllables.
CREATE TEMP TABLE crowd_words AS SELECT
  string_to_array('koffie thee buren samen eten soep tafel gesprek welkom binnen buiten tuin kinderen '
    'ouderen vrijwilligers naaien muziek zingen lezen boeken taal oefenen computer hulp formulieren '
    'spel schaken biljart wandelen fietsen moestuin groente koken bakken feest film schilderen klei '
    'hout repareren fiets kleding ruilen weggeven luisteren rust stilte haard bank raam deur open '
    'gezellig warm klein groot licht plek straat wijk huis kamer keuken zolder kelder plein school '
    'kerk moskee bewoners nieuwkomers mantelzorg jongeren vrouwen mannen ontbijt lunch avond ochtend '
    'middag week dinsdag vrijdag gratis bijdrage aanmelden binnenlopen gastvrouw gastheer sociaal '
    'werk buurt initiatief netwerk verhalen foto krant puzzel breien haken yoga dansen bewegen', ' ')
    AS common,
  string_to_array('ba bo de do fa ga gra ho ka kla la lo ma mo na pa ra so ta va', ' ') AS syllables,
  string_to_array('Zonnebloem Linde Brug Ark Haard Huiskamer Molen Sluis Schakel Oase Buurvrouw Klimop '
    'Kachel Stoof Kastanje Merel Zwaluw Herberg Werkplaats Loods Kapel Torenkamer Vlinder Egel '
    'Regenboog Waterlelie Tulp Pauw Ooievaar Bakkerij', ' ') AS names,
  string_to_array('Kerk Molen School Dorps Linden Eiken Beuken Haven Vis Wilgen Rozen Konings Tulpen '
    'Boezem Merel Spaar Zand Veen Heide Brug', ' ') AS stems,
  string_to_array('straat weg laan plein kade singel dijk hof pad gracht', ' ') AS streets;

INSERT INTO places_openinghours (place_id, weekday, opens, closes, mode, note, note_en, cost,
  cost_en, sign_up, sign_up_en, valid_until, source, source_date)
SELECT id, (day + floor(pg_temp.chance(number, 'first day') * 7)::integer) %% 7, opens,
  CASE WHEN pg_temp.chance(number, 'end' || day) > 0.06
    THEN opens + make_interval(mins => 60 + 30 * floor(pg_temp.chance(number, 'last' || day) * 14)::integer) END,
  CASE WHEN pg_temp.chance(number, 'mode' || day) < 0.7 THEN 'inloop'
    WHEN pg_temp.chance(number, 'mode' || day) < 0.9 THEN 'activiteit' ELSE 'afspraak' END,
  CASE WHEN pg_temp.chance(number, 'note' || day) < 0.3
    THEN pg_temp.pick(number, 'note' || day, '{samen eten,koffie en soep,spreekuur,taalles}') ELSE '' END,
  '', CASE WHEN pg_temp.chance(number, 'cost' || day) < 0.1 THEN '3 euro' ELSE '' END, '', '', '',
  CASE WHEN pg_temp.chance(number, 'until' || day) < 0.05 THEN current_date + 30 END, '', ''
FROM (
  SELECT crowd.*, day, make_time(8 + floor(pg_temp.chance(number, 'opens' || day) * 13)::integer,
    30 * floor(pg_temp.chance(number, 'half' || day) * 2)::integer, 0) AS opens
  FROM crowd, generate_series(1, 1 + floor(pg_temp.chance(number, 'days') * 6)::integer) AS day
  WHERE pg_temp.chance(number, 'hours') < 0.8
) AS week;

INSERT INTO places_specialday (place_id, first_day, last_day, opens, closes, mode, reason, reason_en)
SELECT id, first_day, first_day + floor(pg_temp.chance(number, 'long') * 10)::integer, opens,
  opens + interval '3 hours', 'inloop', 'verbouwing', 'building works'
FROM (
  SELECT *, current_date - 5 + floor(pg_temp.chance(number, 'first') * 60)::integer AS first_day,
    CASE WHEN pg_temp.chance(number, 'other hours') < 0.3 THEN time '13:00' END AS opens
  FROM crowd WHERE pg_temp.chance(number, 'special') < 0.05
) AS days;

INSERT INTO places_placevalue (place_id, value_id, words, words_en, source, source_date)
SELECT crowd.id, value.id, CASE WHEN pg_temp.chance(number, value.slug || 'words') < 0.5
  THEN 'Dat merk je aan ' || pg_temp.pick(number, value.slug, common) ELSE '' END, '', 'gesprek', '2026'
FROM crowd, places_value AS value, crowd_words
WHERE pg_temp.chance(number, value.slug) < 0.4 / (1 + value.position * 0.3);
INSERT INTO places_placetrait (place_id, trait_id, answer, source, source_date)
SELECT crowd.id, trait.id, pg_temp.pick(number, trait.slug || 'answer', '{ja,ja,nee,onbekend}'), '', ''
FROM crowd, places_trait AS trait WHERE pg_temp.chance(number, trait.slug) < 0.4;
INSERT INTO places_placedilemma (place_id, dilemma_id, words, words_en, position, source, source_date)
SELECT crowd.id, dilemma.id, 'Dat gaat vanzelf', '',
  nullif(floor(pg_temp.chance(number, dilemma.slug || 'side') * 6)::integer, 0), 'gesprek', '2026'
FROM crowd, places_dilemma AS dilemma WHERE pg_temp.chance(number, dilemma.slug) < 0.2;
INSERT INTO places_place_offers (place_id, offer_id)
SELECT crowd.id, offer.id FROM crowd, places_offer AS offer
WHERE pg_temp.chance(number, offer.slug) < 0.5 / (1 + offer.position * 0.4);
INSERT INTO places_place_audiences (place_id, audience_id)
SELECT crowd.id, audience.id FROM crowd, places_audience AS audience
WHERE pg_temp.chance(number, audience.slug) < 0.1;
INSERT INTO places_place_languages (place_id, language_id)
SELECT crowd.id, language.id FROM crowd, places_language AS language
WHERE pg_temp.chance(number, language.slug) < 0.3 / (1 + language.position);
INSERT INTO places_quote (place_id, text, said_by, source, source_date)
SELECT id, 'Hier is altijd ' || pg_temp.pick(number, 'quote', common), 'een bezoeker', 'gesprek', ''
FROM crowd, crowd_words WHERE pg_temp.chance(number, 'quote') < 0.1;
INSERT INTO places_source (place_id, title, as_of, position)
SELECT id, 'gemeentegids', '2026-0' || (1 + floor(pg_temp.chance(number, 'read') * 9)::integer), 0
FROM crowd;

