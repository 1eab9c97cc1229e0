-- Answers about naming
-- What was said about naming a partner, under its number in the register and under every name it
-- goes by, whatever the country. Asked are the partner register and every row about the partner in
-- the counting forms of every year up to this one, rows that were not accepted included; a row
-- without an answer says no.
-- key: who
-- columns:
--   who       text  Who: “id” and the number in the register, or “name” and a name made comparable
--   says_yes  flag  Says yes: a row or the register does
--   says_no   flag  Says no: a row or the register does
WITH answer AS (
  SELECT
    coalesce(s.partner_id, c.partner_id) AS partner_id,
    fold(a.partner_name) AS name,
    coalesce(a.publish_name, 0) AS publish_name
  FROM sheet_agreements_read a
  JOIN form f ON f.submission = a.submission
  LEFT JOIN partner_spelling s ON s.spelling = fold(a.partner_name)
  LEFT JOIN partner_acronym c
    ON c.acronym = fold(a.partner_acronym) AND c.country = a.country
  UNION ALL
  SELECT partner_id, fold(name), publish_name FROM register_partners
),
under AS (
  SELECT 'id ' || partner_id AS who, publish_name FROM answer
  UNION ALL
  SELECT 'name ' || name, publish_name FROM answer
  UNION ALL
  SELECT 'name ' || s.spelling, a.publish_name
  FROM answer a
  JOIN partner_spelling s ON s.partner_id = a.partner_id
)
SELECT who, max(publish_name) AS says_yes, 1 - min(publish_name) AS says_no
FROM under
WHERE who <> 'name '
GROUP BY who
