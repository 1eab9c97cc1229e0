-- Partners new or continuing
-- One row per partner of an agreement counted in year and type it has under one. A partner continues
-- where any of its agreements counted since the start, with any Joint Programme, began before the year.
-- key: partner, stakeholder_type
-- because: agreement on partner
-- columns:
--   partner           integer                  Partner no.: number within this release
--   partner_name      text                     Partner: name in the register, else as submitted
--   stakeholder_type  code(stakeholder_types)  Partner type: of the register, else as submitted
--   first_start_on    date                     First agreement: first day
--   partner_standing  code(partner_standings)  Standing: new or continuing
WITH first AS MATERIALIZED (
  SELECT partner, min(start_on) AS start_on FROM agreement WHERE since_start GROUP BY partner
)
SELECT DISTINCT
  a.partner, p.partner_name, a.stakeholder_type, f.start_on AS first_start_on,
  iif(f.start_on < y.starts_on, 'CONTINUING', 'NEW') AS partner_standing
FROM agreement a
JOIN first f ON f.partner = a.partner
JOIN partner p ON p.partner = a.partner
CROSS JOIN period y
WHERE a.in_year
