-- Projects
-- One project that a pooled fund pays for, with the names from the master tables.
-- key: project
-- columns:
--   project       integer  Project no.: number within this release
--   project_code  text     Project: code
--   fund          text     Fund: number in the master table
--   fund_name     text     Fund name: from the master table
--   partner       integer  Partner no.: number within this release
--   partner_name  text     Partner: as written
--   partner_type  text     Partner type: code from the master table
--   start_on      date     Start: first day
--   end_on        date     End: last day
--   budget_usd    money    Budget, USD: of the project
--   status        text     Status: of the project
--   row_id        row      Row: where it was submitted
SELECT
  row_number() OVER (ORDER BY p.row_id) AS project,
  p.project_code, p.fund, f.title AS fund_name, q.partner, p.partner_name,
  t.code AS partner_type, p.start_on, p.end_on, p.budget_usd, p.status, p.row_id
FROM sheet_projects p
JOIN submission s
  ON s.submission = p.submission AND s.folder_year = (SELECT year FROM period)
JOIN register_funds f ON f.fund = p.fund
JOIN register_partner_types t ON t.partner_type = p.partner_type
JOIN partner q ON q.partner_name = p.partner_name
