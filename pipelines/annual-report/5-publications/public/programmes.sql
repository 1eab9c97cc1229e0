-- Joint Programmes
-- The Joint Programmes live in the year, and whether they have reported.
-- key: programme
-- columns:
--   programme       text                     Joint Programme: code
--   title           text                     Title: of the Joint Programme
--   scope           code(programme_scopes)   Scope: country, several countries, region or global
--   countries       text                     Countries, codes: ISO 3166-1 alpha-3, parted by ;
--   thematic_area   code(thematic_areas)     Thematic area, code: the primary one
--   area_label      text                     Thematic area: in words
--   objectives      text                     Objectives of the Global Compact, numbers: parted by ;
--   lead            code(punos)              Lead agency, code: on 31 December, else the last one
--   punos           text                     Agencies, codes: all that took part in the year, parted by ;
--   first_year      integer                  First year: of the Joint Programme
--   last_year       integer                  Last year: of the Joint Programme, as approved
--   reporting       flag                     Has reported: an accepted form for the year
SELECT
  p.programme,
  p.title,
  r.scope,
  r.countries,
  p.thematic_area,
  t.label_en AS area_label,
  r.gcm_objectives AS objectives,
  p.lead,
  (
    SELECT group_concat(puno, ';')
    FROM (SELECT u.puno FROM programme_puno u WHERE u.programme = p.programme ORDER BY 1)
  ) AS punos,
  CAST(substr(p.start_on, 1, 4) AS INTEGER) AS first_year,
  CAST(substr(p.end_on, 1, 4) AS INTEGER) AS last_year,
  p.reporting
FROM programme p
JOIN register_programmes r ON r.programme_code = p.programme
LEFT JOIN list_thematic_areas t ON t.code = p.thematic_area
WHERE p.live
ORDER BY p.programme
