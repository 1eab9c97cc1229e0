-- Chart of agreements
-- Implementation agreements in force in each year.
-- key: year
-- columns:
--   year        text    Year: reporting year
--   agreements  number  Agreements: counted in the year
SELECT year, revised AS agreements
FROM year_series
WHERE indicator = 'PA-01' AND dimension IS NULL AND comparable
ORDER BY year
