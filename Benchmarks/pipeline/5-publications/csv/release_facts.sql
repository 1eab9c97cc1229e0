-- Release facts
-- What the cover says about this release.
-- key: position
-- columns:
--   position  integer  No.: order on the cover
--   label     text     Fact: what is stated
--   value     text     Value: as printed
SELECT position, label, value FROM (
  SELECT 1 AS position, 'Year' AS label, CAST(year AS TEXT) AS value FROM period
  UNION ALL
  SELECT 2, 'Rows', coalesce(sum(rows_read), 0) || ' read, ' || coalesce(sum(accepted), 0) || ' accepted, '
    || coalesce(sum(quarantined), 0) || ' quarantined'
  FROM sheet_count
)
ORDER BY position
