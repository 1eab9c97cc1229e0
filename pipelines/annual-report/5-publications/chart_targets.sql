-- Chart of targets
-- How far each result with a target has come on the way from its baseline; left out is what has no
-- value, no way to go, or a definition that changed since.
-- key: result
-- columns:
--   result   text    Result: code and statement
--   reached  number  Reached: percent of the way from baseline to target
SELECT
  f.rf_code || ' ' || f.statement AS result,
  round(100.0 * (f.value - coalesce(f.baseline, 0)) / (f.target - coalesce(f.baseline, 0)), 1)
    AS reached
FROM framework f
JOIN register_results_framework r USING (rf_code)
WHERE f.value IS NOT NULL AND f.target <> coalesce(f.baseline, 0)
  AND f.status <> 'NOT_COMPARABLE'
ORDER BY r.row_id
