-- Sentences
-- What the report may say of each figure, in English, French and Spanish; in place of a sentence
-- that is withheld, why.
-- key: position
-- columns:
--   position     integer  No.: order of the figures
--   indicator    text     Indicator: code
--   title        text     Figure: working title
--   dimension    text     Dimension: of a figure without a total, which has a sentence per category
--   category     text     Category: of that dimension, code
--   sentence_en  text     English: the sentence
--   sentence_fr  text     French: the sentence
--   sentence_es  text     Spanish: the sentence
--   reason       text     Reason: why it is withheld
SELECT
  s.position, s.indicator, f.title, s.dimension, s.category, s.sentence_en, s.sentence_fr,
  s.sentence_es, s.reason
FROM sentence s
JOIN figure f
  ON f.indicator = s.indicator AND f.dimension IS s.dimension AND f.category IS s.category
ORDER BY s.position
