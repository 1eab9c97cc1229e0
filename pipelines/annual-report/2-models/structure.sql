-- Bodies
-- Rows about bodies of Joint Programmes, in forms for the year. Where two forms of a programme list
-- the same body for the same stakeholder type, the lead's rows speak, else those of the
-- alphabetically first PUNO.
-- key: line
-- columns:
--   line                     integer                  Line no.: number within this release
--   programme                text                     Programme: code of the Joint Programme
--   prepared_by              code(punos)              Prepared by: the PUNO that sent the form
--   body_name                text                     Body: name as submitted
--   body_kind                code(body_kinds)         Kind: of the body
--   body_function            code(body_functions)     Function: of the body
--   stakeholder_type         code(stakeholder_types)  Stakeholder type: who holds the seats
--   seats                    integer                  Seats: of this type of stakeholder
--   voting_seats             integer                  Voting seats: of these
--   women_seats              integer                  Women: of these seats, held by women
--   meetings_held            integer                  Meetings: held in the year
--   valid_from               date                     From: first day, empty = open
--   valid_to                 date                     To: last day, empty = open
--   speaks                   flag                     Speaks: no form that goes first lists the same
--   is_valid                 flag                     Valid: speaks, and is valid on 31 December
--   is_stakeholder           flag                     Stakeholder group: non-governmental, migrants or communities
--   is_migrant_or_community  flag                     Migrants or communities: people, migrant or diaspora organisations
--   row_id                   row                      Row: where it was submitted
WITH reported AS (
  SELECT
    s.*, f.programme, f.prepared_by,
    dense_rank() OVER (
      PARTITION BY f.programme, fold(s.body_name), s.stakeholder_type
      ORDER BY f.prepared_by IS NOT g.lead, f.prepared_by
    ) = 1 AS speaks
  FROM sheet_structures s
  JOIN form f ON f.submission = s.submission
  JOIN programme g ON g.programme = f.programme
  WHERE f.is_period
)
SELECT
  row_number() OVER (ORDER BY r.programme, r.row_id) AS line,
  r.programme, r.prepared_by, r.body_name, r.body_kind, r.body_function, r.stakeholder_type,
  r.seats, r.voting_seats, r.women_seats, r.meetings_held, r.valid_from, r.valid_to, r.speaks,
  r.speaks AND coalesce(r.valid_from <= y.ends_on, 1) AND coalesce(r.valid_to >= y.ends_on, 1)
    AS is_valid,
  t.non_governmental OR t.person AS is_stakeholder,
  r.stakeholder_type IN ('MIGRANT', 'COMMUNITY', 'MLO', 'DIASPORA') AS is_migrant_or_community,
  r.row_id
FROM reported r
JOIN list_stakeholder_types t ON t.code = r.stakeholder_type
CROSS JOIN period y
