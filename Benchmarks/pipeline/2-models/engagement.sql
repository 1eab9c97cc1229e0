-- Engagement
-- One accepted row on who took part.
-- key: row_id
-- columns:
--   row_id            row                      Row: where it was submitted
--   programme         text                     Programme: code of the Joint Programme
--   phase             code(phases)             Phase: of the programme cycle
--   stakeholder_type  code(stakeholder_types)  Stakeholder type: who took part
--   engagement_level  code(engagement_levels)  Level: of engagement
--   engaged_on        date                     Engaged on: day
--   mechanisms        text                     Mechanisms: as submitted
--   medium            code(media)              Medium: as submitted
--   women             integer                  Women: who took part
--   men               integer                  Men: who took part
--   persons           integer                  Persons: who took part
--   justification     text                     Justification: as submitted
--   evidence          text                     Evidence: as submitted
--   in_year           flag                     In year: within the year
--   is_collaborative  flag                     Collaborative: highest level
SELECT
  e.row_id, s.programme_code AS programme, e.phase, e.stakeholder_type, e.engagement_level,
  e.engaged_on, e.mechanisms, e.medium, e.women, e.men, e.persons_total AS persons,
  e.justification, e.evidence,
  e.engaged_on BETWEEN y.starts_on AND y.ends_on AS in_year,
  e.engagement_level = 'COLLABORATE'
    AND e.engaged_on BETWEEN y.starts_on AND y.ends_on AS is_collaborative
FROM sheet_engagement e
JOIN sheet_programme s ON s.submission = e.submission
CROSS JOIN period y
