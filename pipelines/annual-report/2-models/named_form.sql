-- Forms that findings name
-- The form that a finding about a whole Joint Programme points to: the lead's for the year, else the
-- first of those that came.
-- key: programme
-- columns:
--   programme   text     Programme: code of the Joint Programme
--   submission  integer  Submission: number of the file in this release
SELECT programme, submission
FROM (
  SELECT
    f.programme,
    f.submission,
    row_number() OVER (
      PARTITION BY f.programme ORDER BY f.prepared_by IS g.lead DESC, f.submission
    ) AS place
  FROM form f
  JOIN programme g ON g.programme = f.programme
  WHERE f.is_period
)
WHERE place = 1
