-- Spellings of partners
-- Every name and alias in the partner register, made comparable.
-- key: spelling
-- columns:
--   spelling    text  Spelling: name or alias without case, accents and punctuation
--   partner_id  text  Partner: number in the register
SELECT spelling, min(partner_id) AS partner_id
FROM (
  SELECT fold(name) AS spelling, partner_id FROM register_partners
  UNION
  SELECT fold(a.value), p.partner_id
  FROM register_partners_aliases a
  JOIN register_partners p USING (row_id)
)
WHERE spelling <> ''
GROUP BY spelling
