-- Further versions
-- Accepted versions of the forms for the year beyond the first, per Joint Programme and organisation.
-- key: programme, prepared_by
-- columns:
--   programme    text         Programme: code of the Joint Programme
--   prepared_by  code(punos)  Prepared by: the PUNO that sent the form
--   corrections  integer      Corrections: accepted versions less one
--   row_id       row          Row: the head of the form that counts
SELECT s.programme, s.prepared_by, count(*) - 1 AS corrections, p.row_id
FROM submitted_form s
JOIN form f
  ON f.programme = s.programme AND f.prepared_by = s.prepared_by AND f.year = s.year
JOIN sheet_programme p ON p.submission = f.submission
WHERE f.is_period
GROUP BY s.programme, s.prepared_by
