-- Engagement by sex
-- Head-counts by sex, one row per engagement and sex with anybody in it. What a total holds beyond its
-- parts is of unknown sex.
-- key: engagement, sex
-- columns:
--   engagement  integer      Engagement no.: number within this release
--   sex         code(sexes)  Sex: of those who took part
--   programme   text         Programme: code of the Joint Programme
--   persons     integer      Persons: head-count
--   in_year     flag         In year: in a form for the year, within the year
--   row_id      row          Row: where it was submitted
SELECT engagement, sex, programme, persons, in_year, row_id
FROM (
  SELECT
    e.engagement, s.code AS sex, e.programme, e.in_year, e.row_id,
    CASE s.code
      WHEN 'F' THEN q.women
      WHEN 'M' THEN q.men
      WHEN 'O' THEN q.other_or_undisclosed
      WHEN 'U' THEN e.persons - coalesce(q.women, 0) - coalesce(q.men, 0)
        - coalesce(q.other_or_undisclosed, 0)
    END AS persons
  FROM engagement_row e
  JOIN sheet_engagement q ON q.row_id = e.row_id
  CROSS JOIN list_sexes s
)
WHERE persons > 0
