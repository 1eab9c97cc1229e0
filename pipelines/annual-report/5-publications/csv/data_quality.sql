-- Data quality
-- What this release rests on, and what is known to be missing from it.
-- key: position
-- columns:
--   position  integer  No.: order
--   topic     text     Topic: what is looked at
--   measure   text     Measure: what is counted
--   value     integer  Value: as counted; empty for a limit that has no number
--   of_all    integer  Of: all there are, where it is a part
--   meaning   text     What it means: for the figures
--   rows_on   text     Rows on: sheet of the analyst workbook that lists what is counted
SELECT row_number() OVER (ORDER BY place) AS position, topic, measure,
  iif(topic = 'Known limit', NULL, coalesce(value, 0)) AS value, of_all, meaning, rows_on
FROM (
  SELECT 1 AS place, 'Forms' AS topic, 'Joint Programmes that reported' AS measure,
    coalesce(sum(reporting), 0) AS value, coalesce(sum(live), 0) AS of_all,
    'Shares of Joint Programmes divide by those that answered; the others are no “no”' AS meaning,
    'Forms' AS rows_on
  FROM programme
  UNION ALL
  SELECT 1.2, 'Forms', 'Forms of lead organisations received', count(f.submission), count(*),
    'One is expected of every live Joint Programme; the sheet Forms says which is outstanding', 'Forms'
  FROM programme g
  LEFT JOIN form f ON f.is_period AND f.programme = g.programme AND f.prepared_by = g.lead
  WHERE g.live
  UNION ALL
  SELECT 1.4, 'Forms', 'Forms of other organisations received', count(*), NULL,
    'None is expected of them; what they report counts beside the lead’s', 'Forms'
  FROM programme g
  JOIN form f ON f.is_period AND f.programme = g.programme AND f.prepared_by IS NOT g.lead
  WHERE g.live
  UNION ALL
  SELECT 2, 'Forms', 'Joint Programmes whose first form came late', sum(live AND days_late > 0),
    sum(live AND first_submitted_on IS NOT NULL), 'Late forms count like others', 'Forms'
  FROM programme
  UNION ALL
  SELECT 3, 'Forms', 'Files refused', sum(state = 'refused'), count(*),
    'Nothing of a refused file counts; the sheet Issues says why', 'Submissions' FROM submission
  UNION ALL
  SELECT 3.5, 'Rows', 'Rows accepted', sum(c.accepted), sum(c.rows_read),
    'What the figures may count: rows read are accepted or quarantined, and none is lost',
    'Submissions'
  FROM sheet_count c JOIN submission s USING (submission)
  WHERE s.state = 'accepted'
  UNION ALL
  SELECT 4, 'Rows', 'Rows quarantined', sum(c.quarantined), sum(c.rows_read),
    'A quarantined row is missing from every figure until it is mended', 'Issues'
  FROM sheet_count c JOIN submission s USING (submission)
  WHERE s.state = 'accepted'
  UNION ALL
  SELECT 5, 'Rows', 'Agreements carried from an earlier year', sum(carried_from IS NOT NULL), count(*),
    'Carried rows count since the start, not in the year', 'Data Agreements' FROM agreement
  UNION ALL
  SELECT 6, 'Rows', 'Payments carried from an earlier year', sum(carried_from IS NOT NULL), count(*),
    'Carried rows count since the start, not in the year', 'Data Transfers' FROM transfer
  UNION ALL
  SELECT 7, 'Rows', 'Cells corrected by the office', count(*), NULL,
    'The sheet Corrections says what was replaced, and why', 'Corrections'
  FROM correction WHERE state = 'applied'
  UNION ALL
  SELECT 7.5, 'Rows', 'Published figures restated since the year was closed', count(*), NULL,
    'The sheet Restatements says from what to what, who decided and why', 'Restatements'
  FROM restatement
  UNION ALL
  SELECT 8, 'Money', 'Agreements in year with an amount and a value in USD',
    sum(usd IS NOT NULL), count(*), 'Without a rate on the day a row counts, but adds no money',
    'Data Agreements'
  FROM agreement WHERE in_year AND is_financial
  UNION ALL
  SELECT 9, 'Money', 'Payments in year with a value in USD', sum(usd IS NOT NULL), count(*),
    'Without a rate on the day a row counts, but adds no money', 'Data Transfers'
  FROM transfer WHERE in_year
  UNION ALL
  SELECT 10, 'Money', 'Rates older than 62 days', count(*), NULL,
    'Amounts are converted at the newest rate there is, however old', 'Issues' FROM finding
  WHERE rule = 'C-19' AND severity = 'notice'
  UNION ALL
  SELECT 11, 'Unknown', 'Agreements in year with an unknown INGO affiliation', sum(is_local IS NULL),
    count(*), 'Left out of the share of local and national partners', 'Data Agreements'
  FROM agreement WHERE in_year
  UNION ALL
  SELECT 12, 'Unknown', 'Partners whose migrant leadership is unknown', sum(migrant_led IS NULL),
    count(*), 'Left out of the share of migrant-led partners', NULL
  FROM partner_year
  UNION ALL
  SELECT 13, 'Unknown', 'Partners of unknown type', count(*), NULL,
    'Neither non-governmental nor civil society', 'Data Agreements' FROM agreement
  WHERE stakeholder_type = 'UNKNOWN'
  UNION ALL
  SELECT 14, 'Partners', 'Partners not in the register', sum(NOT is_registered), count(*),
    'Known by name and country only; two spellings count as two', NULL FROM partner
  UNION ALL
  SELECT 15, 'Partners', 'Names that could be one partner', count(*), NULL,
    'The sheet Partners to review says which, and what to write to make them one',
    'Partners to review'
  FROM partner_look_alike WHERE is_same
  UNION ALL
  SELECT 16, 'Known limit', 'What Joint Programmes say of themselves', NULL, NULL,
    'Self-assessments, levels of engagement and narratives are as reported; nobody has verified them',
    NULL
  UNION ALL
  SELECT 17, 'Known limit', 'Participations are not persons', NULL, NULL,
    'Who took part twice counts twice, in engagement and in training', NULL
  UNION ALL
  SELECT 18, 'Known limit', 'Transfers and expenditure are booked differently', NULL, NULL,
    'Category 6 comes from financial reports and transfers from forms; TR-06 shows the gap',
    'Data Category 6 and transfers'
  UNION ALL
  SELECT 19, 'Known limit', 'Carried rows are as old as their form', NULL, NULL,
    'What an organisation has not reported again may have changed or ended since', NULL
)
ORDER BY place
