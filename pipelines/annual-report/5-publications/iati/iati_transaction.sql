-- IATI transactions
-- Agreements counted since the start that are financial, as commitments on the day they were signed or
-- else began, and payments under counted agreements, as disbursements; recoveries are negative. Amounts
-- are in the currency agreed or paid. Planned agreements are no commitment, and money that partners passed
-- on is theirs to report.
-- key: programme, reference
-- columns:
--   programme          text  Programme: code
--   reference          text  Reference: number within this release
--   type               text  Type: code of the IATI list
--   day                date  Day: of signature, else the first day; of payment
--   currency           text  Currency: ISO 4217
--   amount             text  Amount: in this currency
--   provider           text  Provider: organisation that signed or paid
--   organisation_type  text  Type of the receiver: code of the IATI list
--   receiver           text  Receiver: name, empty without consent
--   country_code       text  Country: ISO 3166-1 alpha-2
SELECT
  programme, reference, type, day, currency, amount, provider, organisation_type, receiver,
  country_code
FROM (
  SELECT
    a.programme, 'C' || a.agreement AS reference, '2' AS type,
    coalesce(a.signed_on, a.start_on) AS day, a.currency,
    decimal_text(a.amount / 10000.0, NULL) AS amount,
    o.label_en AS provider, CAST(t.iati AS TEXT) AS organisation_type,
    iif(n.is_named, n.partner_name, NULL) AS receiver, k.alpha_2 AS country_code
  FROM agreement a
  JOIN list_punos o ON o.code = a.puno
  JOIN list_stakeholder_types t ON t.code = a.stakeholder_type
  JOIN partner_naming n ON n.partner = a.partner
  JOIN list_countries k ON k.code = a.country
  WHERE a.since_start AND a.is_financial
  UNION ALL
  SELECT
    p.programme, 'D' || p.transfer, '3', p.paid_on, p.currency,
    decimal_text(p.amount / 10000.0, NULL), o.label_en, CAST(t.iati AS TEXT),
    iif(n.is_named, n.partner_name, NULL), k.alpha_2
  FROM transfer p
  JOIN list_punos o ON o.code = p.puno
  JOIN list_stakeholder_types t ON t.code = p.stakeholder_type
  JOIN partner_naming n ON n.partner = p.partner
  JOIN list_countries k ON k.code = p.country
  WHERE p.since_start
)
ORDER BY programme, day, reference
