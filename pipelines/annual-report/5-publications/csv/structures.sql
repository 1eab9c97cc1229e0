-- Structure rows
-- The accepted rows about governance bodies in counting forms for the year, and whether they count where two forms list one body.
-- key: file, sheet, row
-- columns:
--   programme         text                     Programme: code of the Joint Programme
--   prepared_by       text                     Prepared by: the PUNO that sent the form
--   version           integer                  Version: of the form
--   file              text                     File: relative to the data folder
--   sheet             text                     Sheet: as named in the file
--   row               integer                  Row: as the sender sees it
--   counts            flag                     Counts: no where another form's row about the same counts
--   body_name         text                     Body name: as submitted
--   body_kind         code(body_kinds)         Body kind: as submitted
--   body_function     code(body_functions)     Body function: as submitted
--   stakeholder_type  code(stakeholder_types)  Stakeholder type: as submitted
--   seats             integer                  Seats: as submitted
--   voting_seats      integer                  Voting seats: as submitted
--   women_seats       integer                  Women seats: as submitted
--   valid_from        date                     Valid from: as submitted
--   valid_to          date                     Valid to: as submitted
--   meetings_held     integer                  Meetings held: as submitted
--   corrected         text                     Corrected: cells the office replaced, and by what
SELECT
  f.programme, f.prepared_by, f.version, l.file, l.sheet, l.row,
  c.speaks AS counts, s.body_name,
  s.body_kind, s.body_function, s.stakeholder_type, s.seats, s.voting_seats, s.women_seats,
  s.valid_from, s.valid_to, s.meetings_held,
  (SELECT corrected FROM corrected_row k WHERE k.row_id = s.row_id) AS corrected
FROM sheet_structures s
JOIN form f ON f.submission = s.submission AND f.is_period
JOIN structure c ON c.row_id = s.row_id
JOIN landed_row l ON l.row_id = s.row_id
ORDER BY s.row_id
