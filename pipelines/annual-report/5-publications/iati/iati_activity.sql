-- IATI activities
-- One row per Joint Programme of the register. A programme is in implementation between its days, closed
-- after them and in preparation before; the gender marker is a significance of the IATI list, where the
-- second level and its parts are a significant and the third the principal objective.
-- key: programme
-- columns:
--   programme            text  Programme: code
--   title                text  Title: of the Joint Programme
--   description          text  Description: area and organisations, in words
--   status               text  Status: code of the IATI list
--   start_on             date  Planned start: first day
--   begun_on             date  Actual start: the same, once it has come
--   end_on               date  Planned end: last day
--   ended_on             date  Actual end: the same, once it has passed
--   gender_significance  text  Gender: code of the IATI list, empty without a marker
SELECT
  g.programme, g.title,
  'Joint Programme ' || g.programme || coalesce('. Thematic area: ' || t.label_en, '')
    || coalesce('. Lead: ' || n.label_en, '') AS description,
  CASE WHEN g.start_on > y.ends_on THEN '1' WHEN g.end_on < y.ends_on THEN '4' ELSE '2' END AS status,
  g.start_on,
  iif(g.start_on <= y.ends_on, g.start_on, NULL) AS begun_on,
  g.end_on,
  iif(g.end_on < y.ends_on, g.end_on, NULL) AS ended_on,
  CASE m.rank WHEN 0 THEN '0' WHEN 1 THEN '0' WHEN 2 THEN '1' WHEN 3 THEN '2' END AS gender_significance
FROM programme g
JOIN register_programmes r ON r.programme_code = g.programme
CROSS JOIN period y
LEFT JOIN list_thematic_areas t ON t.code = g.thematic_area
LEFT JOIN list_punos n ON n.code = g.lead
LEFT JOIN list_gender_markers m ON m.code = r.gender_marker
ORDER BY g.programme
