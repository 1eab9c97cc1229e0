-- Event participants by sex
-- One row per event row and sex with a head-count. What a total holds beyond women, men and others is
-- of unknown sex.
-- key: line, sex
-- columns:
--   line       integer      Line no.: of the event row
--   sex        code(sexes)  Sex: of the persons
--   programme  text         Programme: code of the Joint Programme
--   persons    integer      Persons: head-count
--   trains_cs  flag         Trains civil society: a training in the year, row of civil society
--   row_id     row          Row: where it was submitted
SELECT e.line, x.code AS sex, e.programme, x.persons, e.trains_cs, e.row_id
FROM (
  SELECT row_id, 'F' AS code, women AS persons FROM sheet_events
  UNION ALL
  SELECT row_id, 'M', men FROM sheet_events
  UNION ALL
  SELECT row_id, 'O', other_or_undisclosed FROM sheet_events
  UNION ALL
  SELECT
    row_id, 'U',
    persons_total - coalesce(women, 0) - coalesce(men, 0) - coalesce(other_or_undisclosed, 0)
  FROM sheet_events
) x
JOIN programme_event e ON e.row_id = x.row_id
WHERE x.persons IS NOT NULL
