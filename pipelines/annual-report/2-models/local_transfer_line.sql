-- Reaching local partners
-- Payments to local and national partners in year (+), less what they passed on (-), and what any
-- partner passed on to local and national sub-partners (+).
-- key: transfer
-- columns:
--   transfer    integer            Line no.: of a payment its number in Transfers, else below zero
--   programme   text               Programme: code of the Joint Programme
--   partner     integer            Partner no.: of the agreement
--   sub_region  code(sub_regions)  Sub-region: of the agreement's country
--   kind        text               Kind: paid, passed on, or received as sub-partner
--   usd         money              Amount, USD: with its sign
--   row_id      row                Row: where it was submitted
SELECT transfer, programme, partner, sub_region, 'paid' AS kind, usd, row_id
FROM transfer
WHERE in_year AND is_local
UNION ALL
-- A payment is the same thing here and there, so that what rests on it is withheld alike.
SELECT
  -row_number() OVER (ORDER BY kind, row_id), programme, partner, sub_region, kind, usd, row_id
FROM (
  SELECT t.programme, t.partner, t.sub_region, 'passed on' AS kind, -t.usd AS usd, t.row_id
  FROM transfer t
  WHERE t.tier_2_in_year AND t.is_local
  UNION ALL
  SELECT t.programme, t.partner, t.sub_region, 'received as sub-partner', t.usd, t.row_id
  FROM transfer t
  JOIN sheet_transfers s ON s.row_id = t.row_id
  JOIN list_levels l ON l.code = s.sub_partner_level
  WHERE t.tier_2_in_year AND l.is_local
)
