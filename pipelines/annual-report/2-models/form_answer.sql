-- Answers of the forms
-- Whether a form for the year says anything about a sheet: an accepted row, or a nil answer that
-- no row contradicts.
-- key: submission
-- columns:
--   submission              integer  Submission: number of the file in this release
--   programme               text     Programme: the code of today
--   prepared_by             text     Prepared by: the PUNO that sent it
--   answers_agreements      flag     Answers on agreements: rows or a nil report
--   answers_transfers       flag     Answers on transfers: rows or a nil report
--   answers_structures      flag     Answers on structures: rows or a nil report
--   answers_engagement      flag     Answers on engagement: rows or a nil report
--   answers_events          flag     Answers on events: rows or a nil report
--   answers_accountability  flag     Answers on accountability: rows or a nil report
--   is_nil_agreements       flag     Nil report on agreements: declared none and has no row
--   row_id                  row      Row: the head of the form
SELECT
  f.submission,
  f.programme,
  f.prepared_by,
  EXISTS (SELECT 1 FROM sheet_agreements s WHERE s.submission = f.submission)
    OR (f.nil_agreements AND agreements.rows_read = 0) AS answers_agreements,
  EXISTS (SELECT 1 FROM sheet_transfers s WHERE s.submission = f.submission)
    OR (f.nil_transfers AND transfers.rows_read = 0) AS answers_transfers,
  EXISTS (SELECT 1 FROM sheet_structures s WHERE s.submission = f.submission)
    OR (f.nil_structures AND structures.rows_read = 0) AS answers_structures,
  EXISTS (SELECT 1 FROM sheet_engagement s WHERE s.submission = f.submission)
    OR (f.nil_engagement AND engagement.rows_read = 0) AS answers_engagement,
  EXISTS (SELECT 1 FROM sheet_events s WHERE s.submission = f.submission)
    OR (f.nil_events AND events.rows_read = 0) AS answers_events,
  EXISTS (SELECT 1 FROM sheet_accountability s WHERE s.submission = f.submission)
    OR (f.nil_accountability AND accountability.rows_read = 0) AS answers_accountability,
  f.nil_agreements AND agreements.rows_read = 0 AS is_nil_agreements,
  h.row_id
FROM form f
JOIN sheet_programme h ON h.submission = f.submission
JOIN sheet_count agreements
  ON agreements.submission = f.submission AND agreements.source = 'agreements'
JOIN sheet_count transfers
  ON transfers.submission = f.submission AND transfers.source = 'transfers'
JOIN sheet_count structures
  ON structures.submission = f.submission AND structures.source = 'structures'
JOIN sheet_count engagement
  ON engagement.submission = f.submission AND engagement.source = 'engagement'
JOIN sheet_count events
  ON events.submission = f.submission AND events.source = 'events'
JOIN sheet_count accountability
  ON accountability.submission = f.submission AND accountability.source = 'accountability'
WHERE f.is_period
