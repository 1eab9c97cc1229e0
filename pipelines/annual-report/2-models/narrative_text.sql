-- Narrative texts
-- Short texts in forms for the year, of any organisation of the Joint Programme.
-- key: line
-- columns:
--   line         integer                Line no.: number within this release
--   programme    text                   Programme: code of the Joint Programme
--   prepared_by  code(punos)            Prepared by: the PUNO that sent the form
--   kind         code(narrative_kinds)  Kind: what the text is about
--   characters   integer                Characters: of the text
--   is_enough    flag                   Enough: at least 40 characters
--   row_id       row                    Row: where it was submitted
SELECT
  row_number() OVER (ORDER BY f.programme, n.row_id) AS line,
  f.programme, f.prepared_by, n.kind, length(trim(n.text)) AS characters,
  length(trim(n.text)) >= 40 AS is_enough, n.row_id
FROM sheet_narrative n
JOIN form f ON f.submission = n.submission
WHERE f.is_period
