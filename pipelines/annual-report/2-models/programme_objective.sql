-- Programmes by objective
-- One row per Joint Programme and objective of the Global Compact it cites.
-- key: programme, objective
-- columns:
--   programme         text                  Programme: code
--   objective         code(gcm_objectives)  Objective: of the Global Compact
--   objective_number  integer               Objective no.: the same as a number
--   live              flag                  Live: in force on a day of the year
--   row_id            row                   Row: in the register
SELECT g.programme, o.value AS objective, CAST(o.value AS INTEGER) AS objective_number, g.live,
  p.row_id
FROM programme g
JOIN register_programmes p ON p.programme_code = g.programme
JOIN register_programmes_gcm_objectives o ON o.row_id = p.row_id
