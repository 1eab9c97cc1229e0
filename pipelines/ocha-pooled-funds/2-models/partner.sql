-- Partners
-- Every partner named in a project, by its name as written.
-- key: partner
-- columns:
--   partner       integer  Partner no.: number within this release
--   partner_name  text     Partner: as written
SELECT row_number() OVER (ORDER BY partner_name) AS partner, partner_name
FROM (SELECT DISTINCT partner_name FROM sheet_projects)
