-- Partners who agreed to be named
-- Every partner with an agreement counted since the start that agreed to be named and nowhere
-- refused, once per Joint Programme.
-- key: name, stakeholder_type, country, programme
-- columns:
--   name                    text                     Partner: as in the partner register, else as submitted
--   stakeholder_type        code(stakeholder_types)  Partner type, code: kind of organisation
--   stakeholder_type_label  text                     Partner type: in words
--   country                 code(countries)          Country, code: ISO 3166-1 alpha-3
--   country_label           text                     Country: where the partner works
--   programme               text                     Joint Programme: code
--   first_year              integer                  First year: in which an agreement was in force
--   last_year               integer                  Last year: the same, up to the reporting year
SELECT
  n.partner_name AS name,
  a.stakeholder_type,
  t.label_en AS stakeholder_type_label,
  a.country,
  c.label_en AS country_label,
  a.programme,
  min(CAST(substr(a.start_on, 1, 4) AS INTEGER)) AS first_year,
  max(min(y.year, CAST(substr(coalesce(a.end_on, y.ends_on), 1, 4) AS INTEGER))) AS last_year
FROM partner_naming n
JOIN agreement a ON a.partner = n.partner AND a.since_start
JOIN list_stakeholder_types t ON t.code = a.stakeholder_type
JOIN list_countries c ON c.code = a.country
CROSS JOIN period y
WHERE n.is_named
GROUP BY n.partner_name, a.stakeholder_type, a.country, a.programme
ORDER BY n.partner_name, a.stakeholder_type, a.country, a.programme
