-- All figures
-- Every public figure of the period: the total of an indicator has no dimension and no category.
-- key: period, indicator, dimension, category
-- columns:
--   period       integer  Period: reporting year
--   indicator    text     Indicator: code
--   title        text     Figure: working title
--   chapter      text     Chapter: of the report
--   unit         text     Unit: of value, baseline and target; percent runs from 0 to 100
--   dimension    text     Dimension: machine name, several joined by ×
--   category     text     Category, code: several joined by ×
--   label        text     Category: in words
--   value        number   Value, in the unit: percent unrounded, USD with two decimals
--   numerator    decimal  Numerator: of a share
--   denominator  decimal  Denominator: of a share
--   coverage     decimal  Coverage, %: of what could be known that is known
--   baseline     number   Baseline, in the unit: from the results framework
--   target       number   Target, in the unit: of the year, from the results framework
--   status       text     Status: against the target
--   reason       text     Reason: why there is no value
--   mark         text     Mark: [r] restated since the year was closed; [p] provisional
SELECT
  f.period, f.indicator, f.title, f.chapter, f.unit, f.dimension, f.category, l.label,
  decimal_text(f.value, iif(f.unit = 'usd', 2, NULL)) AS value,
  decimal_text(f.numerator, iif(f.in_usd, 2, NULL)) AS numerator,
  decimal_text(f.denominator, iif(f.in_usd, 2, NULL)) AS denominator,
  decimal_text(f.coverage, NULL) AS coverage,
  decimal_text(w.baseline, NULL) AS baseline,
  decimal_text(w.target, NULL) AS target,
  w.status, f.reason, m.mark
FROM figure f
LEFT JOIN figure_mark m ON m.figure = f.figure
LEFT JOIN figure_label l ON l.dimension = f.dimension AND l.category = f.category
LEFT JOIN framework w
  ON w.indicator = f.indicator AND w.dimension IS f.dimension AND w.category IS f.category
  AND w.rf_code = (
    SELECT min(x.rf_code) FROM framework x
    WHERE x.indicator = w.indicator AND x.dimension IS w.dimension AND x.category IS w.category
  )
ORDER BY f.figure
