-- Sentences
-- What may be said of each public figure, in English, French and Spanish; in place of a sentence that
-- is withheld, why.
-- key: indicator, category
-- columns:
--   indicator    text  Indicator: code
--   category     text  Category, code: of a figure without a total, which has a sentence for each
--   sentence_en  text  English: the sentence
--   sentence_fr  text  French: the sentence
--   sentence_es  text  Spanish: the sentence
--   reason       text  Reason: why it is withheld
SELECT indicator, category, sentence_en, sentence_fr, sentence_es, reason
FROM sentence
ORDER BY position
