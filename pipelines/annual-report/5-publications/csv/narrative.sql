-- Narrative rows
-- The accepted texts in counting forms for the year.
-- key: file, sheet, row
-- columns:
--   programme         text                     Programme: code of the Joint Programme
--   prepared_by       text                     Prepared by: the PUNO that sent the form
--   version           integer                  Version: of the form
--   file              text                     File: relative to the data folder
--   sheet             text                     Sheet: as named in the file
--   row               integer                  Row: as the sender sees it
--   kind              code(narrative_kinds)    Kind: as submitted
--   text              text                     Text: as submitted
--   agreement_ref     text                     Agreement ref: as submitted
--   stakeholder_type  code(stakeholder_types)  Stakeholder type: as submitted
--   benefit           code(benefits)           Benefit: as submitted
--   may_be_quoted     flag                     May be quoted: as submitted
--   corrected         text                     Corrected: cells the office replaced, and by what
SELECT
  f.programme, f.prepared_by, f.version, l.file, l.sheet, l.row, s.kind, s.text, s.agreement_ref,
  s.stakeholder_type, s.benefit, s.may_be_quoted,
  (SELECT corrected FROM corrected_row k WHERE k.row_id = s.row_id) AS corrected
FROM sheet_narrative s
JOIN form f ON f.submission = s.submission AND f.is_period
JOIN landed_row l ON l.row_id = s.row_id
ORDER BY s.row_id
