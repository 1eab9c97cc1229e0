-- Partners by consent
-- Every partner with an agreement counted since the start: those who may be named in public, then
-- those who may not, with who said so.
-- key: partner
-- columns:
--   partner                 integer                  Partner no.: number within this release
--   consent                 text                     Consent: may be named, or not to be named
--   because                 text                     Because: what was said; everybody asked must agree, in every year
--   partner_name            text                     Partner: as in the partner register, else as submitted
--   stakeholder_type_label  text                     Partner type: of its newest agreement, in words
--   countries               text                     Countries: where it works, codes parted by ;
--   programmes              text                     Programmes: codes parted by ;
--   agreements              integer                  Agreements in year: as in PA-01
--   agreements_since        integer                  Agreements since the start: as in PA-02
--   passed_on_usd           money                    Passed on in year, USD: as in TR-01
--   passed_on_since         money                    Passed on since the start, USD: as in TR-02
--   first_start_on          date                     First agreement: first day
--   stakeholder_type        code(stakeholder_types)  Partner type, code: the same
WITH counted AS (
  SELECT
    partner, agreement, programme, stakeholder_type, country, in_year, start_on,
    row_number() OVER (PARTITION BY partner ORDER BY start_on DESC, agreement) AS place
  FROM agreement
  WHERE since_start
),
paid AS (
  -- Without any value in USD there is no sum; without payments it is 0.
  SELECT
    partner,
    iif(max(in_year), sum(iif(in_year, usd, NULL)), 0) AS in_year,
    sum(iif(since_start, usd, NULL)) AS so_far
  FROM transfer
  WHERE since_start
  GROUP BY partner
),
place AS (
  SELECT partner, group_concat(country, ';') AS countries
  FROM (SELECT DISTINCT partner, country FROM counted ORDER BY partner, country)
  GROUP BY partner
),
work AS (
  SELECT partner, group_concat(programme, ';') AS programmes
  FROM (SELECT DISTINCT partner, programme FROM counted ORDER BY partner, programme)
  GROUP BY partner
)
SELECT
  n.partner,
  iif(n.is_named, 'may be named', 'not to be named') AS consent,
  CASE
    WHEN n.is_named THEN 'somebody says yes, nobody no'
    WHEN n.says_yes AND NOT n.says_no THEN 'could be the same as one that says no: see Partners to review'
    WHEN n.says_yes THEN 'somebody says yes, somebody no or nothing'
    WHEN n.says_no THEN 'nobody says yes'
    ELSE 'nobody was asked'
  END AS because,
  n.partner_name, t.label_en AS stakeholder_type_label, p.countries, w.programmes,
  sum(a.in_year) AS agreements, count(*) AS agreements_since,
  iif(m.partner IS NULL, 0, m.in_year) AS passed_on_usd,
  iif(m.partner IS NULL, 0, m.so_far) AS passed_on_since,
  min(a.start_on) AS first_start_on,
  c.stakeholder_type
FROM partner_naming n
JOIN counted a ON a.partner = n.partner
JOIN counted c ON c.partner = n.partner AND c.place = 1
JOIN place p ON p.partner = n.partner
JOIN work w ON w.partner = n.partner
JOIN list_stakeholder_types t ON t.code = c.stakeholder_type
LEFT JOIN paid m ON m.partner = n.partner
GROUP BY n.partner
ORDER BY n.is_named DESC, n.partner_name, n.partner
