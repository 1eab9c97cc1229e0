-- State of the release
-- How many live Joint Programmes have reported, and that the release is provisional while these are
-- fewer than 80 %. No row while none is live.
-- key: state
-- columns:
--   state  text  State: as said on every sheet
SELECT
  iif(100.0 * sum(reporting) / sum(live) < 80, 'PROVISIONAL – ', '')
    || sum(reporting) || ' of ' || sum(live) || ' live Joint Programmes have reported' AS state
FROM programme
HAVING sum(live) > 0
