-- The document that the site keeps; what is of now (its state) is not in it.
SELECT text FROM places_place JOIN places_document ON place_id = id
WHERE slug = %(slug)s AND status = 'gepubliceerd'
