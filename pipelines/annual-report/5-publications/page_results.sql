-- Results of the page
-- Every result of the framework with its baseline, the target of the year, its value and status.
-- key: rf_code
-- columns:
--   rf_code        text             Code: of the result
--   level          code(rf_levels)  Level: impact, outcome or output
--   statement      text             Statement: of the result
--   indicator      text             Figure: code; none if entered by hand
--   category       text             Category, code: of the figure, where it is no total
--   unit           text             Unit: of value, baseline and target
--   baseline_year  integer          Baseline year: of the baseline
--   baseline       number           Baseline: value in that year
--   target         number           Target: of the reporting year
--   value          number           Value: of the reporting year
--   numerator      decimal          Numerator: of a share
--   denominator    decimal          Denominator: of a share
--   status         text             Status: against the target, in words
--   reason         text             Reason: why there is no value
SELECT
  w.rf_code, w.level, w.statement, w.indicator, w.category, w.unit, w.baseline_year, w.baseline,
  w.target, w.value, w.numerator, w.denominator, s.label_en AS status,
  iif(w.value IS NULL, coalesce(f.reason, 'NO_DATA'), NULL) AS reason
FROM framework w
LEFT JOIN list_result_statuses s ON s.code = w.status
LEFT JOIN figure f
  ON f.indicator = w.indicator AND f.dimension IS w.dimension AND f.category IS w.category
ORDER BY length(w.rf_code), w.rf_code
