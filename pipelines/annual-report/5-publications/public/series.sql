-- Series over the years
-- The totals of every year there is, as first published and as revised. Values of years with a
-- release are those its own public edition could show.
-- key: indicator, year
-- columns:
--   indicator        text     Indicator: code
--   title            text     Figure: working title
--   unit             text     Unit: percent runs from 0 to 100
--   year             integer  Year: reporting year
--   first_published  number   As first published, in the unit: by an annual report, else by the release
--   revised          number   As revised, in the unit: by the release in force, else as first published
--   comparable       flag     Comparable: with the figure of the reporting year
--   break            flag     Break: the year before may not be compared with this one
--   reason           text     Reason: why there is no value
--   mark             text     Mark: [r] restated since the year was closed; [p] provisional
SELECT
  s.indicator, f.title, f.unit, s.year,
  decimal_text(iif(p.reason = 'SUPPRESSED', NULL, s.first_published), iif(s.unit = 'usd', 2, NULL))
    AS first_published,
  decimal_text(iif(p.reason = 'SUPPRESSED', NULL, s.revised), iif(s.unit = 'usd', 2, NULL))
    AS revised,
  s.comparable,
  coalesce(
    s.comparable > lag(s.comparable) OVER (PARTITION BY s.indicator ORDER BY s.year), 0
  ) AS break,
  p.reason,
  p.mark
FROM year_series s
JOIN figure f ON f.indicator = s.indicator AND f.dimension IS NULL
LEFT JOIN (
  SELECT g.period, g.indicator, g.reason, m.mark
  FROM figure g
  LEFT JOIN figure_mark m ON m.figure = g.figure
  WHERE g.dimension IS NULL
  UNION ALL
  SELECT period, indicator, reason, iif(value IS NOT first_value, '[r]', NULL)
  FROM past_figure
  WHERE dimension IS NULL
) p ON p.period = s.year AND p.indicator = s.indicator
WHERE s.dimension IS NULL
ORDER BY f.figure, s.year
