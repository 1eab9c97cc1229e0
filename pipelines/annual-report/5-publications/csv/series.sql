-- Series over the years
-- Every figure of every year there is, as first published and as revised. A break lies between a
-- year that may not be compared with the reporting year and the next.
-- key: indicator, dimension, category, year
-- columns:
--   indicator        text     Indicator: code
--   title            text     Title: working title
--   unit             text     Unit: count, percent, usd, number or days
--   dimension        text     Dimension: machine name, several joined by ×
--   category         text     Category: code, several joined by ×
--   year             integer  Year: reporting year
--   first_published  decimal  As first published: by an annual report, else by the release
--   revised          decimal  As revised: by the release in force, else as first published
--   comparable       flag     Comparable: with the figure of the reporting year
--   break            flag     Break: the year before may not be compared with this one
--   source           text     Source: annual report or release
--   note             text     Note: to the printed value
SELECT
  indicator, title, unit, dimension, category, year,
  decimal_text(first_published, iif(unit = 'usd', 2, NULL)) AS first_published,
  decimal_text(revised, iif(unit = 'usd', 2, NULL)) AS revised,
  comparable,
  coalesce(
    comparable > lag(comparable) OVER (PARTITION BY indicator, dimension, category ORDER BY year), 0
  ) AS break,
  source, note
FROM year_series
ORDER BY indicator, dimension IS NOT NULL, dimension, category, year
