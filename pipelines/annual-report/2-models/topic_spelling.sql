-- Spellings of topics
-- Every way a topic may be written: its code and its labels.
-- key: spelling
-- columns:
--   spelling  text          Spelling: code or label, case folded and trimmed
--   code      code(topics)  Topic: code
SELECT spelling, min(code) AS code
FROM (
  SELECT code_key(code) AS spelling, code FROM list_topics
  UNION ALL SELECT code_key(label_en), code FROM list_topics
  UNION ALL SELECT code_key(label_fr), code FROM list_topics
  UNION ALL SELECT code_key(label_es), code FROM list_topics
)
WHERE spelling IS NOT NULL
GROUP BY spelling
