-- Programmes by group
-- One row per Joint Programme and group that one of its countries is in; one with other countries
-- only is in none.
-- key: programme, country_group
-- because: programme on programme
-- columns:
--   programme      text                  Programme: code
--   country_group  code(country_groups)  Country group: as the list of countries has it
--   live           flag                  Live: in force on a day of the year
SELECT DISTINCT g.programme, n.code AS country_group, g.live
FROM programme g
JOIN register_programmes p ON p.programme_code = g.programme
JOIN register_programmes_countries c ON c.row_id = p.row_id
JOIN list_countries k ON k.code = c.value
JOIN list_country_groups n ON
  CASE n.code WHEN 'LDC' THEN k.ldc WHEN 'LLDC' THEN k.lldc WHEN 'SIDS' THEN k.sids END
