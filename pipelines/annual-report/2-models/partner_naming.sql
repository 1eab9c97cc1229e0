-- Naming of partners
-- Whether a partner may be named in public: somebody says yes, and nobody says no. A partner that
-- is not in the register is asked for by its name in any country. A public edition that is written
-- anew later asks for every name of the partner once more among those refused since. Whoever could
-- be the same as a partner that says no is not named either, until somebody has decided.
-- key: partner
-- because: agreement on partner
-- columns:
--   partner       integer  Partner no.: number within this release
--   partner_key   text     Partner key: register number, or name and country
--   partner_name  text     Partner: name in the register, else as first submitted
--   says_yes      flag     Says yes: a row or the register does
--   says_no       flag     Says no: a row or the register does, by now
--   is_alike      flag     Could be the same: as one that says no
--   is_named      flag     May be named: a yes, no no, and like none that says no
WITH name AS MATERIALIZED (
  SELECT p.partner, iif(p.is_registered, 'id ' || p.partner_key, 'name ' || fold(p.partner_name)) AS who
  FROM partner p
  UNION
  SELECT p.partner, 'name ' || fold(a.partner_name)
  FROM agreement_row a
  JOIN partner p ON p.partner_key = a.partner_key
  UNION
  SELECT p.partner, 'name ' || s.spelling
  FROM partner_spelling s
  JOIN partner p ON p.is_registered AND p.partner_key = s.partner_id
),
refused_later AS MATERIALIZED (
  SELECT DISTINCT n.partner FROM name n JOIN later_refusal r ON r.name = n.who
),
answered AS MATERIALIZED (
  SELECT
    p.partner,
    p.partner_key,
    p.partner_name,
    coalesce(s.says_yes, 0) AS says_yes,
    coalesce(s.says_no, 0) OR l.partner IS NOT NULL AS says_no
  FROM partner p
  LEFT JOIN partner_answer s
    ON s.who = iif(p.is_registered, 'id ' || p.partner_key, 'name ' || fold(p.partner_name))
  LEFT JOIN refused_later l ON l.partner = p.partner
),
spelt AS MATERIALIZED (
  SELECT n.name_no, p.partner
  FROM partner_name n
  JOIN partner p
    ON p.partner_key = coalesce(n.partner_id, fold(n.name) || ' (' || n.country || ')')
),
pair AS (
  SELECT one, other FROM partner_look_alike WHERE is_same
  UNION ALL
  SELECT other, one FROM partner_look_alike WHERE is_same
),
alike AS MATERIALIZED (
  SELECT a.partner, b.partner AS other
  FROM pair p
  JOIN spelt a ON a.name_no = p.one
  -- kept: nobody is alike themselves, though who says no is not named anyway
  JOIN spelt b ON b.name_no = p.other AND b.partner <> a.partner
),
like_refused AS MATERIALIZED (
  SELECT DISTINCT l.partner FROM alike l JOIN answered o ON o.partner = l.other WHERE o.says_no
)
SELECT
  a.partner,
  a.partner_key,
  a.partner_name,
  a.says_yes,
  a.says_no,
  l.partner IS NOT NULL AS is_alike,
  a.says_yes AND NOT a.says_no AND l.partner IS NULL AS is_named
FROM answered a
LEFT JOIN like_refused l ON l.partner = a.partner
