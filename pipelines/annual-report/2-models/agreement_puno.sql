-- Agreements by PUNO
-- One row per agreement and PUNO that reports it: a joint agreement stands under each.
-- key: agreement, puno
-- columns:
--   agreement     integer                Agreement no.: number within this release
--   puno          code(punos)            PUNO: that reports the agreement
--   programme     text                   Programme: code of the Joint Programme
--   partner       integer                Partner no.: number within this release
--   selection     code(selection_modes)  Selection: how the partner was selected
--   usd           money                  Amount, USD: the agreement's full amount
--   in_year       flag                   In year: counted in year and reported by this PUNO for the year
--   signed_in_year   flag                Signed in year: counted, signed in it, reported by this PUNO for the year
--   since_start   flag                   Since the start: counted, begun by the end of the year
--   is_financial  flag                   Financial: form with money and an amount above 0
--   is_formal     flag                   Formal: other than a collaboration without agreement
--   is_diligent   flag                   Due diligence: recorded as done
--   builds_capacity  flag                Capacity building: part of the agreement
--   row_id        row                    Row: this PUNO's own
SELECT
  a.agreement,
  r.puno,
  a.programme,
  a.partner,
  a.selection,
  a.usd,
  a.in_year AND r.form_year = (SELECT year FROM period) AS in_year,
  a.signed_in_year AND r.form_year = (SELECT year FROM period) AS signed_in_year,
  a.since_start,
  a.is_financial,
  a.is_formal,
  a.is_diligent,
  a.builds_capacity,
  r.row_id
FROM (
  SELECT
    *,
    row_number() OVER (PARTITION BY agreement, puno ORDER BY place) AS place_of_puno
  FROM agreement_report
) r
JOIN agreement a ON a.agreement = r.agreement
WHERE r.place_of_puno = 1
