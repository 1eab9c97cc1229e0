-- Engagement by mechanism
-- One row per engagement and mechanism used in it.
-- key: engagement, mechanism
-- columns:
--   engagement  integer           Engagement no.: number within this release
--   mechanism   code(mechanisms)  Mechanism: used in it
--   programme   text              Programme: code of the Joint Programme
--   in_year     flag              In year: in a form for the year, within the year
--   is_engaged  flag              Engaged: above no engagement
--   row_id      row               Row: where it was submitted
SELECT e.engagement, m.value AS mechanism, e.programme, e.in_year, e.is_engaged, e.row_id
FROM engagement_row e
JOIN sheet_engagement_mechanisms m ON m.row_id = e.row_id
