-- Names of partners
-- Every name there is for a partner: those of the register with their aliases, and those of
-- provisional partners. Its words are given by meaning, in alphabetical order.
-- key: name_no
-- columns:
--   name_no     integer          Name no.: number within this release
--   partner_id  text             Register number: empty for a provisional partner
--   name        text             Name: as registered or first submitted
--   acronym     text             Acronym: without case, accents and punctuation
--   country     code(countries)  Country: of the partner
--   words       text             Words: by meaning, sorted, without articles and legal forms
--   initials    text             Initials: of the words in their order
--   row_id      row              Row: the row of the register, or one submitted
WITH named AS (
  SELECT partner_id, name, fold(acronym) AS acronym, country, row_id FROM register_partners
  UNION ALL
  SELECT p.partner_id, a.value, fold(p.acronym), p.country, p.row_id
  FROM register_partners_aliases a
  JOIN register_partners p USING (row_id)
  UNION ALL
  SELECT NULL, min(partner_name), max(fold(partner_acronym)), country, min(row_id)
  FROM agreement_row
  WHERE partner_id IS NULL
  GROUP BY partner_key
),
numbered AS MATERIALIZED (
  SELECT
    row_number() OVER (ORDER BY partner_id IS NULL, partner_id, row_id, name) AS name_no, *,
    -- Of a name that is a whole story the beginning is enough to be compared by.
    fold(substr(name, 1, 300)) AS folded
  FROM named
),
worded AS MATERIALIZED (
  SELECT n.name_no, w.key AS position, coalesce(m.meaning, w.value) AS meaning
  FROM numbered n
  JOIN json_each('[' || replace(json_quote(n.folded), ' ', '","') || ']') w
  LEFT JOIN name_word m ON m.word = w.value
  WHERE coalesce(m.ignored, 0) = 0
)
SELECT
  n.name_no, n.partner_id, n.name, nullif(n.acronym, '') AS acronym, n.country,
  coalesce(
    (
      SELECT group_concat(meaning, ' ')
      FROM (SELECT meaning FROM worded w WHERE w.name_no = n.name_no ORDER BY 1)
    ), ''
  ) AS words,
  (
    SELECT group_concat(letter, '')
    FROM (
      SELECT substr(w.value, 1, 1) AS letter
      FROM json_each('[' || replace(json_quote(n.folded), ' ', '","') || ']') w
      LEFT JOIN name_word m ON m.word = w.value
      WHERE coalesce(m.ignored, 0) = 0
      ORDER BY w.key
    )
  ) AS initials,
  n.row_id
FROM numbered n
