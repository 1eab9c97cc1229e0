-- State of the release
-- One line while fewer than 80 % of live Joint Programmes have reported; none afterwards.
-- key: state
-- columns:
--   state  text  State: as said on every sheet
SELECT
  'PROVISIONAL – ' || sum(reporting) || ' of ' || sum(live)
    || ' live Joint Programmes have reported' AS state
FROM programme
HAVING 100.0 * sum(reporting) / sum(live) < 80
