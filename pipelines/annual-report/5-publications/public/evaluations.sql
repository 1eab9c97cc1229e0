-- Evaluations
-- Evaluations that Joint Programmes report as held in the year, with the parts stakeholders had in
-- them and the link to the report where there is one.
-- key: programme, no
-- columns:
--   programme            text     Joint Programme: code
--   no                   integer  No.: of the evaluations of the Joint Programme in the year
--   title                text     Title: of the Joint Programme
--   year                 integer  Year: in which it was held
--   role_label           text     Part of stakeholders: in words
--   has_reference_group  flag     Reference group of several stakeholders: whether there was one
--   has_feedback         flag     Feedback on the inception and on the final report: by stakeholders
--   assesses_principles  flag     Principles of engagement: assessed by the evaluation
--   report_link          link     Report: address
SELECT
  e.programme,
  row_number() OVER (PARTITION BY e.programme ORDER BY e.held_on, e.evaluation) AS no,
  g.title,
  CAST(substr(e.held_on, 1, 4) AS INTEGER) AS year,
  r.label_en AS role_label, e.has_reference_group, e.has_feedback, e.assesses_principles,
  -- Anything else could be a place inside an organisation, or no address at all: words after one, or
  -- the name of a user before the host, are withheld with it.
  iif(
    e.report_link LIKE 'https://%'
    AND e.report_link NOT GLOB '*[^-A-Za-z0-9._~:/?#&=%+,;!$()]*',
    e.report_link, NULL
  ) AS report_link
FROM evaluation e
JOIN programme g ON g.programme = e.programme
LEFT JOIN list_stakeholder_roles r ON r.code = e.stakeholder_role
ORDER BY e.programme, no
