-- Every value that a filter can take, whatever table it comes from.
CREATE VIEW places_option AS
  SELECT parameter || ':' || value AS tag, * FROM (
    SELECT 'soort' AS parameter, slug::text AS value, name::text, name_en::text,
      symbol::text, '' AS parent, position::integer FROM places_kind
    UNION ALL SELECT 'waarde', slug, name, name_en, '', '', position FROM places_value
    UNION ALL SELECT 'dilemma', slug, name, name_en, '', '', position FROM places_dilemma
    UNION ALL SELECT 'dilemma', slug || ':a', pole_a, pole_a_en, '', 'dilemma:' || slug, position
      FROM places_dilemma
    UNION ALL SELECT 'dilemma', slug || ':b', pole_b, pole_b_en, '', 'dilemma:' || slug, position
      FROM places_dilemma
    UNION ALL SELECT 'kenmerk', slug, name, name_en, '', '', position FROM places_trait
    UNION ALL SELECT 'doelgroep', slug, name, name_en, '', '', position FROM places_audience
    UNION ALL SELECT 'aanbod', slug, name, name_en, '', '', position FROM places_offer
    UNION ALL SELECT 'taal', slug, name, name_en, '', '', position FROM places_language
    UNION ALL SELECT 'netwerk', slug, name, '', '', '', 0 FROM places_organisation
    UNION ALL SELECT area.level, area.slug, area.name, '', '',
      coalesce(above.level || ':' || above.slug, ''), 0
      FROM places_area AS area LEFT JOIN places_area AS above ON above.id = area.parent_id
  ) AS options;
