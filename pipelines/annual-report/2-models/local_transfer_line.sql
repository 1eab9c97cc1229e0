-- Reaching local partners
-- Payments to local and national partners in year (+), less what they passed on (-), and what any
-- partner passed on to local and national sub-partners (+).
-- key: line
-- columns:
--   line        integer            Line no.: number within this release
--   programme   text               Programme: code of the Joint Programme
--   sub_region  code(sub_regions)  Sub-region: of the agreement's country
--   kind        text               Kind: paid, passed on, or received as sub-partner
--   usd         money              Amount, USD: with its sign
--   row_id      row                Row: where it was submitted
SELECT
  row_number() OVER (ORDER BY kind, row_id) AS line, programme, sub_region, kind, usd, row_id
FROM (
  SELECT programme, sub_region, 'paid' AS kind, usd, row_id
  FROM transfer
  WHERE in_year AND is_local
  UNION ALL
  SELECT t.programme, t.sub_region, 'passed on', -t.usd, t.row_id
  FROM transfer t
  WHERE t.tier_2_in_year AND t.is_local
  UNION ALL
  SELECT t.programme, t.sub_region, 'received as sub-partner', t.usd, t.row_id
  FROM transfer t
  JOIN sheet_transfers s ON s.row_id = t.row_id
  JOIN list_levels l ON l.code = s.sub_partner_level
  WHERE t.tier_2_in_year AND l.is_local
)
