-- Principles by programme
-- One row per reporting Joint Programme and principle of engagement: met if all its forms for the year
-- say yes. A form that does not say does not meet it.
-- key: programme, principle
-- because: self_assessment on programme
-- columns:
--   programme  text              Programme: code
--   principle  code(principles)  Principle: of engagement
--   live       flag              Live: in force on a day of the year
--   reporting  flag              Reporting: live, with an accepted form for the year
--   is_met     flag              Met: all forms say yes
SELECT
  g.programme,
  p.code AS principle,
  g.live,
  g.reporting,
  min(coalesce(
    CASE p.code
      WHEN 'TRANSPARENCY' THEN s.transparency
      WHEN 'INCLUSIVITY' THEN s.inclusivity
      WHEN 'DIVERSITY' THEN s.diversity
      WHEN 'MEANINGFUL_PARTICIPATION' THEN s.meaningful_participation
    END, 0)) AS is_met
FROM programme g
CROSS JOIN list_principles p
LEFT JOIN self_assessment s ON s.programme = g.programme
GROUP BY g.programme, p.code
