-- Self-assessments
-- Every Joint Programme with what its forms for the year say of itself.
-- key: programme
-- because: self_assessment on programme
-- columns:
--   programme       text     Programme: code
--   live            flag     Live: in force on a day of the year
--   reporting       flag     Reporting: live, with an accepted form for the year
--   principles_met  integer  Principles met: of four, those to which all forms say yes
--   civic_space     flag     Civic space: any form says there was an activity
SELECT
  p.programme,
  p.live,
  p.reporting,
  sum(p.is_met) AS principles_met,
  EXISTS (
    SELECT 1 FROM self_assessment s WHERE s.programme = p.programme AND s.civic_space_activity
  ) AS civic_space
FROM programme_principle p
GROUP BY p.programme
