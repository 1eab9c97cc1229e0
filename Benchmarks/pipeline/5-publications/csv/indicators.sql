-- Figures
-- Every figure of the period: the total of an indicator has no dimension and no category.
-- key: period, indicator, dimension, category
-- columns:
--   period       integer  Period: reporting year
--   indicator    text     Indicator: code
--   title        text     Title: working title
--   chapter      text     Chapter: of the report
--   unit         text     Unit: count, percent, usd, number or days
--   dimension    text     Dimension: machine name, several joined by ×
--   category     text     Category: code, several joined by ×
--   value        decimal  Value: percent 0 to 100 unrounded, USD with two decimals
--   numerator    decimal  Numerator: of a share
--   denominator  decimal  Denominator: of a share
--   coverage     decimal  Coverage: percent of what could be known that is known
--   baseline     decimal  Baseline: from the results framework
--   target       decimal  Target: of the year, from the results framework
--   status       text     Status: against the target
--   reason       text     Reason: why there is no value
SELECT
  period, indicator, title, chapter, unit, dimension, category,
  decimal_text(value, iif(unit = 'usd', 2, NULL)) AS value,
  decimal_text(numerator, iif(in_usd, 2, NULL)) AS numerator,
  decimal_text(denominator, iif(in_usd, 2, NULL)) AS denominator,
  decimal_text(coverage, NULL) AS coverage,
  NULL AS baseline, NULL AS target, NULL AS status, reason
FROM figure
ORDER BY figure
