-- Agreement rows
-- The accepted rows as published.
-- key: file, row
-- columns:
--   file            text     File: relative to the data folder
--   sheet           text     Sheet: as named in the file
--   row             integer  Row: of the sheet
--   beneficiary     text     Beneficiary: as written
--   beneficiary_id  text     Registration no.: as written
--   agreed_on       date     Agreed on: day of the agreement
--   purpose         text     Purpose: as written
--   nature          text     Nature: in money or in kind
--   amount_eur      money    Amount, EUR: empty where none is given
SELECT
  l.file, l.sheet, l.row, a.beneficiary, a.beneficiary_id, a.agreed_on, a.purpose,
  a.nature, a.amount_eur
FROM agreement a
JOIN landed_row l ON l.row_id = a.row_id
ORDER BY a.row_id
