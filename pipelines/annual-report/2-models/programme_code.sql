-- Programme codes
-- Every way a Joint Programme's code may be written: its code of today and its former codes.
-- key: spelling
-- columns:
--   spelling   text  Spelling: code or former code, case folded and trimmed
--   programme  text  Programme: the code of today
SELECT spelling, min(programme) AS programme
FROM (
  SELECT code_key(programme_code) AS spelling, programme_code AS programme
  FROM register_programmes
  UNION
  SELECT code_key(f.value), p.programme_code
  FROM register_programmes_former_codes f
  JOIN register_programmes p USING (row_id)
)
GROUP BY spelling
