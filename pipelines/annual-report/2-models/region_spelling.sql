-- Spellings of regions
-- Every way a region may be written: its code and its labels.
-- key: spelling
-- columns:
--   spelling  text           Spelling: code or label, case folded and trimmed
--   code      code(regions)  Region: code
SELECT spelling, min(code) AS code
FROM (
  SELECT code_key(code) AS spelling, code FROM list_regions
  UNION ALL SELECT code_key(label_en), code FROM list_regions
  UNION ALL SELECT code_key(label_fr), code FROM list_regions
  UNION ALL SELECT code_key(label_es), code FROM list_regions
)
WHERE spelling IS NOT NULL
GROUP BY spelling
