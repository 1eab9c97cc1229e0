-- Submissions
-- Every file found among the reports, what became of it, and how many of its rows were accepted.
-- key: file
-- columns:
--   file            text     File: relative to the data folder
--   sha256          text     SHA-256: of the file, or over the files of a CSV folder
--   programme       text     Programme: where the form could be placed
--   year            integer  Year: the year reported on
--   prepared_by     text     Prepared by: PUNO
--   version         integer  Version: of the form
--   submitted_on    date     Submitted on: day it was sent
--   state           text     State: counting, older version, older year, waiting, refused, copy or other
--   rows_read       integer  Rows read: on all sheets
--   accepted        integer  Accepted: rows that count or may count
--   quarantined     integer  Quarantined: rows kept out, each with its reason among the issues
SELECT
  s.file, s.sha256, h.programme, h.year, h.prepared_by, h.version, h.submitted_on,
  CASE
    WHEN s.state <> 'accepted' THEN s.state
    WHEN f.submission IS NULL THEN 'older version'
    WHEN f.is_period OR f.is_newest THEN 'counting'
    ELSE 'older year'
  END AS state,
  sum(c.rows_read) AS rows_read, sum(c.accepted) AS accepted, sum(c.quarantined) AS quarantined
FROM submission s
LEFT JOIN submitted_form h ON h.submission = s.submission
LEFT JOIN form f ON f.submission = s.submission
LEFT JOIN sheet_count c ON c.submission = s.submission
GROUP BY s.submission
ORDER BY s.submission
