-- Breakdowns
-- What each figure is broken down by. Where parts overlap, one thing may stand in several categories
-- and the parts may add up to more than the total. The digest changes with the definition.
-- key: indicator, dimension
-- columns:
--   indicator   text     Indicator: code
--   dimension   text     Dimension: machine name, several joined by ×; empty for the total
--   overlaps    flag     Overlaps: parts may add up to more than the total
--   categories  integer  Categories: how many there are in this release
--   definition  text     Definition: digest of everything the figure rests on
SELECT
  d.indicator, d.dimension, d.overlaps,
  (
    SELECT count(*) FROM figure f WHERE f.indicator = d.indicator AND f.dimension IS d.dimension
  ) AS categories,
  d.definition
FROM figure_definition d
ORDER BY d.rowid
