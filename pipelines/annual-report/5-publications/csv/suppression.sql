-- Withheld from the public
-- Every figure whose numbers the public edition withholds, and why. Internal.
-- key: indicator, dimension, category
-- columns:
--   indicator  text  Indicator: code
--   dimension  text  Dimension: machine name, several joined by ×
--   category   text  Category: code, several joined by ×
--   part       text  Part: primary, or secondary where it would give another away
--   rule       text  Rule: that withholds it
SELECT f.indicator, f.dimension, f.category, d.part, d.rule
FROM disclosed d
JOIN figure f ON f.figure = d.figure
WHERE d.state = 'suppressed'
ORDER BY f.figure
