-- Project rows
-- The accepted rows, with the names from the master tables.
-- key: file, row
-- columns:
--   file          text     File: relative to the data folder
--   row           integer  Row: line in the file
--   project_code  text     Project: code
--   fund          text     Fund: number in the master table
--   fund_name     text     Fund name: from the master table
--   partner_name  text     Partner: as written
--   partner_type  text     Partner type: code from the master table
--   start_on      date     Start: first day
--   end_on        date     End: last day
--   budget_usd    money    Budget, USD: of the project
--   status        text     Status: of the project
SELECT
  l.file, l.row, p.project_code, p.fund, p.fund_name, p.partner_name, p.partner_type, p.start_on,
  p.end_on, p.budget_usd, p.status
FROM project p
JOIN landed_row l ON l.row_id = p.row_id
ORDER BY p.row_id
