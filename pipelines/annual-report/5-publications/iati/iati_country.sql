-- IATI recipient countries
-- The countries of programmes without any transaction: where there are transactions, each names its own.
-- Several countries share in equal parts, as nobody reports other ones; the first takes what is left
-- over by rounding.
-- key: programme, country_code
-- columns:
--   programme     text     Programme: code
--   country_code  text     Country: ISO 3166-1 alpha-2
--   percentage    decimal  Percentage: of the programme, empty for an only country
WITH placed AS (
  SELECT
    g.programme, k.alpha_2 AS country_code,
    row_number() OVER (PARTITION BY g.programme ORDER BY k.alpha_2) AS place,
    count(*) OVER (PARTITION BY g.programme) AS countries
  FROM programme g
  JOIN register_programmes r ON r.programme_code = g.programme
  JOIN register_programmes_countries c ON c.row_id = r.row_id
  JOIN list_countries k ON k.code = c.value
  WHERE g.programme NOT IN (SELECT programme FROM iati_transaction)
)
SELECT
  programme, country_code,
  CASE
    WHEN countries = 1 THEN NULL
    WHEN place = 1
      THEN decimal_text(100 - (countries - 1) * round(100.0 / countries, 2), 2)
    ELSE decimal_text(round(100.0 / countries, 2), 2)
  END AS percentage
FROM placed
ORDER BY programme, country_code
