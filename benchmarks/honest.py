"""The answers as one finds them by looking at everything: plain SQL on what editors wrote.

Nothing that is derived and kept is read (no tags, no search document), except by ``LOOKED_UP``
the list of words that a slip is compared with.
"""

_HERE = "ST_Transform(ST_SetSRID(ST_MakePoint(%(lon)s, %(lat)s), 4326), 28992)"
_BOX = "ST_Transform(ST_MakeEnvelope(%(west)s, %(south)s, %(east)s, %(north)s, 4326), 28992)"
_PUBLISHED = "status = 'gepubliceerd'"
_NEAREST_FIRST = f"ST_Distance(location, {_HERE}), name, id"

NEAREST = f"""
SELECT slug, (SELECT count(*) FROM places_place WHERE {_PUBLISHED})
FROM places_place WHERE {_PUBLISHED} ORDER BY {_NEAREST_FIRST} LIMIT 25
"""

_AMID = f"""(SELECT ST_Centroid(ST_Collect(location)) FROM places_place
  WHERE {_PUBLISHED} AND replace(postcode, ' ', '') = %(postcode)s)"""

NEAR_POSTCODE = f"""
SELECT slug, 0 FROM places_place WHERE {_PUBLISHED}
ORDER BY ST_Distance(location, {_AMID}), name, id LIMIT 25
"""

IN_BOX = f"""
SELECT slug, 0 FROM places_place WHERE {_PUBLISHED} AND ST_CoveredBy(location, {_BOX})
"""
LOCATED = f"SELECT slug, 0 FROM places_place WHERE {_PUBLISHED} AND location IS NOT NULL"

# The rows that begin on a day or on the day before: those of a special day instead of the week's.
_OPEN = """
  SELECT hours.place_id FROM begun
    JOIN places_openinghours AS hours ON hours.weekday = extract(isodow FROM begun.day) - 1
      AND coalesce(hours.valid_from, begun.day) <= begun.day
      AND coalesce(hours.valid_until, begun.day) >= begun.day
    JOIN near ON near.id = hours.place_id
  WHERE hours.mode <> 'afspraak'
    AND (begun.day <> ALL (%(holidays)s::date[]) OR near.holiday_policy = 'gewoon')
    AND begun.day + hours.opens <= %(day)s::date + %(clock)s::time
    AND begun.day + hours.closes + (hours.closes <= hours.opens)::integer * interval '1 day'
      > %(day)s::date + %(clock)s::time
    AND NOT EXISTS (
      SELECT FROM places_specialday AS special WHERE special.place_id = hours.place_id
        AND begun.day BETWEEN special.first_day AND special.last_day
    )
  UNION ALL
  SELECT special.place_id FROM begun
    JOIN places_specialday AS special ON begun.day BETWEEN special.first_day AND special.last_day
  WHERE special.mode <> 'afspraak'
    AND begun.day + special.opens <= %(day)s::date + %(clock)s::time
    AND begun.day + special.closes + (special.closes <= special.opens)::integer * interval '1 day'
      > %(day)s::date + %(clock)s::time
"""
_VALUE = f"""
WITH begun AS (SELECT %(day)s::date AS day UNION ALL SELECT %(day)s::date - 1),
near AS MATERIALIZED (
  SELECT * FROM places_place WHERE {_PUBLISHED} {{where}}
    AND id IN (SELECT place_id FROM places_placevalue AS shown
      JOIN places_value AS value ON value.id = shown.value_id WHERE value.slug = %(value)s)
),
hit AS MATERIALIZED (SELECT * FROM near WHERE id IN ({_OPEN}))"""
_HITS = _VALUE.format(where=f"AND ST_CoveredBy(location, {_BOX})")

