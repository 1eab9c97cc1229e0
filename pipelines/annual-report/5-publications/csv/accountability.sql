-- Accountability rows
-- The accepted rows about accountability in counting forms for the year, and whether they count where two forms list one item.
-- key: file, sheet, row
-- columns:
--   programme            text                        Programme: code of the Joint Programme
--   prepared_by          text                        Prepared by: the PUNO that sent the form
--   version              integer                     Version: of the form
--   file                 text                        File: relative to the data folder
--   sheet                text                        Sheet: as named in the file
--   row                  integer                     Row: as the sender sees it
--   counts               flag                        Counts: no where another form's row about the same counts
--   item                 code(accountability_items)  Item: as submitted
--   in_place             flag                        In place: as submitted
--   held_on              date                        Held on: as submitted
--   stakeholder_role     code(stakeholder_roles)     Stakeholder role: as submitted
--   stakeholder_types    text                        Stakeholder types: as submitted
--   received             integer                     Received: as submitted
--   closed               integer                     Closed: as submitted
--   reference_group      flag                        Reference group: as submitted
--   inception_feedback   flag                        Inception feedback: as submitted
--   final_feedback       flag                        Final feedback: as submitted
--   principles_assessed  flag                        Principles assessed: as submitted
--   what_changed         text                        What changed: as submitted
--   report_link          text                        Report link: as submitted
--   corrected            text                        Corrected: cells the office replaced, and by what
SELECT
  f.programme, f.prepared_by, f.version, l.file, l.sheet, l.row,
  c.speaks AS counts, s.item,
  s.in_place, s.held_on, s.stakeholder_role, s.stakeholder_types, s.received, s.closed,
  s.reference_group, s.inception_feedback, s.final_feedback, s.principles_assessed,
  s.what_changed, s.report_link,
  (SELECT corrected FROM corrected_row k WHERE k.row_id = s.row_id) AS corrected
FROM sheet_accountability s
JOIN form f ON f.submission = s.submission AND f.is_period
JOIN accountability_item c ON c.row_id = s.row_id
JOIN landed_row l ON l.row_id = s.row_id
ORDER BY s.row_id
