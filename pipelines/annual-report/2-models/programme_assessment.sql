-- Assessments of programmes
-- Per Joint Programme and item, the newest answer given by the end of the year; undated ones are the
-- oldest.
-- key: programme, assessment_item
-- columns:
--   programme        text                    Programme: code
--   assessment_item  code(assessment_items)  Item: what was looked for
--   live             flag                    Live: in force on a day of the year
--   is_met           flag                    Met: the answer is yes
--   assessed_on      date                    Assessed on: day of the answer
--   row_id           row                     Row: in the register
SELECT programme, assessment_item, live, is_met, assessed_on, row_id
FROM (
  SELECT
    g.programme, a.item AS assessment_item, g.live, a.answer IS 1 AS is_met, a.assessed_on, a.row_id,
    row_number() OVER (
      PARTITION BY g.programme, a.item ORDER BY a.assessed_on DESC, a.row_id DESC
    ) AS place
  FROM register_assessments a
  JOIN programme_code c ON c.spelling = code_key(a.programme_code)
  JOIN programme g ON g.programme = c.programme
  CROSS JOIN period y
  WHERE coalesce(a.assessed_on, '') <= y.ends_on
)
WHERE place = 1
