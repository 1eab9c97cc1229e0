-- Endorsements
-- Per Joint Programme, of how many of its countries the government has endorsed it by the end of
-- the year.
-- key: programme
-- columns:
--   programme         text     Programme: code
--   live              flag     Live: in force on a day of the year
--   is_country_based  flag     Country-based: for one country or several
--   countries         integer  Countries: of the programme
--   endorsing         integer  Endorsing: countries whose government has endorsed it
--   is_endorsed       flag     Endorsed: by the government of every country, and of one at least
--   row_id            row      Row: in the register of programmes
WITH endorsed AS (
  SELECT DISTINCT c.programme, e.country
  FROM register_endorsements e
  JOIN programme_code c ON c.spelling = code_key(e.programme_code)
  CROSS JOIN period y
  WHERE e.endorsed_on <= y.ends_on
),
counted AS (
  SELECT
    p.programme_code AS programme, p.scope, p.row_id,
    count(DISTINCT c.value) AS countries,
    count(DISTINCT e.country) AS endorsing
  FROM register_programmes p
  LEFT JOIN register_programmes_countries c ON c.row_id = p.row_id
  LEFT JOIN endorsed e ON e.programme = p.programme_code AND e.country = c.value
  GROUP BY p.row_id
)
SELECT
  c.programme, g.live, coalesce(s.country_based, 0) AS is_country_based, c.countries, c.endorsing,
  c.countries > 0 AND c.endorsing = c.countries AS is_endorsed, c.row_id
FROM counted c
JOIN programme g ON g.programme = c.programme
LEFT JOIN list_programme_scopes s ON s.code = c.scope
