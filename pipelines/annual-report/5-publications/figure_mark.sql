-- Marks of figures
-- The mark a figure with a value bears: [r] where it was restated since the year was closed, else
-- [p] while the release is provisional.
-- key: figure
-- columns:
--   figure  integer  Figure: its number in this release
--   mark    text     Mark: [r] or [p]; none otherwise
SELECT
  f.figure,
  CASE
    WHEN r.indicator IS NOT NULL THEN '[r]'
    WHEN (SELECT is_provisional FROM release_state) THEN '[p]'
  END AS mark
FROM figure f
LEFT JOIN (SELECT DISTINCT indicator, dimension, category FROM restatement) r
  ON r.indicator = f.indicator AND r.dimension IS f.dimension AND r.category IS f.category
WHERE f.value IS NOT NULL
