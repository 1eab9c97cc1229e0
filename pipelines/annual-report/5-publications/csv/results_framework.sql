-- Results framework (table)
-- Every result of the framework with its baseline, the target of the year, its value and status.
-- key: rf_code
-- columns:
--   rf_code                text             Code: of the result
--   level                  code(rf_levels)  Level: impact, outcome or output
--   statement              text             Statement: of the result
--   indicator              text             Indicator: figure behind it, empty if entered by hand
--   unit                   text             Unit: of value, baseline and target
--   baseline_year          integer          Baseline year: of the baseline
--   baseline               number           Baseline: value in that year
--   target                 number           Target: of the reporting year
--   value                  number           Value: of the reporting year, unrounded
--   numerator              number           Numerator: of a share
--   denominator            number           Denominator: of a share
--   status                 text             Status: MET, NEARLY, NOT_MET, NO_TARGET or PROVISIONAL
--   means_of_verification  text             Means of verification: where the value comes from
SELECT
  rf_code, level, statement, indicator, unit, baseline_year, baseline, target, value, numerator,
  denominator, status, means_of_verification
FROM framework
ORDER BY length(rf_code), rf_code
