-- Programmes by region
-- One row per Joint Programme and region of its countries; one without countries has none.
-- key: programme, region
-- because: programme on programme
-- columns:
--   programme  text           Programme: code
--   region     code(regions)  Region: M49, of the countries
--   live       flag           Live: in force on a day of the year
SELECT DISTINCT g.programme, k.region, g.live
FROM programme g
JOIN register_programmes p ON p.programme_code = g.programme
JOIN register_programmes_countries c ON c.row_id = p.row_id
JOIN list_countries k ON k.code = c.value
-- kept: a row per region, though figures leave rows without a category out anyway
WHERE k.region IS NOT NULL
