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
--   mark         text     Mark: [r] restated since the year was closed; [p] provisional
SELECT
  f.indicator, f.title, f.chapter, f.unit,
  decimal_text(f.value, iif(f.unit = 'usd', 2, NULL)) AS value,
  decimal_text(f.numerator, iif(f.in_usd, 2, NULL)) AS numerator,
  decimal_text(f.denominator, iif(f.in_usd, 2, NULL)) AS denominator,
  decimal_text(f.coverage, NULL) AS coverage,
  f.reason, m.mark
FROM figure f
LEFT JOIN figure_mark m ON m.figure = f.figure
WHERE f.dimension IS NULL
ORDER BY f.figure
