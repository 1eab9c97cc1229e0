-- Numbers of sentences
-- What the sentence on each figure says: its total, or the categories with rows of a figure without
-- a total. Last year stands beside it only where it may be compared. A sentence is withheld where
-- its number is withheld or missing, and all of them while the release is provisional.
-- key: figure
-- columns:
--   figure            integer  Figure: number within this release
--   indicator         text     Indicator: code
--   dimension         text     Dimension: of a figure without a total
--   category          text     Category: of a figure without a total
--   unit              text     Unit: count, percent, usd, number or days
--   in_usd            flag     In USD: numerator and denominator are amounts
--   year              integer  Year: reporting year
--   value             number   Value: in its unit
--   numerator         number   Numerator: of a share
--   denominator       number   Denominator: of a share
--   last_year         integer  Last year: where it may be compared
--   last_value        number   Last year, value: as revised
--   last_numerator    number   Last year, numerator: of a share
--   last_denominator  number   Last year, denominator: of a share
--   withheld          text     Withheld: why there is no sentence
WITH last AS MATERIALIZED (
  SELECT s.indicator, s.dimension, s.category, s.year, s.revised, s.numerator, s.denominator
  FROM year_series s
  WHERE s.year = (SELECT year - 1 FROM period) AND s.comparable AND s.revised IS NOT NULL
    AND NOT EXISTS (
      SELECT 1 FROM past_figure p
      WHERE p.period = s.year AND p.indicator = s.indicator AND p.dimension IS s.dimension
        AND p.category IS s.category AND p.reason = 'SUPPRESSED'
    )
)
SELECT
  f.figure, f.indicator, f.dimension, f.category, f.unit, f.in_usd, f.period AS year, f.value,
  f.numerator, f.denominator, l.year AS last_year, l.revised AS last_value,
  l.numerator AS last_numerator, l.denominator AS last_denominator,
  CASE
    WHEN f.reason = 'SUPPRESSED' THEN f.reason
    WHEN (SELECT 100.0 * sum(reporting) / sum(live) < 80 FROM programme) THEN 'PROVISIONAL'
    WHEN f.value IS NULL THEN coalesce(f.reason, 'NO_DATA')
  END AS withheld
FROM figure f
LEFT JOIN last l
  ON l.indicator = f.indicator AND l.dimension IS f.dimension AND l.category IS f.category
WHERE f.dimension IS NULL
  OR (f.value <> 0 AND f.indicator NOT IN (SELECT indicator FROM figure WHERE dimension IS NULL))
ORDER BY f.figure
