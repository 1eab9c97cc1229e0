-- Registrations that count
-- Rows of the register that say the person attended an event of the Fund, with what is not known as
-- empty. About people: kept in memory only.
-- key: row_id
-- columns:
--   row_id            row                      Row: in the register
--   event             text                     Event: code in the register of events
--   person            text                     Person: pseudonym, trimmed and case folded
--   stakeholder_type  code(stakeholder_types)  Stakeholder type: empty if not known
--   country           code(countries)          Country: empty if not known
--   sex               code(sexes)              Sex: empty if not known
--   age_group         code(age_groups)         Age: empty if not known
--   migrant_led       flag                     Migrant-led: organisation; empty if not known
--   ecosoc            flag                     ECOSOC: consultative status; empty if not known
--   role              code(event_roles)        Role: at the event
--   eligible_entity   flag                     Eligible: comes from an eligible entity
--   authorised        flag                     Authorised: speaks for it
--   has_expertise     flag                     Expertise: has it
SELECT
  row_id, event, code_key(person) AS person,
  nullif(stakeholder_type, 'UNKNOWN') AS stakeholder_type, country,
  nullif(sex, 'U') AS sex, nullif(age_group, 'UNKNOWN') AS age_group,
  migrant_led, ecosoc, role, eligible_entity, authorised, has_expertise
FROM register_registrations
WHERE attended
