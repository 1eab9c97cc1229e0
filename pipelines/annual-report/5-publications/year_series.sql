-- Year by year
-- Every figure of every year there is: as first published, which is what an earlier annual report
-- printed, else the release of the year as it was when the year was closed; and as revised, which is the release in force. Comparable
-- says whether a value may be held against the reporting year's: not after a change of definition,
-- nor where the register of earlier reports says no.
-- key: indicator, dimension, category, year
-- columns:
--   indicator        text     Indicator: code
--   title            text     Title: working title
--   unit             text     Unit: count, percent, usd, number or days
--   dimension        text     Dimension: machine name, several joined by ×
--   category         text     Category: code, several joined by ×
--   year             integer  Year: reporting year
--   first_published  number   As first published: by an annual report, else by the release
--   revised          number   As revised: by the release in force, else as first published
--   numerator        number   Numerator: of the revised share
--   denominator      number   Denominator: of the revised share
--   reason           text     Reason: why there is no value
--   comparable       flag     Comparable: with the figure of the reporting year
--   source           text     Source: annual report or release
--   note             text     Note: to the printed value
WITH first_restatement AS (
  SELECT indicator, dimension, category, min(number) AS number, old_value
  FROM restatement
  GROUP BY indicator, dimension, category
),
released AS (
  SELECT
    f.period AS year, f.indicator, f.title, f.unit, f.dimension, f.category, f.value, f.numerator,
    f.denominator, iif(r.number IS NULL, f.value, r.old_value) AS first_value, f.reason,
    1 AS comparable,
    NULL AS release
  FROM figure f
  LEFT JOIN first_restatement r
    ON r.indicator = f.indicator AND r.dimension IS f.dimension AND r.category IS f.category
  UNION ALL
  SELECT
    period, indicator, title, unit, dimension, category, value, numerator, denominator, first_value,
    reason, comparable, release
  FROM past_figure
),
places AS (
  SELECT year, indicator, dimension, category FROM released
  UNION
  SELECT year, indicator, dimension, category FROM register_history
  WHERE year <= (SELECT year FROM period)
)
SELECT
  p.indicator,
  coalesce(r.title, f.title, '') AS title,
  coalesce(r.unit, f.unit, '') AS unit,
  p.dimension,
  p.category,
  p.year,
  coalesce(CAST(h.value AS REAL), iif(r.year IS NULL, NULL, r.first_value)) AS first_published,
  coalesce(r.value, CAST(h.value AS REAL)) AS revised,
  iif(r.value IS NULL, CAST(h.numerator AS REAL), r.numerator) AS numerator,
  iif(r.value IS NULL, CAST(h.denominator AS REAL), r.denominator) AS denominator,
  iif(coalesce(r.value, CAST(h.value AS REAL)) IS NULL, r.reason, NULL) AS reason,
  CASE
    WHEN r.year IS NOT NULL THEN r.comparable
    ELSE coalesce(h.comparable, 0) AND coalesce(b.comparable, 1)
  END AS comparable,
  coalesce(h.source || iif(r.release IS NULL, '', '; '), '')
    || CASE
      WHEN r.release IS NOT NULL THEN 'release ' || r.release
      WHEN r.year IS NOT NULL AND h.source IS NOT NULL THEN '; this release'
      WHEN r.year IS NOT NULL THEN 'this release'
      ELSE ''
    END AS source,
  h.note
FROM places p
LEFT JOIN released r
  ON r.year = p.year AND r.indicator = p.indicator AND r.dimension IS p.dimension
  AND r.category IS p.category
LEFT JOIN register_history h
  ON h.year = p.year AND h.indicator = p.indicator AND h.dimension IS p.dimension
  AND h.category IS p.category
LEFT JOIN figure f
  ON f.indicator = p.indicator AND f.dimension IS p.dimension AND f.category IS p.category
LEFT JOIN past_figure b
  ON b.period = (SELECT year - 1 FROM period) AND b.indicator = p.indicator
  AND b.dimension IS p.dimension AND b.category IS p.category
