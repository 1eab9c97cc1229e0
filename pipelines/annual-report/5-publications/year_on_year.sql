-- Compared with last year
-- Every total that last year has too: its value then, whether it may be compared, and the same over
-- the Joint Programmes that reported in both years.
-- key: indicator
-- columns:
--   indicator   text     Indicator: code
--   last_value  number   Last year: as revised by the release in force, else as printed
--   last_part   number   Numerator last year: of a share
--   last_whole  number   Denominator last year: of a share
--   comparable  flag     Comparable: the definition has not changed
--   units       integer  Joint Programmes: that reported in both years
--   same_whole  number   Denominator, these: the smaller of both years
--   same_value  number   This year, these: over these Joint Programmes
--   same_last   number   Last year, these: over these Joint Programmes
SELECT
  s.indicator, s.revised AS last_value, s.numerator AS last_part,
  s.denominator AS last_whole, s.comparable, l.units, l.denominator AS same_whole, l.value AS same_value,
  l.last_value AS same_last
FROM year_series s
LEFT JOIN like_for_like l ON l.indicator = s.indicator
WHERE s.year = (SELECT year - 1 FROM period) AND s.dimension IS NULL
