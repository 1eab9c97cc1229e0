-- Figures of the page
-- Every figure of the period.
-- key: indicator, dimension, category
-- columns:
--   indicator    text     Indicator: code
--   title        text     Figure: working title
--   chapter      text     Chapter: of the report
--   unit         text     Unit: percent runs from 0 to 100
--   dimension    text     Dimension: machine name, several joined by ×
--   category     text     Category: code, several joined by ×
--   value        number   Value: in the unit
--   numerator    decimal  Numerator: of a share
--   denominator  decimal  Denominator: of a share
--   coverage     decimal  Coverage, %: of what could be known that is known
--   reason       text     Reason: why there is no value
SELECT
  indicator, title, chapter, unit, dimension, category, value, numerator, denominator, coverage,
  reason
FROM figure
ORDER BY figure
