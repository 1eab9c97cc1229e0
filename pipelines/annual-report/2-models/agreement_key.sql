-- Known agreements
-- Agreements a payment may belong to: those in a form of the programme for the same year, and those
-- that count since the start.
-- key: programme, year, puno, reference
-- columns:
--   programme  text         Programme: code of the Joint Programme
--   year       integer      Year: of the form the payment stands in
--   puno       code(punos)  PUNO: of the agreement and the payment
--   reference  text         Reference: trimmed and case folded
SELECT f.programme, f.year, a.puno, code_key(a.agreement_ref) AS reference
FROM sheet_agreements a
JOIN form f ON f.submission = a.submission
UNION
SELECT r.programme, y.year, r.puno, r.reference
FROM agreement_row r
JOIN (SELECT DISTINCT programme, year FROM form) y ON y.programme = r.programme
