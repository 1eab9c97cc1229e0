-- Joint Programme register
-- What the register says of every Joint Programme as a whole, for the rows of its agreements and
-- payments too.
-- key: programme
-- columns:
--   programme      text                    Programme: code
--   title          text                    Title: of the Joint Programme
--   scope          code(programme_scopes)  Scope: one country, several, regional or global
--   lead           code(punos)             Lead: PUNO leading on 31 December, else the last one
--   thematic_area  code(thematic_areas)    Thematic area: the primary one
--   rule_cohort    code(rule_cohorts)      Rules: concept note before or since 6 February 2023
--   row_id         row                     Row: in the register
SELECT
  p.programme_code AS programme,
  p.title,
  p.scope,
  (
    SELECT l.puno FROM register_programme_punos l
    JOIN programme_code c ON c.spelling = code_key(l.programme_code)
    WHERE c.programme = p.programme_code AND l.role = 'LEAD'
      AND coalesce(l.from_on, '') <= (SELECT ends_on FROM period)
    ORDER BY coalesce(l.to_on, '9999-12-31') DESC, l.puno
    LIMIT 1
  ) AS lead,
  p.thematic_area,
  CASE
    WHEN p.concept_note_on IS NULL THEN NULL
    WHEN p.concept_note_on < '2023-02-06' THEN 'BEFORE'
    ELSE 'SINCE'
  END AS rule_cohort,
  p.row_id
FROM register_programmes p
