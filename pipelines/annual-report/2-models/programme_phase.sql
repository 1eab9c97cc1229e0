-- Programmes by phase
-- One row per Joint Programme and phase it has reached, with whether stakeholders were consulted in it
-- by the end of the year.
-- key: programme, phase
-- because: engagement_row on programme, phase
-- columns:
--   programme           text          Programme: code
--   phase               code(phases)  Phase: reached, as the register has it
--   live                flag          Live: in force on a day of the year
--   answers_engagement  flag          Answers, engagement: rows or a nil report for the year
--   is_covered          flag          Covered: a stakeholder group was consulted in it so far
SELECT
  g.programme,
  r.value AS phase,
  g.live,
  g.answers_engagement,
  c.phase IS NOT NULL AS is_covered
FROM programme g
JOIN register_programmes p ON p.programme_code = g.programme
JOIN register_programmes_phases_reached r ON r.row_id = p.row_id
LEFT JOIN (
  SELECT DISTINCT programme, phase FROM engagement_row
  WHERE so_far AND is_stakeholder_group AND is_consulted
) c ON c.programme = g.programme AND c.phase = r.value
