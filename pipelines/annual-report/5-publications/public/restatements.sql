-- Restatements
-- Every public figure that moved since the year was closed. An old value that was withheld when it
-- was published stays so. Of a share its parts tell what moved where its value did not, such as 0 of
-- 1 and 0 of 2; what moved while it was withheld is left out.
-- key: number, indicator, dimension, category
-- columns:
--   indicator  text     Indicator: code
--   number     integer  Number: of the restatement, counted from the closing of the year
--   title      text     Figure: working title
--   unit       text     Unit: percent runs from 0 to 100
--   dimension  text     Dimension: machine name, several joined by ×
--   category   text     Category, code: several joined by ×
--   old_value  number   Old value, in the unit: before
--   new_value  number   New value, in the unit: since
--   old_reason text     Reason, old value: why there is none
--   new_reason text     Reason, new value: why there is none
--   old_numerator    decimal  Old numerator: of a share
--   old_denominator  decimal  Old denominator: of a share
--   new_numerator    decimal  New numerator: of a share
--   new_denominator  decimal  New denominator: of a share
SELECT
  indicator, number, title, unit, dimension, category,
  decimal_text(old_value, iif(unit = 'usd', 2, NULL)) AS old_value,
  decimal_text(new_value, iif(unit = 'usd', 2, NULL)) AS new_value,
  old_reason, new_reason,
  decimal_text(old_numerator, NULL) AS old_numerator,
  decimal_text(old_denominator, NULL) AS old_denominator,
  decimal_text(new_numerator, NULL) AS new_numerator,
  decimal_text(new_denominator, NULL) AS new_denominator
FROM restatement
WHERE NOT (
  old_value IS new_value AND old_reason IS new_reason
  AND old_numerator IS new_numerator AND old_denominator IS new_denominator
)
ORDER BY number, indicator, dimension IS NOT NULL, dimension, category
