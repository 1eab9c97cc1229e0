-- Category 6 and transfers
-- Category 6 expenditure of live Joint Programmes (+) beside what they report to have passed on (-).
-- key: line
-- columns:
--   line       integer      Line no.: number within this release
--   programme  text         Programme: code of the Joint Programme
--   puno       code(punos)  PUNO: that spent or paid
--   kind       text         Kind: expenditure or transfer
--   usd        money        Amount, USD: expenditure positive, transfer negative
--   row_id     row          Row: in the register or in a form
SELECT
  row_number() OVER (ORDER BY programme, puno, kind, row_id) AS line,
  programme, puno, kind, usd, row_id
FROM (
  SELECT programme, puno, 'expenditure' AS kind, usd, row_id
  FROM expenditure
  WHERE is_transfers AND programme_live
  UNION ALL
  SELECT programme, puno, 'transfer', -usd, row_id
  FROM transfer
  WHERE in_year AND programme_live
)