# What there is to do, of which kind they are, what is spoken and when they were checked: the
# numbers beside the options.
NUMBERS = f"""{_VALUE.format(where="")}
SELECT 'aanbod:' || term.slug, count(*) FROM hit
  JOIN places_place_offers AS one ON one.place_id = hit.id
  JOIN places_offer AS term ON term.id = offer_id GROUP BY 1
UNION ALL
SELECT 'taal:' || term.slug, count(*) FROM hit
  JOIN places_place_languages AS one ON one.place_id = hit.id
  JOIN places_language AS term ON term.id = language_id GROUP BY 1
UNION ALL
SELECT 'soort:' || kind.slug, count(*) FROM hit
  JOIN places_kind AS kind ON kind.id = kind_id GROUP BY 1
UNION ALL
SELECT 'nagekeken:' || months, count(*) FROM hit
  JOIN (VALUES (6), (12)) AS since (months) ON checked_on
    >= (now() AT TIME ZONE 'Europe/Amsterdam')::date - make_interval(months => months)
  GROUP BY 1
"""

COMBINATION = f"{_HITS} SELECT slug, count(*) OVER () FROM hit ORDER BY {_NEAREST_FIRST} LIMIT 25"

# All that may be read of a place, in small letters without accents.
_WORDS = """
lower(unaccent(regexp_replace(concat_ws(' ', place.name, array_to_string(name_variants, ' '),
  street, house_number, postcode, replace(postcode, ' ', ''), city, description, description_en,
  first_visit, first_visit_en, note, note_en,
  (SELECT concat_ws(' ', name, name_en) FROM places_kind WHERE id = place.kind_id),
  (SELECT name FROM places_organisation WHERE id = place.organisation_id),
  (WITH RECURSIVE line AS (
    SELECT * FROM places_area WHERE id = place.area_id
    UNION ALL SELECT above.* FROM places_area AS above JOIN line ON above.id = line.parent_id
  ) SELECT string_agg(name, ' ') FROM line),
  (SELECT string_agg(concat_ws(' ', name, name_en), ' ') FROM places_placetrait AS one
    JOIN places_trait AS term ON term.id = trait_id
    WHERE one.place_id = place.id AND answer = 'ja'),
  (SELECT string_agg(concat_ws(' ', name, name_en), ' ') FROM places_place_audiences AS one
    JOIN places_audience AS term ON term.id = audience_id WHERE one.place_id = place.id),
  (SELECT string_agg(concat_ws(' ', name, name_en), ' ') FROM places_place_offers AS one
    JOIN places_offer AS term ON term.id = offer_id WHERE one.place_id = place.id),
  (SELECT string_agg(concat_ws(' ', name, name_en), ' ') FROM places_place_languages AS one
    JOIN places_language AS term ON term.id = language_id WHERE one.place_id = place.id),
  (SELECT string_agg(concat_ws(' ', note, note_en), ' ') FROM places_openinghours AS one
    WHERE one.place_id = place.id),
  (SELECT string_agg(text, ' ') FROM places_quote AS one WHERE one.place_id = place.id),
  (SELECT string_agg(concat_ws(' ', term.name, one.words, one.words_en), ' ')
    FROM places_placevalue AS one JOIN places_value AS term ON term.id = value_id
    WHERE one.place_id = place.id)
), '[^[:alnum:]]+', ' ', 'g')))"""

# The beginning of a word, or the same word in another form.
WORD = f"""{_HITS}, said AS MATERIALIZED (
  SELECT slug, name, id, location, {_WORDS} AS words FROM hit AS place
)
SELECT slug, count(*) OVER () FROM said
WHERE words ~ ('\\m' || %(word)s)
  OR to_tsvector('dutch', words) @@ plainto_tsquery('dutch', %(word)s)
ORDER BY {_NEAREST_FIRST} LIMIT 25
"""

# A slip: the five words that look most like it, by looking at all of them; then who has one.
TYPO = f"""
WITH meant AS MATERIALIZED (
  SELECT word FROM places_known_word
  WHERE similarity(word, %(typo)s) >= 0.3
    AND levenshtein(word, %(typo)s) <= greatest(1, length(%(typo)s) / 4)
  ORDER BY levenshtein(word, %(typo)s), similarity(word, %(typo)s) DESC, word LIMIT 5
)
SELECT slug, count(*) OVER () FROM places_place
WHERE {_PUBLISHED}
  AND search @@ (SELECT string_agg(quote_literal(word), ' | ')::tsquery FROM meant)
"""

PLACE = f"""
SELECT slug, (SELECT count(*) FROM places_openinghours AS hours WHERE hours.place_id = place.id)
FROM places_place AS place WHERE slug = %(slug)s AND {_PUBLISHED}
"""
