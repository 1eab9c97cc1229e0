-- Issues
-- Everything found in the files, with its place.
-- key: file, cell, rule
-- columns:
--   severity  text  Severity: error, warning or notice
--   rule      text  Rule: code of the check
--   file      text  File: relative to the data folder
--   cell      text  Cell: A1 style, line = row
--   found     text  Found: what stands there
--   expected  text  Expected: what should stand there
--   message   text  Message: what is wrong and how to mend it
SELECT severity, rule, file, cell(row, "column") AS cell, found, expected, message
FROM finding
ORDER BY file, row, "column", rule, finding
