-- Agreements by CS profile
-- One row per agreement and definition of civil society that its partner falls under.
-- key: agreement, cs_profile
-- columns:
--   agreement    integer            Agreement no.: number within this release
--   cs_profile   code(cs_profiles)  Profile: definition of civil society
--   programme    text               Programme: code of the Joint Programme
--   in_year      flag               In year: the agreement is counted in year
--   row_id       row                Row: the row that speaks
SELECT a.agreement, p.code AS cs_profile, a.programme, a.in_year, a.row_id
FROM agreement a
JOIN list_stakeholder_types t ON t.code = a.stakeholder_type
JOIN list_cs_profiles p
  ON CASE p.code WHEN 'FUND' THEN t.cs_fund WHEN 'UN' THEN t.cs_un WHEN 'IOM' THEN t.cs_iom END
