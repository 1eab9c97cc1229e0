-- Answers of the forms
-- Whether a form for the year says anything about a sheet: an accepted row, or a nil answer that
-- no row contradicts.
-- key: submission
-- columns:
--   submission          integer  Submission: number of the file in this release
--   programme           text     Programme: the code of today
--   prepared_by         text     Prepared by: the PUNO that sent it
--   answers_agreements  flag     Answers on agreements: rows or a nil report
--   answers_transfers   flag     Answers on transfers: rows or a nil report
--   is_nil_agreements   flag     Nil report on agreements: declared none and has no row
SELECT
  f.submission,
  f.programme,
  f.prepared_by,
  EXISTS (SELECT 1 FROM sheet_agreements a WHERE a.submission = f.submission)
    OR (f.nil_agreements AND a.rows_read = 0) AS answers_agreements,
  EXISTS (SELECT 1 FROM sheet_transfers t WHERE t.submission = f.submission)
    OR (f.nil_transfers AND t.rows_read = 0) AS answers_transfers,
  f.nil_agreements AND a.rows_read = 0 AS is_nil_agreements
FROM form f
JOIN sheet_count a ON a.submission = f.submission AND a.source = 'agreements'
JOIN sheet_count t ON t.submission = f.submission AND t.source = 'transfers'
WHERE f.is_period
