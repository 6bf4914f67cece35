-- A crowd of made-up places over the Netherlands: the same ones for the same number, whatever plan
-- PostgreSQL chooses, because every choice is a hash of the place's number and of what is chosen.
--
-- Everything around a place is written before the place itself (foreign keys wait for the end of the
-- transaction), so that tags and search document are derived once and not once per kind of row.
-- Parameter: places, how many to make. The vocabulary must be there; areas are added per city.

CREATE OR REPLACE FUNCTION pg_temp.chance(number bigint, what text) RETURNS float8
LANGUAGE sql IMMUTABLE AS $$
  SELECT (hashtextextended(what, number) & 1099511627775)::float8 / 1099511627776
$$;
CREATE OR REPLACE FUNCTION pg_temp.pick(number bigint, what text, words text[]) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT words[1 + floor(pg_temp.chance(number, what) * cardinality(words))::integer]
$$;
-- Nearly a bell curve, around 0 with deviation 1.
CREATE OR REPLACE FUNCTION pg_temp.drift(number bigint, what text) RETURNS float8
LANGUAGE sql IMMUTABLE AS $$
  SELECT 2 * (pg_temp.chance(number, what || 1) + pg_temp.chance(number, what || 2)
    + pg_temp.chance(number, what || 3) - 1.5)
$$;
CREATE OR REPLACE FUNCTION pg_temp.slug(words text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT trim('-' FROM regexp_replace(lower(words), '[^a-z0-9]+', '-', 'g'))
$$;

-- Name, thousands of inhabitants, RD coordinates, first digits of the postcode.
CREATE TEMP TABLE crowd_city AS
SELECT *, inhabitants / sum(inhabitants) OVER () AS share,
  sum(inhabitants) OVER (ORDER BY name) / sum(inhabitants) OVER () AS until
FROM (VALUES
  ('Amsterdam', 930::float8, 121500, 487000, 10), ('Rotterdam', 670, 92500, 437500, 30),
  ('Den Haag', 565, 81000, 455000, 25), ('Utrecht', 375, 136500, 456000, 35),
  ('Eindhoven', 245, 161000, 383500, 56), ('Groningen', 240, 233500, 582000, 97),
  ('Tilburg', 230, 133500, 397000, 50), ('Almere', 225, 143500, 487000, 13),
  ('Breda', 187, 112500, 400000, 48), ('Nijmegen', 187, 187500, 428500, 65),
  ('Arnhem', 168, 190500, 444000, 68), ('Apeldoorn', 168, 194500, 469500, 73),
  ('Haarlem', 165, 103800, 488500, 20), ('Enschede', 161, 257500, 471500, 75),
  ('Amersfoort', 161, 155000, 463000, 38), ('Zaanstad', 160, 115500, 495000, 15),
  ('Den Bosch', 160, 149000, 411500, 52), ('Zwolle', 133, 203000, 503000, 80),
  ('Leiden', 130, 93500, 463700, 23), ('Leeuwarden', 128, 182500, 579500, 89),
  ('Zoetermeer', 127, 93500, 452500, 27), ('Ede', 123, 173500, 449500, 67),
  ('Maastricht', 122, 176500, 318000, 62), ('Dordrecht', 121, 105500, 425500, 33),
  ('Alkmaar', 112, 111500, 516000, 18), ('Delft', 109, 84500, 447000, 26),
  ('Emmen', 109, 257500, 534000, 78), ('Venlo', 103, 209000, 376000, 59),
  ('Deventer', 102, 207500, 474500, 74), ('Helmond', 96, 174500, 387500, 57),
  ('Hilversum', 93, 141000, 470500, 12), ('Heerlen', 87, 196000, 322500, 64),
  ('Lelystad', 84, 161000, 502000, 82), ('Roosendaal', 78, 90500, 394500, 47),
  ('Gouda', 76, 108500, 447500, 28), ('Assen', 70, 233500, 556500, 94),
  ('Den Helder', 57, 112500, 552500, 17), ('Terneuzen', 55, 46500, 372500, 45),
  ('Middelburg', 50, 32000, 391500, 43), ('Winterswijk', 29, 246500, 444000, 71)
) AS city (name, inhabitants, x, y, digits);
