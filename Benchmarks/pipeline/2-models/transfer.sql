-- Transfers
-- One accepted payment whose agreement is known.
-- key: row_id
-- columns:
--   row_id            row                      Row: where it was submitted
--   programme         text                     Programme: code of the Joint Programme
--   agreement_ref     text                     Agreement ref: as submitted
--   partner_name      text                     Partner: of the agreement
--   stakeholder_type  code(stakeholder_types)  Partner type: of the agreement
--   level             code(levels)             Level: of the agreement
--   country           code(countries)          Country: of the agreement
--   paid_on           date                     Paid on: day of payment
--   currency          code(currencies)         Currency: of the amount
--   amount            amount                   Amount: in its currency
--   usd               money                    Amount, USD: at the rate of the day
--   in_year           flag                     In year: paid in the year
--   is_local_in_year  flag                     Local, in year: to a local or national partner
SELECT
  t.row_id, a.programme, t.agreement_ref, a.partner_name, a.stakeholder_type, a.level, a.country,
  t.paid_on, t.currency, t.amount,
  usd(t.amount, CASE WHEN t.currency = 'USD' THEN '1' ELSE r.units_per_usd END) AS usd,
  t.paid_on BETWEEN y.starts_on AND y.ends_on AS in_year,
  l.is_local AND t.paid_on BETWEEN y.starts_on AND y.ends_on AS is_local_in_year
FROM sheet_transfers t
JOIN sheet_programme s ON s.submission = t.submission
JOIN agreement a ON a.programme = s.programme_code AND a.reference = code_key(t.agreement_ref)
JOIN list_levels l ON l.code = a.level
LEFT JOIN register_exchange_rates r ON r.currency = t.currency
  AND r.effective_from = substr(t.paid_on, 1, 8) || '01'
CROSS JOIN period y
