-- Results framework
-- Every result with its baseline, the target of the year, its value and status.
-- key: rf_code
-- columns:
--   rf_code                text             Result, code: of the framework
--   level                  code(rf_levels)  Level: impact, outcome or output
--   statement              text             Statement: of the result
--   indicator              text             Indicator: figure behind it; none if entered by hand
--   category               text             Category, code: of the figure, where it is no total
--   unit                   text             Unit: of value, baseline and target
--   baseline_year          integer          Baseline year: of the baseline
--   baseline               number           Baseline, in the unit: value in that year
--   target                 number           Target, in the unit: of the reporting year
--   value                  number           Value, in the unit: of the reporting year, unrounded
--   numerator              decimal          Numerator: of a share
--   denominator            decimal          Denominator: of a share
--   status                 text             Status: against the target
--   status_in_words        text             Status, in words: against the target
--   means_of_verification  text             Means of verification: where the value comes from
--   reason                 text             Reason: why there is no value
--   mark                   text             Mark: [r] restated since the year was closed; [p] provisional
SELECT
  w.rf_code, w.level, w.statement, w.indicator, w.category, w.unit, w.baseline_year, w.baseline,
  w.target, w.value, w.numerator, w.denominator, w.status, s.label_en AS status_in_words,
  w.means_of_verification,
  CASE WHEN w.value IS NULL THEN coalesce(f.reason, 'NO_DATA') END AS reason,
  m.mark
FROM framework w
LEFT JOIN list_result_statuses s ON s.code = w.status
LEFT JOIN figure f
  ON f.indicator = w.indicator AND f.dimension IS w.dimension AND f.category IS w.category
LEFT JOIN figure_mark m ON m.figure = f.figure
WHERE w.indicator IS NULL OR f.figure IS NOT NULL
ORDER BY length(w.rf_code), w.rf_code
