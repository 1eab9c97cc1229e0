-- Expenditure
-- Certified expenditure of the year by Joint Programme, PUNO and UNDG category.
-- key: programme, puno, category
-- columns:
--   programme          text                   Programme: code of the Joint Programme
--   puno               code(punos)            PUNO: that spent
--   category           code(undg_categories)  Category: UNDG budget category
--   usd                money                  Expenditure, USD: in the year, may be negative
--   is_programme_cost  flag                   Programme cost: categories 1 to 7
--   is_transfers       flag                   Category 6: transfers and grants to counterparts
--   programme_live     flag                   Programme live: in force on a day of the year
--   row_id             row                    Row: in the register
SELECT
  c.programme, f.puno, f.category, f.expenditure_usd AS usd,
  k.programme_cost AS is_programme_cost,
  k.transfers AS is_transfers,
  g.live AS programme_live,
  f.row_id
FROM register_financials f
JOIN programme_code c ON c.spelling = code_key(f.programme_code)
JOIN list_undg_categories k ON k.code = f.category
-- Not from the model `programme`, which rests on forms: expenditure is known of silent programmes too.
JOIN (
  SELECT p.programme_code, p.start_on <= y.ends_on AND p.end_on >= y.starts_on AS live
  FROM register_programmes p CROSS JOIN period y
) g ON g.programme_code = c.programme
WHERE f.year = (SELECT year FROM period)
