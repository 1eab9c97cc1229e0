-- Findings to send back
-- What is said to the sender of a form for the year, each finding with its cell. Forms that a newer
-- version has replaced need no mending, and documents that are no forms no answer.
-- key: finding
-- columns:
--   finding        integer  Finding: number within this release
--   submission     integer  Submission: number of the file in this release
--   severity       text     Severity: error, warning or notice
--   rule           text     Rule: code of the check
--   file           text     File: relative to the data folder
--   sheet          text     Sheet: as named in the file
--   row            integer  Row: as the sender sees it
--   column_number  integer  Column: counted from 1
--   found          text     Found: what stands there
--   found_fr       text     Found, French: empty where it is the same in all languages
--   found_es       text     Found, Spanish: likewise
--   expected       text     Expected: what should stand there
--   expected_fr    text     Expected, French: likewise
--   expected_es    text     Expected, Spanish: likewise
--   message        text     Message: what is wrong and how to mend it
--   message_fr     text     Message, French: likewise
--   message_es     text     Message, Spanish: likewise
SELECT
  f.finding, f.submission, f.severity, f.rule, f.file, f.sheet, f.row, f."column" AS column_number,
  f.found, f.found_fr, f.found_es, f.expected, f.expected_fr, f.expected_es,
  f.message, f.message_fr, f.message_es
FROM finding f
JOIN submission s ON s.submission = f.submission
LEFT JOIN submitted_form h ON h.submission = f.submission
LEFT JOIN form n ON n.submission = f.submission
WHERE s.folder_year = (SELECT year FROM period) AND s.state <> 'other'
  AND (h.submission IS NULL OR s.state <> 'accepted' OR n.is_period)
ORDER BY f.file, f.sheet, f.row, f."column", f.rule, f.finding
