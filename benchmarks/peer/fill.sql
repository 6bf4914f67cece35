-- The same places as the site has, in the tables of the textbook project.
INSERT INTO textbook_kind (id, slug, name) SELECT id, slug, name FROM places_kind;
INSERT INTO textbook_organisation (id, slug, name) SELECT id, slug, name FROM places_organisation;
INSERT INTO textbook_value (id, slug, name) SELECT id, slug, name FROM places_value;
INSERT INTO textbook_trait (id, slug, name) SELECT id, slug, name FROM places_trait;
INSERT INTO textbook_offer (id, slug, name) SELECT id, slug, name FROM places_offer;
INSERT INTO textbook_place (id, slug, name, kind_id, organisation_id, description, street,
  house_number, postcode, city, phone, email, website, location, published, changed_at)
SELECT id, slug, name, kind_id, organisation_id, description, street, house_number, postcode, city,
  phone, email, website, ST_Transform(location, 4326), status = 'gepubliceerd', changed_at
FROM places_place;
INSERT INTO textbook_place_values (place_id, value_id)
SELECT place_id, value_id FROM places_placevalue;
INSERT INTO textbook_place_traits (place_id, trait_id)
SELECT place_id, trait_id FROM places_placetrait WHERE answer = 'ja';
INSERT INTO textbook_place_offers (place_id, offer_id)
SELECT place_id, offer_id FROM places_place_offers;
INSERT INTO textbook_openinghours (place_id, weekday, opens, closes, mode, note)
SELECT place_id, weekday, opens, closes, mode, note FROM places_openinghours;
