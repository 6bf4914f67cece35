SELECT json_build_object('slug', place.slug, 'naam', place.name, 'soort', kind.name,
  'straat', street, 'huisnummer', house_number, 'postcode', postcode, 'plaats', city,
  'telefoon', phone, 'email', email, 'website', website, 'beschrijving', description,
  'punt', ST_AsGeoJSON(ST_Transform(location, 4326), 5)::json, 'kenmerken', tags,
  'waarden', (SELECT json_agg(json_build_object('naam', value.name, 'woorden', shown.words))
    FROM places_placevalue AS shown JOIN places_value AS value ON value.id = shown.value_id
    WHERE shown.place_id = place.id),
  'openingstijden', (SELECT json_agg(json_build_object('dag', weekday, 'van', opens,
      'tot', closes, 'vorm', mode, 'opmerking', note) ORDER BY weekday, opens)
    FROM places_openinghours AS hours WHERE hours.place_id = place.id))::text
FROM places_place AS place LEFT JOIN places_kind AS kind ON kind.id = place.kind_id
WHERE place.slug = %(slug)s AND status = 'gepubliceerd'
