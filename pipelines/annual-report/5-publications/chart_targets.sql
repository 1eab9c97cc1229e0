-- Chart of targets
-- How far each result with a target has come, where the way is upwards.
-- key: result
-- columns:
--   result   text    Result: code and statement
--   reached  number  Reached: value in percent of the target
SELECT rf_code || ' ' || statement AS result, round(100.0 * value / target, 1) AS reached
FROM framework f
JOIN register_results_framework r USING (rf_code)
WHERE value IS NOT NULL AND target > 0 AND r.direction = 'UP'
ORDER BY r.row_id
