-- Evaluations
-- Evaluations in place and held in the year, with the parts stakeholders had in them. What is not
-- said is not met.
-- key: evaluation
-- columns:
--   evaluation           integer                  Evaluation no.: number within this release
--   programme            text                     Programme: code of the Joint Programme
--   held_on              date                     Held on: day
--   stakeholder_role     code(stakeholder_roles)  Role: of stakeholders
--   has_reference_group  flag                     Reference group: of several stakeholders
--   has_feedback         flag                     Feedback: on the inception and on the final report
--   assesses_principles  flag                     Principles: assessed by the evaluation
--   has_role             flag                     Stakeholder role: given, and not none
--   items_met            integer                  Items met: of these four
--   report_link          text                     Report: link as submitted
--   row_id               row                      Row: where it was submitted
WITH judged AS (
  SELECT
    a.line, a.programme, a.held_on, a.stakeholder_role, a.row_id, s.report_link,
    s.reference_group IS 1 AS has_reference_group,
    s.inception_feedback IS 1 AND s.final_feedback IS 1 AS has_feedback,
    s.principles_assessed IS 1 AS assesses_principles,
    coalesce(a.stakeholder_role <> 'NONE', 0) AS has_role
  FROM accountability_item a
  JOIN sheet_accountability s ON s.row_id = a.row_id
  WHERE a.is_evaluation
)
SELECT
  row_number() OVER (ORDER BY line) AS evaluation,
  programme, held_on, stakeholder_role,
  has_reference_group, has_feedback, assesses_principles, has_role,
  has_reference_group + has_feedback + assesses_principles + has_role AS items_met,
  report_link, row_id
FROM judged
