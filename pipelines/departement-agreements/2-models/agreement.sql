-- Agreements
-- One row of the published lists, also where it names no beneficiary or no amount.
-- key: agreement
-- columns:
--   agreement       integer  Agreement no.: number within this release
--   beneficiary     text     Beneficiary: as written
--   beneficiary_no  integer  Beneficiary no.: by its registration number, else by its name
--   beneficiary_id  text     Registration no.: as written, all its digits
--   agreed_on       date     Agreed on: day of the agreement
--   purpose         text     Purpose: as written
--   nature          text     Nature: in money or in kind
--   amount_eur      money    Amount, EUR: empty where the list gives none
--   has_amount      flag     With an amount: the list gives one
--   row_id          row      Row: where it was published
SELECT
  row_number() OVER (ORDER BY a.row_id) AS agreement,
  a.beneficiary,
  CASE
    WHEN coalesce(a.beneficiary_id, a.beneficiary) IS NOT NULL
      THEN dense_rank() OVER (ORDER BY coalesce(a.beneficiary_id, fold(a.beneficiary)))
  END AS beneficiary_no,
  a.beneficiary_id, a.agreed_on, a.purpose, a.nature, a.amount_eur,
  a.amount_eur IS NOT NULL AS has_amount,
  a.row_id
FROM sheet_agreements a
JOIN submission s
  ON s.submission = a.submission AND s.folder_year = (SELECT year FROM period)
