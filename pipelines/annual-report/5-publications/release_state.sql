-- State of the release
-- How many live Joint Programmes have reported, and that the release is provisional while these are
-- fewer than 80 %. No row while none is live.
-- key: state
-- columns:
--   state           text  State: as said on every sheet
--   is_provisional  flag  Provisional: fewer than 80 % have reported
SELECT
  iif(is_provisional, 'PROVISIONAL – ', '')
    || reporting || ' of ' || live || ' live Joint Programmes have reported' AS state,
  is_provisional
FROM (
  SELECT
    sum(reporting) AS reporting, sum(live) AS live,
    100.0 * sum(reporting) / sum(live) < 80 AS is_provisional
  FROM programme
)
WHERE live > 0
