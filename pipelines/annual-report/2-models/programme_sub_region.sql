-- Programmes by sub-region
-- One row per Joint Programme and sub-region of its countries.
-- key: programme, sub_region
-- because: agreement on programme
-- columns:
--   programme           text               Programme: code
--   sub_region          code(sub_regions)  Sub-region: M49, finest level
--   live                flag               Live: in force on a day of the year
--   answers_agreements  flag               Answers, agreements: rows or a nil report for the year
--   agreements          integer            Agreements: counted in year, anywhere
SELECT DISTINCT g.programme, k.sub_region, g.live, g.answers_agreements, g.agreements
FROM programme g
JOIN register_programmes p ON p.programme_code = g.programme
JOIN register_programmes_countries c ON c.row_id = p.row_id
JOIN list_countries k ON k.code = c.value
