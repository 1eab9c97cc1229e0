-- Highest levels so far
-- One row per Joint Programme, phase and stakeholder type with the highest level of engagement by the
-- end of the year.
-- key: programme, phase, stakeholder_type
-- columns:
--   programme         text                     Programme: code
--   phase             code(phases)             Phase: of the programme cycle
--   stakeholder_type  code(stakeholder_types)  Stakeholder type: who took part
--   engagement_level  code(engagement_levels)  Level: the highest so far
--   row_id            row                      Row: the first at that level
SELECT programme, phase, stakeholder_type, engagement_level, row_id
FROM (
  SELECT
    e.programme, e.phase, e.stakeholder_type, e.engagement_level, e.row_id,
    row_number() OVER (
      PARTITION BY e.programme, e.phase, e.stakeholder_type
      ORDER BY l.rank DESC, l.code, e.last_day, e.row_id
    ) AS place
  FROM engagement_row e
  JOIN list_engagement_levels l ON l.code = e.engagement_level
  WHERE e.so_far
)
WHERE place = 1
