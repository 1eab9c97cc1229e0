-- Engagement by age
-- Head-counts by age, one row per engagement and age group with anybody in it. Whoever is in neither
-- of the two groups the form asks for is of another or unstated age.
-- key: engagement, age
-- columns:
--   engagement  integer           Engagement no.: number within this release
--   age         code(age_groups)  Age: of those who took part
--   programme   text              Programme: code of the Joint Programme
--   persons     integer           Persons: head-count
--   in_year     flag              In year: in a form for the year, within the year
--   row_id      row               Row: where it was submitted
SELECT engagement, age, programme, persons, in_year, row_id
FROM (
  SELECT
    e.engagement, a.code AS age, e.programme, e.in_year, e.row_id,
    CASE a.code
      WHEN 'UNDER_18' THEN q.under_18
      WHEN '18_24' THEN q.youth_18_24
      WHEN 'OTHER' THEN e.persons - coalesce(q.under_18, 0) - coalesce(q.youth_18_24, 0)
    END AS persons
  FROM engagement_row e
  JOIN sheet_engagement q ON q.row_id = e.row_id
  CROSS JOIN list_age_groups a
)
WHERE persons > 0
