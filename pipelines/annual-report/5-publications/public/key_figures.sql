-- Key figures
-- The total of every public figure of the period.
-- key: indicator
-- columns:
--   indicator    text     Indicator: code
--   title        text     Figure: working title
--   chapter      text     Chapter: of the report
--   unit         text     Unit: percent runs from 0 to 100
--   value        number   Value, in the unit: percent unrounded, USD with two decimals
--   numerator    decimal  Numerator: of a share
--   denominator  decimal  Denominator: of a share
--   coverage     decimal  Coverage, %: of what could be known that is known
--   reason       text     Reason: why there is no value
SELECT
  indicator, title, chapter, unit,
  decimal_text(value, iif(unit = 'usd', 2, NULL)) AS value,
  decimal_text(numerator, iif(in_usd, 2, NULL)) AS numerator,
  decimal_text(denominator, iif(in_usd, 2, NULL)) AS denominator,
  decimal_text(coverage, NULL) AS coverage,
  reason
FROM figure
WHERE dimension IS NULL
ORDER BY figure
