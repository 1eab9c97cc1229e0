-- Governance of programmes
-- Per Joint Programme, who sits in its bodies on 31 December.
-- key: programme
-- because: structure on programme
-- columns:
--   programme              text                Programme: code
--   rule_cohort            code(rule_cohorts)  Rules: concept note before or since 6 February 2023
--   live                   flag                Live: in force on a day of the year
--   answers_structures     flag                Answers, structures: rows or a nil report for the year
--   has_stakeholder_seat   flag                Stakeholder seat: a stakeholder group holds a seat in a body
--   has_stakeholder_vote   flag                Stakeholder vote: a stakeholder group votes in a decision body
--   has_reference_group    flag                Reference group: civil society has one
--   has_migrant_seat       flag                Migrant or community seat: in a body
SELECT
  g.programme, g.rule_cohort, g.live, g.answers_structures,
  coalesce(max(s.is_stakeholder AND s.seats >= 1), 0) AS has_stakeholder_seat,
  coalesce(
    max(s.is_stakeholder AND s.body_function = 'DECISION' AND coalesce(s.voting_seats, 0) >= 1), 0
  ) AS has_stakeholder_vote,
  coalesce(max(s.body_kind = 'CSRG'), 0) AS has_reference_group,
  coalesce(max(s.is_migrant_or_community AND s.seats >= 1), 0) AS has_migrant_seat
FROM programme g
LEFT JOIN structure s ON s.programme = g.programme AND s.is_valid
GROUP BY g.programme
