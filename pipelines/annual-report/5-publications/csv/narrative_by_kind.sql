-- Narrative by kind and area
-- The texts of forms for the year by what they are about and by thematic area, to be read where a
-- report is written. Quote a text only where its form says that it may be quoted.
-- key: position
-- columns:
--   position             integer                No.: order of kinds, areas and Joint Programmes
--   kind_label           text                   What it is about: in words
--   thematic_area_label  text                   Thematic area: in words
--   programme            text                   Programme: code of the Joint Programme
--   text                 text                   Text: as submitted
--   quoting              text                   Quoting: may be quoted, or not to be quoted; unanswered is a no
--   benefit              text                   Benefit: in words
--   stakeholder          text                   Stakeholder: type, in words
--   title                text                   Title: of the Joint Programme
--   agreement_ref        text                   Agreement ref: as submitted
--   kind                 code(narrative_kinds)  Kind: code of what the text is about
--   thematic_area        code(thematic_areas)   Area: code, primary one of the Joint Programme
--   prepared_by          code(punos)            Prepared by: the PUNO that sent the form
--   file                 text                   File: relative to the data folder
--   sheet                text                   Sheet: as named in the file
--   row                  integer                Row: as the sender sees it
SELECT
  row_number() OVER (
    ORDER BY k.position, t.position IS NULL, t.position, f.programme, s.row_id
  ) AS position,
  k.label_en AS kind_label, t.label_en AS thematic_area_label, f.programme, s.text,
  iif(s.may_be_quoted, 'may be quoted', 'not to be quoted') AS quoting,
  b.label_en AS benefit, y.label_en AS stakeholder, g.title, s.agreement_ref, s.kind,
  g.thematic_area, f.prepared_by, l.file, l.sheet, l.row
FROM sheet_narrative s
JOIN form f ON f.submission = s.submission AND f.is_period
JOIN programme g ON g.programme = f.programme
JOIN list_narrative_kinds k ON k.code = s.kind
JOIN landed_row l ON l.row_id = s.row_id
LEFT JOIN list_thematic_areas t ON t.code = g.thematic_area
LEFT JOIN list_benefits b ON b.code = s.benefit
LEFT JOIN list_stakeholder_types y ON y.code = s.stakeholder_type
ORDER BY position
