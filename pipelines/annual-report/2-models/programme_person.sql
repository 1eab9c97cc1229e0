-- Migrants and communities
-- One row per Joint Programme and group of people that must at least be consulted, with the highest
-- level the programme reached with it in the year.
-- key: programme, stakeholder_type
-- because: engagement_row on programme, stakeholder_type
-- columns:
--   programme           text                     Programme: code
--   stakeholder_type    code(stakeholder_types)  Stakeholder type: migrants or communities
--   rule_cohort         code(rule_cohorts)       Rules: concept note before or since 6 February 2023
--   live                flag                     Live: in force on a day of the year
--   answers_engagement  flag                     Answers, engagement: rows or a nil report for the year
--   highest_level       code(engagement_levels)  Highest level: in the year, empty without a row
--   is_consulted        flag                     Consulted: at consultation level or above in the year
SELECT
  g.programme,
  t.code AS stakeholder_type,
  g.rule_cohort,
  g.live,
  g.answers_engagement,
  e.engagement_level AS highest_level,
  coalesce(e.is_consulted, 0) AS is_consulted
FROM programme g
CROSS JOIN list_stakeholder_types t
LEFT JOIN (
  SELECT
    e.programme, e.stakeholder_type, e.engagement_level, e.is_consulted,
    row_number() OVER (
      PARTITION BY e.programme, e.stakeholder_type ORDER BY l.rank DESC, l.code
    ) AS place
  FROM engagement_row e
  JOIN list_engagement_levels l ON l.code = e.engagement_level
  WHERE e.in_year
) e ON e.programme = g.programme AND e.stakeholder_type = t.code AND e.place = 1
WHERE t.person
