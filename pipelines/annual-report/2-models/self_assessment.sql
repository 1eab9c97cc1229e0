-- Self-assessments by form
-- What the head of each form for the year says of the four principles and of civic space.
-- key: submission
-- columns:
--   submission                integer      Submission: number of the file in this release
--   programme                 text         Programme: code of the Joint Programme
--   prepared_by               code(punos)  Prepared by: the PUNO that sent the form
--   transparency              flag         Transparency: as submitted, empty if not known
--   inclusivity               flag         Inclusivity: as submitted, empty if not known
--   diversity                 flag         Diversity: as submitted, empty if not known
--   meaningful_participation  flag         Meaningful participation: as submitted, empty if not known
--   civic_space_activity      flag         Civic-space activity: as submitted, empty if not known
--   row_id                    row          Row: the head of the form
SELECT
  f.submission, f.programme, f.prepared_by, p.transparency, p.inclusivity, p.diversity,
  p.meaningful_participation, p.civic_space_activity, p.row_id
FROM form f
JOIN sheet_programme p ON p.submission = f.submission
WHERE f.is_period
