-- Agreements
-- One accepted row of the forms.
-- key: row_id
-- columns:
--   row_id            row                      Row: where it was submitted
--   programme         text                     Programme: code of the Joint Programme
--   agreement_ref     text                     Agreement ref: as submitted
--   reference         text                     Reference: trimmed and case folded
--   partner_name      text                     Partner: as submitted
--   partner           integer                  Partner no.: by folded name and country
--   stakeholder_type  code(stakeholder_types)  Partner type: as submitted
--   level             code(levels)             Level: as submitted
--   country           code(countries)          Country: where the partner works
--   thematic_area     code(thematic_areas)     Thematic area: of the programme
--   agreement_type    code(agreement_types)    Agreement type: as submitted
--   form              code(agreement_forms)    Form: financial or other
--   currency          code(currencies)         Currency: of the amount
--   amount            amount                   Amount: in its currency
--   start_on          date                     Start: first day
--   end_on            date                     End: last day, empty while open
--   usd               money                    Amount, USD: at the rate of signature
--   in_year           flag                     In year: in force on a day of the year
--   is_financial      flag                     Financial: with an amount in USD
--   is_financial_in_year  flag                 Financial, in year: both
SELECT
  a.row_id, s.programme_code AS programme, a.agreement_ref, code_key(a.agreement_ref) AS reference,
  a.partner_name, dense_rank() OVER (ORDER BY fold(a.partner_name), a.country) AS partner,
  a.stakeholder_type, a.level, a.country, p.thematic_area, a.agreement_type, a.form, a.currency,
  a.amount, a.start_on, a.end_on,
  usd(a.amount, CASE WHEN a.currency = 'USD' THEN '1' ELSE r.units_per_usd END) AS usd,
  a.start_on <= y.ends_on AND (a.end_on IS NULL OR a.end_on >= y.starts_on) AS in_year,
  a.amount IS NOT NULL AS is_financial,
  a.amount IS NOT NULL AND a.start_on <= y.ends_on
    AND (a.end_on IS NULL OR a.end_on >= y.starts_on) AS is_financial_in_year
FROM sheet_agreements a
JOIN sheet_programme s ON s.submission = a.submission
JOIN register_programmes p ON p.programme_code = s.programme_code
LEFT JOIN register_exchange_rates r ON r.currency = a.currency
  AND r.effective_from = substr(a.signed_on, 1, 8) || '01'
CROSS JOIN period y
