-- Finding entries that may be the same place, from indexes: by any of their names, whatever is
-- slightly different in it, and by telephone number, however it is written.
CREATE FUNCTION places_names(name text, variants text[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT name || ' ' || array_to_string(variants, ' ')
$$;
CREATE INDEX place_by_alike_name ON places_place
  USING gist (places_names(name, name_variants) gist_trgm_ops (siglen = 64));

-- Digits only, as one dials them inside the country: +31 (0)10 ..., 0031 10 ... and 010-... agree.
CREATE FUNCTION places_dialled(phone text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(regexp_replace(phone, '\D', '', 'g'), '^(0031|31)0?', '0')
$$;
CREATE INDEX place_by_phone ON places_place (places_dialled(phone)) WHERE phone <> '';
