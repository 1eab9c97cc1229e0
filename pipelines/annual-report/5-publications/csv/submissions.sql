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
--   quarantined     integer  Quarantined: rows kept out, with their own reason or their file's among the issues
SELECT
  s.file, s.sha256, coalesce(h.programme, c.programme, p.programme_code) AS programme,
  coalesce(h.year, p.reporting_year) AS year, coalesce(h.prepared_by, p.prepared_by) AS prepared_by,
  coalesce(h.version, p.version) AS version, coalesce(h.submitted_on, p.submitted_on) AS submitted_on,
  CASE
    WHEN s.state <> 'accepted' THEN s.state
    WHEN f.submission IS NULL THEN 'older version'
    WHEN f.is_period OR f.is_newest THEN 'counting'
    ELSE 'older year'
  END AS state,
  sum(n.rows_read) AS rows_read, sum(iif(s.state = 'accepted', n.accepted, 0)) AS accepted,
  sum(iif(s.state = 'accepted', n.quarantined, n.rows_read)) AS quarantined
FROM submission s
LEFT JOIN submitted_form h ON h.submission = s.submission
LEFT JOIN form f ON f.submission = s.submission
LEFT JOIN sheet_programme_read p ON p.submission = s.submission
LEFT JOIN programme_code c ON c.spelling = code_key(p.programme_code)
LEFT JOIN sheet_count n ON n.submission = s.submission
GROUP BY s.submission
ORDER BY s.submission
