-- Narratives of programmes
-- Per Joint Programme, how much of a complete narrative report it sent.
-- key: programme
-- because: narrative_text on programme
-- columns:
--   programme     text     Programme: code
--   live          flag     Live: in force on a day of the year
--   reporting     flag     Reporting: live, with an accepted form for the year
--   items_met     integer  Items met: of four
--   completeness  number   Completeness, %: items met of all
SELECT
  programme, live, reporting, sum(is_met) AS items_met, 100.0 * sum(is_met) / count(*) AS completeness
FROM programme_narrative_item
GROUP BY programme, live, reporting
