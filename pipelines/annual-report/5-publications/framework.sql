-- Results framework
-- Every result of the framework with its baseline, the target of the year, its value and how far it
-- has come. Status: NO_TARGET without one; NOT_COMPARABLE where the definition has changed since
-- the baseline or last year's release; PROVISIONAL while fewer than 80 % of live Joint
-- Programmes have reported, for values that rest on their forms; MET when the value reaches the
-- target in its direction; NEARLY from 90 % of the way from baseline to target (from 0 where a
-- rising result has no baseline); else NOT_MET. Without a value there is none.
-- key: rf_code
-- columns:
--   rf_code                text                   Code: of the result
--   level                  code(rf_levels)        Level: impact, outcome or output
--   statement              text                   Statement: of the result
--   indicator              text                   Indicator: figure behind it, empty if entered by hand
--   dimension              text                   By: dimension of that figure
--   category               text                   Category: of that dimension
--   unit                   text                   Unit: of value, baseline and target
--   baseline_year          integer                Baseline year: of the baseline
--   baseline               number                 Baseline: value in that year
--   target                 number                 Target: of the reporting year
--   value                  number                 Value: of the reporting year
--   numerator              number                 Numerator: of a share
--   denominator            number                 Denominator: of a share
--   status                 code(result_statuses)  Status: against the target
--   means_of_verification  text                   Means of verification: where the value comes from
WITH valued AS (
  SELECT
    r.*,
    CAST(r.baseline AS REAL) AS base,
    CAST(t.value AS REAL) AS goal,
    CASE WHEN r.indicator IS NULL THEN CAST(h.value AS REAL) ELSE f.value END AS reached,
    CASE WHEN r.indicator IS NULL THEN CAST(h.numerator AS REAL) ELSE f.numerator END AS part,
    CASE WHEN r.indicator IS NULL THEN CAST(h.denominator AS REAL) ELSE f.denominator END AS whole,
    EXISTS (
      SELECT 1 FROM year_series s
      WHERE s.indicator = r.indicator AND s.dimension IS r.dimension AND s.category IS r.category
        AND s.year IN (r.baseline_year, (SELECT year - 1 FROM period)) AND NOT s.comparable
    ) AS is_broken,
    (SELECT is_provisional FROM release_state) AS is_early
  FROM register_results_framework r
  LEFT JOIN register_targets t
    ON t.rf_code = r.rf_code AND t.year = (SELECT year FROM period)
  LEFT JOIN register_rf_values h
    ON h.rf_code = r.rf_code AND h.year = (SELECT year FROM period)
  LEFT JOIN figure f
    ON f.indicator = r.indicator AND f.dimension IS r.dimension AND f.category IS r.category
)
SELECT
  rf_code, level, statement_en AS statement, indicator, dimension, category, unit, baseline_year,
  base AS baseline, goal AS target, reached AS value, part AS numerator, whole AS denominator,
  CASE
    WHEN reached IS NULL THEN NULL
    WHEN goal IS NULL THEN 'NO_TARGET'
    WHEN is_broken THEN 'NOT_COMPARABLE'
    WHEN indicator IS NOT NULL AND is_early THEN 'PROVISIONAL'
    WHEN direction = 'UP' AND reached >= goal THEN 'MET'
    WHEN direction = 'DOWN' AND reached <= goal THEN 'MET'
    WHEN direction = 'UP' AND goal > coalesce(base, 0)
      AND reached - coalesce(base, 0) >= 0.9 * (goal - coalesce(base, 0)) THEN 'NEARLY'
    WHEN direction = 'DOWN' AND base > goal AND base - reached >= 0.9 * (base - goal) THEN 'NEARLY'
    ELSE 'NOT_MET'
  END AS status,
  means_of_verification
FROM valued
ORDER BY row_id
