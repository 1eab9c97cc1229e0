-- Participants of events
-- One row per event of the Fund and person who attended it, however often registered. Where the
-- rows of a person disagree, known beats unknown, then the first counts. About people: kept in
-- memory only.
-- key: event, person
-- columns:
--   event             text                     Event: code in the register of events
--   person            text                     Person: pseudonym
--   in_year           flag                     In year: the event was held in it
--   stakeholder_type  code(stakeholder_types)  Stakeholder type: of the organisation
--   sub_region        code(sub_regions)        Sub-region: M49, of the country
--   sex               code(sexes)              Sex: as registered
--   age_group         code(age_groups)         Age: as registered
--   migrant_led       flag                     Migrant-led: organisation; empty if not known
--   ecosoc_status     code(ecosoc_statuses)    ECOSOC: consultative status of the organisation
--   is_speaker        flag                     Speaker: in one of the roles
--   is_floor          flag                     Floor: spoke from the floor
--   meets_criteria    flag                     Criteria: eligible, authorised and with expertise
WITH person AS (
  SELECT
    event, person, row_id,
    first_value(stakeholder_type) OVER (
      PARTITION BY event, person ORDER BY stakeholder_type IS NULL, row_id
    ) AS stakeholder_type,
    first_value(country) OVER (
      PARTITION BY event, person ORDER BY country IS NULL, row_id
    ) AS country,
    first_value(sex) OVER (PARTITION BY event, person ORDER BY sex IS NULL, row_id) AS sex,
    first_value(age_group) OVER (
      PARTITION BY event, person ORDER BY age_group IS NULL, row_id
    ) AS age_group,
    first_value(migrant_led) OVER (
      PARTITION BY event, person ORDER BY migrant_led IS NULL, row_id
    ) AS migrant_led,
    first_value(ecosoc) OVER (
      PARTITION BY event, person ORDER BY ecosoc IS NULL, row_id
    ) AS ecosoc,
    first_value(eligible_entity) OVER (
      PARTITION BY event, person ORDER BY eligible_entity IS NULL, row_id
    ) AS eligible_entity,
    first_value(authorised) OVER (
      PARTITION BY event, person ORDER BY authorised IS NULL, row_id
    ) AS authorised,
    first_value(has_expertise) OVER (
      PARTITION BY event, person ORDER BY has_expertise IS NULL, row_id
    ) AS has_expertise,
    max(role IS 'SPEAKER') OVER (PARTITION BY event, person) AS is_speaker,
    max(role IS 'FLOOR') OVER (PARTITION BY event, person) AS is_floor,
    row_number() OVER (PARTITION BY event, person ORDER BY row_id) AS place
  FROM event_registration
)
SELECT
  p.event, p.person,
  e.in_year,
  coalesce(p.stakeholder_type, 'UNKNOWN') AS stakeholder_type,
  c.sub_region,
  coalesce(p.sex, 'U') AS sex,
  coalesce(p.age_group, 'UNKNOWN') AS age_group,
  p.migrant_led,
  CASE p.ecosoc WHEN 1 THEN 'yes' WHEN 0 THEN 'no' ELSE 'UNKNOWN' END AS ecosoc_status,
  p.is_speaker, p.is_floor,
  p.eligible_entity IS 1 AND p.authorised IS 1 AND p.has_expertise IS 1 AS meets_criteria
FROM person p
JOIN fund_event e ON e.event = p.event
LEFT JOIN list_countries c ON c.code = p.country
WHERE p.place = 1
