-- Sentences
-- What the report may say of each figure, in English, French and Spanish; in place of a sentence
-- that is withheld, why. Figures by chapter, then the categories of figures that have no total.
-- key: position
-- columns:
--   position     integer  No.: in this order
--   chapter      text     Chapter: of the report
--   indicator    text     Indicator: code
--   title        text     Figure: working title
--   label        text     Category: of a figure without a total, which has a sentence for each; in words
--   sentence_en  text     English: the sentence
--   sentence_fr  text     French: the sentence
--   sentence_es  text     Spanish: the sentence
--   reason       text     Reason: why it is withheld
--   category     text     Category, code: several joined by ×
SELECT
  row_number() OVER (ORDER BY s.dimension IS NOT NULL, s.position) AS position,
  f.chapter, s.indicator, f.title, coalesce(l.label, s.category) AS label,
  s.sentence_en, s.sentence_fr, s.sentence_es, s.reason, s.category
FROM sentence s
JOIN figure f
  ON f.indicator = s.indicator AND f.dimension IS s.dimension AND f.category IS s.category
LEFT JOIN figure_label l ON l.dimension = s.dimension AND l.category = s.category
ORDER BY position
