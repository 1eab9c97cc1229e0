-- Restatements
-- Every published figure that moved since the year was closed: old and new value, who decided it,
-- when and why. Figures that were restated bear the mark [r].
-- key: number, indicator, dimension, category
-- columns:
--   number           integer  Number: of the restatement, counted from the closing of the year
--   restated_on      date     Restated on: day of the decision
--   restated_by      text     Restated by: who decided it
--   why              text     Reason: as given
--   previous         text     Release before: whose figures these were
--   indicator        text     Indicator: code
--   title            text     Title: working title
--   unit             text     Unit: count, percent, usd, number or days
--   dimension        text     Dimension: machine name, several joined by ×
--   category         text     Category: code, several joined by ×
--   old_value        decimal  Old value: empty where there was none
--   new_value        decimal  New value: empty where there is none
--   old_reason       text     Why no old value: code
--   new_reason       text     Why no new value: code
--   old_numerator    decimal  Old numerator: of a share
--   old_denominator  decimal  Old denominator: of a share
--   new_numerator    decimal  New numerator: of a share
--   new_denominator  decimal  New denominator: of a share
SELECT
  number, restated_on, restated_by, why, previous, indicator, title, unit, dimension, category,
  decimal_text(old_value, iif(unit = 'usd', 2, NULL)) AS old_value,
  decimal_text(new_value, iif(unit = 'usd', 2, NULL)) AS new_value,
  old_reason, new_reason,
  decimal_text(old_numerator, NULL) AS old_numerator,
  decimal_text(old_denominator, NULL) AS old_denominator,
  decimal_text(new_numerator, NULL) AS new_numerator,
  decimal_text(new_denominator, NULL) AS new_denominator
FROM restatement
ORDER BY number, indicator, dimension IS NOT NULL, dimension, category
