-- Evaluations by item
-- One row per evaluation held in the year and part that stakeholders may have had in it.
-- key: evaluation, evaluation_item
-- columns:
--   evaluation       integer                 Evaluation no.: number within this release
--   evaluation_item  code(evaluation_items)  Item: the part
--   programme        text                    Programme: code of the Joint Programme
--   is_met           flag                    Met: the evaluation says so
--   row_id           row                     Row: where it was submitted
SELECT
  e.evaluation, i.code AS evaluation_item, e.programme,
  CASE i.code
    WHEN 'REFERENCE_GROUP' THEN e.has_reference_group
    WHEN 'FEEDBACK' THEN e.has_feedback
    WHEN 'PRINCIPLES' THEN e.assesses_principles
    WHEN 'ROLE' THEN e.has_role
  END AS is_met,
  e.row_id
FROM evaluation e
CROSS JOIN list_evaluation_items i
