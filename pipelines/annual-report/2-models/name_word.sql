-- Words in names
-- What words of organisations' names mean whatever the language, so that a translated name is found.
-- key: word
-- columns:
--   word     text  Word: without case and accents
--   meaning  text  Meaning: the code of the list of words
--   ignored  flag  Ignored: articles, prepositions and legal forms say nothing
SELECT s.value AS word, min(lower(w.code)) AS meaning, min(w.ignored) AS ignored
FROM list_name_words w
JOIN json_each('[' || replace(json_quote(w.spellings), ';', '","') || ']') s
GROUP BY s.value
