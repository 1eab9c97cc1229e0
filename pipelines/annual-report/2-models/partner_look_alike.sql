-- Look-alike partners
-- Pairs of names a person should look at: two that could be one partner, and two that are alike but
-- stay apart, because they share an acronym or work in different countries. Nothing is merged; an
-- alias in the partner register makes one partner of two.
-- key: one, other
-- columns:
--   one       integer  One: name no.
--   other     integer  Other: name no., of a name not in the register if there is one
--   is_same   flag     Could be the same: 0 where the two are alike but stay apart
--   score     integer  Score: how alike the names are, 0 to 100
--   reason    text     Reason: what is alike
--   row_id    row      Row: where the other name stands
WITH named AS MATERIALIZED (
  SELECT
    name_no, partner_id, country, words, row_id, acronym,
    iif(length(initials) > 2, initials, NULL) AS initials,
    -- Of a name that is a whole story the beginning is enough to be compared by.
    replace(fold(substr(name, 1, 300)), ' ', '') AS letters
  FROM partner_name
),
-- What more than 200 names have says nothing, and would pair each of them with each other. The more
-- names there are, the fewer may have it: the work grows with the names, not with their square.
shared AS MATERIALIZED (
  SELECT max(10, min(200, 200000 / max(count(*), 1))) AS most FROM named
),
beginning AS MATERIALIZED (
  SELECT DISTINCT n.name_no, n.country, substr(w.value, 1, 3) AS start
  FROM named n
  JOIN json_each('[' || replace(json_quote(n.words), ' ', '","') || ']') w
  -- kept: shorter words are many and say little
  WHERE length(w.value) > 2
),
word AS MATERIALIZED (
  SELECT name_no, country, start
  FROM (SELECT *, count(*) OVER (PARTITION BY start) AS names FROM beginning)
  -- kept: for speed, as said above
  WHERE names <= (SELECT most FROM shared)
),
acronym AS MATERIALIZED (
  SELECT name_no, acronym
  FROM (
    SELECT name_no, acronym, count(*) OVER (PARTITION BY acronym) AS names FROM named
  )
  -- kept: as above
  WHERE names <= (SELECT most FROM shared)
),
initial AS MATERIALIZED (
  SELECT name_no, initials
  FROM (
    SELECT name_no, initials, count(*) OVER (PARTITION BY initials) AS names FROM named
  )
  -- kept: as above
  WHERE names <= (SELECT most FROM shared)
),
candidate AS MATERIALIZED (
  SELECT a.name_no AS one, b.name_no AS other
  FROM word a
  JOIN word b ON b.start = a.start AND b.name_no > a.name_no
  -- Two words beginning alike are enough for different countries, one within a country.
  GROUP BY a.name_no, b.name_no
  HAVING a.country IS b.country OR a.country IS NULL OR b.country IS NULL
    OR count(DISTINCT a.start) > 1
  UNION
  SELECT a.name_no, b.name_no
  FROM acronym a
  JOIN acronym b ON b.acronym = a.acronym AND b.name_no > a.name_no
  UNION
  SELECT min(a.name_no, b.name_no), max(a.name_no, b.name_no)
  FROM initial a
  JOIN acronym b ON b.acronym = a.initials AND b.name_no <> a.name_no
  UNION
  SELECT min(a.name_no, b.name_no), max(a.name_no, b.name_no)
  FROM initial a
  JOIN named b ON b.letters = a.initials AND b.name_no <> a.name_no
),
scored AS MATERIALIZED (
  SELECT
    a.name_no AS one, b.name_no AS other, b.row_id,
    a.country IS b.country OR a.country IS NULL OR b.country IS NULL AS same_country,
    a.acronym = b.acronym AS same_acronym,
    a.words = b.words AS same_words,
    a.initials = b.letters OR b.initials = a.letters
      OR length(a.acronym) > 2 AND a.acronym = b.letters
      OR length(b.acronym) > 2 AND b.acronym = a.letters AS is_acronym,
    CAST(round(similarity(a.words, b.words)) AS INTEGER) AS score
  FROM candidate c
  JOIN named a ON a.name_no = c.one
  JOIN named b ON b.name_no = c.other
  WHERE a.partner_id IS NULL OR b.partner_id IS NULL OR a.partner_id <> b.partner_id
)
SELECT
  one, other,
  same_country AND (score >= 75 OR coalesce(is_acronym, 0)) AS is_same,
  -- An acronym has no words in common with its name.
  iif(same_country AND coalesce(is_acronym, 0), max(score, 90), score) AS score,
  CASE
    WHEN NOT same_country AND coalesce(same_acronym, 0) AND score < 75
      THEN 'the same acronym, other names, in two countries'
    WHEN NOT same_country THEN 'alike in two countries: branches of one network stay apart'
    WHEN coalesce(is_acronym, 0) AND score < 75 THEN 'one is the acronym of the other'
    WHEN same_words THEN 'the same words, in another order or language'
    WHEN score >= 75 THEN 'spelt alike'
    ELSE 'the same acronym, other names'
  END AS reason,
  row_id
FROM scored
WHERE score >= 75 OR coalesce(is_acronym, 0) OR coalesce(same_acronym, 0)
