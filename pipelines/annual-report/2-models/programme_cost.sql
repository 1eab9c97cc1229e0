-- Programme cost
-- Expenditure of the year in UNDG categories 1 to 7, and whether the Joint Programme answers on
-- transfers, so that both sides of a share are of the same programmes.
-- key: programme, puno, category
-- columns:
--   programme       text                   Programme: code of the Joint Programme
--   puno            code(punos)            PUNO: that spent
--   category        code(undg_categories)  Category: UNDG budget category
--   usd             money                  Expenditure, USD: in the year, may be negative
--   programme_live  flag                   Programme live: in force on a day of the year
--   cost_matched    flag                   Cost known: programme answers on transfers
--   row_id          row                    Row: in the register
SELECT
  e.programme, e.puno, e.category, e.usd, e.programme_live,
  g.answers_transfers AS cost_matched, e.row_id
FROM expenditure e
JOIN programme g ON g.programme = e.programme
WHERE e.is_programme_cost
