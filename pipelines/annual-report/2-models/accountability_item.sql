-- Accountability
-- Rows about monitoring, evaluation and feedback, in forms for the year. Where two forms of a Joint
-- Programme list the same item, the lead's rows speak, else those of the alphabetically first PUNO.
-- key: line
-- columns:
--   line                   integer                    Line no.: number within this release
--   programme              text                       Programme: code of the Joint Programme
--   prepared_by            code(punos)                Prepared by: the PUNO that sent the form
--   item                   code(accountability_items) Item: what the row is about
--   in_place               flag                       In place: as submitted
--   held_on                date                       Held on: day, where there is one
--   stakeholder_role       code(stakeholder_roles)    Role: of stakeholders
--   received               integer                    Received: cases of a complaints mechanism
--   closed                 integer                    Closed: of these
--   speaks                 flag                       Speaks: no form that goes first lists the same item
--   involves_stakeholders  flag                       Involves stakeholders: in the design or data collection of monitoring, in the year or undated
--   is_feedback_round      flag                       Feedback round: in place, held in the year
--   is_mechanism           flag                       Complaints mechanism: row that speaks, in place or not
--   is_evaluation          flag                       Evaluation: in place, held in the year
--   row_id                 row                        Row: where it was submitted
WITH reported AS (
  SELECT
    a.*, f.programme, f.prepared_by,
    dense_rank() OVER (
      PARTITION BY f.programme, a.item ORDER BY f.prepared_by IS NOT g.lead, f.prepared_by
    ) = 1 AS speaks
  FROM sheet_accountability a
  JOIN form f ON f.submission = a.submission
  JOIN programme g ON g.programme = f.programme
  WHERE f.is_period
),
dated AS (
  SELECT
    r.*,
    r.speaks AND r.in_place IS 1 AS stands,
    coalesce(r.held_on BETWEEN y.starts_on AND y.ends_on, 0) AS was_in_year
  FROM reported r
  CROSS JOIN period y
)
SELECT
  row_number() OVER (ORDER BY d.programme, d.row_id) AS line,
  d.programme, d.prepared_by, d.item, d.in_place, d.held_on, d.stakeholder_role, d.received,
  d.closed, d.speaks,
  d.stands AND (d.held_on IS NULL OR d.was_in_year) AND i.code IS NOT NULL AND coalesce(r.involved, 0)
    AS involves_stakeholders,
  d.stands AND d.was_in_year AND d.item = 'FEEDBACK_ROUND' AS is_feedback_round,
  d.speaks AND d.item = 'CFM' AS is_mechanism,
  d.stands AND d.was_in_year AND d.item = 'EVALUATION' AS is_evaluation,
  d.row_id
FROM dated d
LEFT JOIN list_monitoring_items i ON i.code = d.item
LEFT JOIN list_stakeholder_roles r ON r.code = d.stakeholder_role
