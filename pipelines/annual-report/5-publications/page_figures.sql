-- Figures of the page
-- Every figure of the period, with last year's where it may be compared.
-- key: indicator, dimension, category
-- columns:
--   indicator         text     Code: of the figure
--   title             text     Figure: working title
--   chapter           text     Chapter: of the report
--   unit              text     Unit: percent runs from 0 to 100
--   dimension         text     Dimension: machine name, several joined by ×
--   category          text     Category, code: several joined by ×
--   label             text     Category: in words
--   value             number   Value: in the unit
--   numerator         decimal  Numerator: of a share
--   denominator       decimal  Denominator: of a share
--   last_value        number   Last year: of totals, where it may be compared
--   last_numerator    decimal  Last year, numerator: of a share
--   last_denominator  decimal  Last year, denominator: of a share
--   coverage          decimal  Coverage, %: of what could be known that is known
--   reason            text     Reason: why there is no value
SELECT
  f.indicator, f.title, f.chapter, f.unit, f.dimension, f.category,
  coalesce(l.label, f.category) AS label,
  f.value, f.numerator, f.denominator, y.last_value, y.last_part AS last_numerator,
  y.last_whole AS last_denominator, f.coverage, f.reason
FROM figure f
LEFT JOIN figure_label l ON l.dimension = f.dimension AND l.category = f.category
LEFT JOIN year_on_year y ON y.indicator = f.indicator AND f.dimension IS NULL AND y.comparable
ORDER BY f.figure
