-- Chart of money passed on
-- Passed on to non-governmental partners and to civil society, by year.
-- key: year
-- columns:
--   year           text    Year: reporting year
--   partners       number  Non-governmental partners: passed on in the year
--   civil_society  number  Of these civil society: by the Fund's definition
SELECT
  s.year, max(iif(s.indicator = 'TR-01', s.revised, NULL)) AS partners,
  max(iif(s.indicator = 'TR-03', s.revised, NULL)) AS civil_society
FROM year_series s
WHERE s.indicator IN ('TR-01', 'TR-03') AND s.dimension IS NULL AND s.comparable
GROUP BY s.year
ORDER BY s.year
