-- Naming of partners
-- Whether a partner may be named in public: somebody says yes, and nobody says no. Asked are the
-- partner register and every row about the partner in the counting forms of every year up to this
-- one, rows that were not accepted included; a row without an answer says no. A partner that is not in the register is asked for by
-- its name in any country.
-- key: partner
-- because: agreement on partner
-- columns:
--   partner       integer  Partner no.: number within this release
--   partner_name  text     Partner: name in the register, else as first submitted
--   says_yes      flag     Says yes: a row or the register does
--   says_no       flag     Says no: a row or the register does
--   is_named      flag     May be named: a yes and no no
WITH answer AS (
  SELECT
    coalesce('id ' || coalesce(s.partner_id, c.partner_id), 'name ' || fold(a.partner_name)) AS who,
    coalesce(a.publish_name, 0) AS publish_name
  FROM sheet_agreements_read a
  JOIN form f ON f.submission = a.submission
  LEFT JOIN partner_spelling s ON s.spelling = fold(a.partner_name)
  LEFT JOIN partner_acronym c
    ON c.acronym = fold(a.partner_acronym) AND c.country = a.country
  UNION ALL
  SELECT 'id ' || partner_id, publish_name FROM register_partners
),
said AS MATERIALIZED (
  SELECT who, max(publish_name) AS says_yes, 1 - min(publish_name) AS says_no
  FROM answer
  WHERE publish_name IS NOT NULL
  GROUP BY who
)
SELECT
  p.partner,
  p.partner_name,
  coalesce(s.says_yes, 0) AS says_yes,
  coalesce(s.says_no, 0) AS says_no,
  coalesce(s.says_yes AND NOT s.says_no, 0) AS is_named
FROM partner p
LEFT JOIN said s
  ON s.who = iif(p.is_registered, 'id ' || p.partner_key, 'name ' || fold(p.partner_name))
