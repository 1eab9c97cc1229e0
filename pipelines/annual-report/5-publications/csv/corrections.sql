-- Corrections
-- What the office replaced in submitted cells, and what of its register fits no cell.
-- key: line
-- columns:
--   line        integer  Line: of the register of corrections
--   state       text     State: applied, differs (the cell holds something else), no_cell or no_file
--   file        text     File: relative to the data folder
--   sheet       text     Sheet: as named in the file
--   cell        text     Cell: A1 style, in CSV files line = row
--   field       text     Field: machine name
--   seen        text     In the cell: what the sender wrote
--   found       text     Expected: what the correction says it found
--   corrected   text     Corrected: what counts instead, where applied
--   reason      text     Reason: as decided
--   decided_by  text     Decided by: a role
--   decided_on  date     Decided on: day
SELECT
  o.row AS line, k.state, s.file, c.sheet,
  cell(c.row, (
    SELECT f."column" FROM landed_field f
    WHERE f.submission = k.submission AND f.source = 'sheet_' || k.source AND f.field = k.field
  )) AS cell,
  c.field, k.seen, c.found, c.corrected, c.reason, c.decided_by, c.decided_on
FROM correction k
JOIN register_corrections c ON c.row_id = k.register_row
JOIN landed_row o ON o.row_id = k.register_row
LEFT JOIN submission s ON s.submission = k.submission
ORDER BY o.row, k.submission
