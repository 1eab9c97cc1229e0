-- Participants by role
-- One row per event of the Fund, person who attended it and role the person had there. About
-- people: kept in memory only.
-- key: event, person, event_role
-- columns:
--   event        text               Event: code in the register of events
--   person       text               Person: pseudonym
--   event_role   code(event_roles)  Role: at the event
--   in_year      flag               In year: the event was held in it
--   sex          code(sexes)        Sex: as registered
--   migrant_led  flag               Migrant-led: organisation; empty if not known
SELECT DISTINCT
  p.event, p.person, r.role AS event_role, p.in_year, p.sex, p.migrant_led
FROM event_participant p
JOIN event_registration r ON r.event = p.event AND r.person = p.person
-- kept: a row per role, though figures leave rows without a category out anyway
WHERE r.role IS NOT NULL
