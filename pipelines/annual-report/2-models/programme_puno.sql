-- PUNOs of programmes
-- One row per live Joint Programme and organisation that was its PUNO in the year.
-- key: programme, puno
-- because: agreement_puno on programme, puno
-- columns:
--   programme           text         Programme: code
--   puno                code(punos)  PUNO: organisation
--   answers_agreements  flag         Answers, agreements: has a row for the year, or sent a nil report
SELECT DISTINCT
  g.programme,
  p.puno,
  EXISTS (
    SELECT 1 FROM form f
    JOIN sheet_agreements a ON a.submission = f.submission
    WHERE f.is_period AND f.programme = g.programme AND a.puno = p.puno
  ) OR EXISTS (
    SELECT 1 FROM form_answer n
    WHERE n.programme = g.programme AND n.prepared_by = p.puno AND n.is_nil_agreements
  ) AS answers_agreements
FROM programme g
JOIN register_programme_punos p
JOIN programme_code c ON c.spelling = code_key(p.programme_code) AND c.programme = g.programme
CROSS JOIN period y
WHERE g.live
  AND coalesce(p.from_on, '') <= y.ends_on
  AND (p.to_on IS NULL OR p.to_on >= y.starts_on)
