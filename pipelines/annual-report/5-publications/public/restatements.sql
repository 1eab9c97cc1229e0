-- Restatements
-- Every public figure that moved since the year was closed. An old value that was withheld when it
-- was published stays so.
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
SELECT
  indicator, number, title, unit, dimension, category,
  decimal_text(old_value, iif(unit = 'usd', 2, NULL)) AS old_value,
  decimal_text(new_value, iif(unit = 'usd', 2, NULL)) AS new_value,
  old_reason, new_reason
FROM restatement
ORDER BY number, indicator, dimension IS NOT NULL, dimension, category
