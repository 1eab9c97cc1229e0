-- Narratives by item
-- One row per Joint Programme and part of a complete narrative report.
-- key: programme, narrative_item
-- because: narrative_text on programme, narrative_item = kind
-- columns:
--   programme       text                   Programme: code
--   narrative_item  code(narrative_items)  Item: kind of text, or the agreements
--   live            flag                   Live: in force on a day of the year
--   reporting       flag                   Reporting: live, with an accepted form for the year
--   is_met          flag                   Met: a text of this kind is long enough; agreements are answered
SELECT
  g.programme, i.code AS narrative_item, g.live, g.reporting,
  CASE i.code WHEN 'AGREEMENTS' THEN g.answers_agreements ELSE n.programme IS NOT NULL END AS is_met
FROM programme g
CROSS JOIN list_narrative_items i
LEFT JOIN (SELECT DISTINCT programme, kind FROM narrative_text WHERE is_enough) n
  ON n.programme = g.programme AND n.kind = i.code
