-- Transfers by CS profile
-- One row per payment and definition of civil society that the partner falls under.
-- key: transfer, cs_profile
-- columns:
--   transfer      integer            Transfer no.: number within this release
--   cs_profile    code(cs_profiles)  Profile: definition of civil society
--   programme     text               Programme: code of the Joint Programme
--   partner       integer            Partner no.: of the agreement
--   usd           money              Amount, USD: at the rate of the day of payment
--   in_year       flag               In year: tier 1, counted agreement, in a form for the year, paid in it
--   cost_matched  flag               Cost known: programme answers on transfers and has expenditure for the year
--   row_id        row                Row: where it was submitted
SELECT
  t.transfer, p.code AS cs_profile, t.programme, t.partner, t.usd, t.in_year, t.cost_matched,
  t.row_id
FROM transfer t
JOIN list_stakeholder_types s ON s.code = t.stakeholder_type
JOIN list_cs_profiles p
  ON CASE p.code WHEN 'FUND' THEN s.cs_fund WHEN 'UN' THEN s.cs_un WHEN 'IOM' THEN s.cs_iom END
