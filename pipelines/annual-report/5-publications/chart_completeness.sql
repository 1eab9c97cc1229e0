-- Chart of completeness
-- How many of the six tables of the form each live Joint Programme answered, with rows or a nil report.
-- key: programme
-- columns:
--   programme  text    Programme: code
--   answered   number  Answered: tables
SELECT
  programme,
  answers_agreements + answers_transfers + answers_structures + answers_engagement
    + answers_events + answers_accountability AS answered
FROM programme
WHERE live
ORDER BY programme
