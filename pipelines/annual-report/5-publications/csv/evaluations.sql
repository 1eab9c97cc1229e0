-- Evaluations
-- Evaluations in place and held in the year, with the parts stakeholders had in them and the link to
-- the report. What is not said is not met.
-- key: file, sheet, row
-- columns:
--   programme            text                     Programme: code of the Joint Programme
--   title                text                     Title: of the Joint Programme
--   held_on              date                     Held on: day
--   role_label           text                     Part of stakeholders: in words, empty if not said
--   has_reference_group  flag                     Reference group: of several stakeholders
--   has_feedback         flag                     Feedback: on the inception and on the final report
--   assesses_principles  flag                     Principles: assessed by the evaluation
--   items_met            integer                  Items met: of these three and a part of stakeholders
--   what_changed         text                     What changed: as submitted
--   report_link          link                     Report: link as submitted
--   prepared_by          code(punos)              Prepared by: the PUNO that sent the form
--   file                 text                     File: relative to the data folder
--   sheet                text                     Sheet: as named in the file
--   row                  integer                  Row: as the sender sees it
SELECT
  e.programme, g.title, e.held_on, r.label_en AS role_label, e.has_reference_group, e.has_feedback,
  e.assesses_principles, e.items_met, s.what_changed, e.report_link, a.prepared_by,
  l.file, l.sheet, l.row
FROM evaluation e
JOIN programme g ON g.programme = e.programme
JOIN accountability_item a ON a.row_id = e.row_id
JOIN sheet_accountability s ON s.row_id = e.row_id
JOIN landed_row l ON l.row_id = e.row_id
LEFT JOIN list_stakeholder_roles r ON r.code = e.stakeholder_role
ORDER BY e.programme, e.held_on, e.row_id
