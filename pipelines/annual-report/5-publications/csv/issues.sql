-- Issues
-- Everything found in what was submitted, with its place. Files that a newer version has replaced
-- are left out: what was wrong in them needs no mending.
-- key: file, sheet, cell, rule
-- columns:
--   severity     text  Severity: error, warning or notice
--   rule         text  Rule: code of the check
--   programme    text  Programme: code, where the form could be placed
--   prepared_by  text  Prepared by: PUNO, where the form could be placed
--   file         text  File: relative to the data folder
--   sheet        text  Sheet: as named in the file
--   cell         text  Cell: A1 style, line = row in CSV files
--   found        text  Found: what stands there
--   expected     text  Expected: what should stand there
--   message      text  Message: what is wrong and how to mend it
SELECT
  f.severity, f.rule,
  coalesce(f.programme, h.programme, p.programme_code) AS programme,
  coalesce(h.prepared_by, p.prepared_by) AS prepared_by,
  f.file, f.sheet, cell(f.row, f."column") AS cell, f.found, f.expected, f.message
FROM finding f
LEFT JOIN submission s ON s.submission = f.submission
LEFT JOIN submitted_form h ON h.submission = f.submission
LEFT JOIN form n ON n.submission = f.submission
LEFT JOIN sheet_programme_read p ON p.submission = f.submission
WHERE h.submission IS NULL OR n.is_period OR n.is_newest
ORDER BY f.file, f.sheet, f.row, f."column", f.rule, f.finding
