-- Reports of agreements
-- Every row about an agreement with the agreement it belongs to: rows of one programme with the
-- same partner and reference are one agreement, however many PUNOs report it.
-- key: row_id
-- columns:
--   row_id       row          Row: where it was submitted
--   agreement    integer      Agreement no.: number within this release
--   programme    text         Programme: code of the Joint Programme
--   puno         code(punos)  PUNO: that reports it
--   form_year    integer      Form for: year of the form
--   prepared_by  text         Prepared by: the PUNO that sent the form
--   reference    text         Reference: trimmed and case folded
--   place        integer      Place: 1 for the row that speaks for the agreement
SELECT
  row_id,
  dense_rank() OVER (ORDER BY programme, reference, partner_key) AS agreement,
  programme, puno, form_year, prepared_by, reference,
  row_number() OVER (
    PARTITION BY programme, partner_key, reference
    ORDER BY form_year DESC, puno, prepared_by, row_id
  ) AS place
FROM agreement_row
