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
WITH part AS (
  -- Entered by hand, it may count people unless the register says that it does not.
  SELECT
    w.*, iif(w.unit IS 'percent', w.numerator, w.value) AS part,
    w.indicator IS NULL AND r.counts_people IS NOT 0 AS may_count_people
  FROM framework w
  JOIN register_results_framework r ON r.rf_code = w.rf_code
),
few AS (SELECT (SELECT below - 1 FROM protected_kind WHERE kind = 'people') AS few),
shown AS (
  -- Few, as disclosure.yml has it of people, and of what a share leaves over too. Where it says
  -- no number for people, none of these values is shown.
  SELECT
    *,
    may_count_people AND (
      part BETWEEN 1 AND few OR denominator BETWEEN 1 AND few
      OR denominator - part BETWEEN 1 AND few OR few IS NULL
    ) IS TRUE AS is_withheld,
    may_count_people AND unit IS NOT 'percent' AND (baseline BETWEEN 1 AND few OR few IS NULL) IS TRUE
      AS was_few
  FROM part, few
)
SELECT
  w.rf_code, w.level, w.statement, w.indicator, w.category, w.unit, w.baseline_year,
  iif(w.was_few, NULL, w.baseline) AS baseline, w.target,
  iif(w.is_withheld, NULL, w.value) AS value,
  iif(w.is_withheld, NULL, w.numerator) AS numerator,
  iif(w.is_withheld, NULL, w.denominator) AS denominator,
  iif(w.is_withheld, NULL, w.status) AS status,
  iif(w.is_withheld, NULL, s.label_en) AS status_in_words,
  w.means_of_verification,
  CASE
    WHEN w.is_withheld THEN 'SUPPRESSED'
    WHEN w.value IS NULL THEN coalesce(f.reason, 'NO_DATA')
  END AS reason,
  m.mark
FROM shown w
LEFT JOIN list_result_statuses s ON s.code = w.status
LEFT JOIN figure f
  ON f.indicator = w.indicator AND f.dimension IS w.dimension AND f.category IS w.category
LEFT JOIN figure_mark m ON m.figure = f.figure
WHERE w.indicator IS NULL OR f.figure IS NOT NULL
ORDER BY length(w.rf_code), w.rf_code
