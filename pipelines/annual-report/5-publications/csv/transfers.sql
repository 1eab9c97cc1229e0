-- Transfer rows
-- The accepted payments that count since the start, typed and conformed.
-- key: file, sheet, row
-- columns:
--   programme          text                     Programme: code of the Joint Programme
--   prepared_by        text                     Prepared by: the PUNO that sent the form
--   version            integer                  Version: of the form
--   file               text                     File: relative to the data folder
--   sheet              text                     Sheet: as named in the file
--   row                integer                  Row: as the sender sees it
--   carried_from       integer                  Carried from: year, where no newer form has it
--   transfer           integer                  Transfer no.: number within this release
--   agreement          integer                  Agreement no.: it was paid under
--   agreement_ref      text                     Agreement ref: as submitted
--   puno               code(punos)              PUNO: that paid
--   paid_on            date                     Paid on: day of payment
--   tier               integer                  Tier: 1 to the partner, 2 passed on by it
--   currency           code(currencies)         Currency: of the amount
--   amount             amount                   Amount: negative for a recovery
--   sub_partner_name   text                     Sub-partner: of tier 2
--   sub_partner_type   code(stakeholder_types)  Sub-partner type: of tier 2
--   sub_partner_level  code(levels)             Sub-partner level: of tier 2
--   reference          text                     Reference: as submitted
--   rate_from          date                     Rate of: first day of the rate used
--   rate               decimal                  Rate: units of the currency per US dollar
--   usd                money                    Amount, USD: at the rate of the day of payment
--   corrected          text                     Corrected: cells the office replaced, and by what
SELECT
  t.programme, f.prepared_by, f.version, l.file, l.sheet, l.row, t.carried_from, t.transfer,
  t.agreement, t.agreement_ref, t.puno, t.paid_on, t.tier, t.currency, t.amount,
  s.sub_partner_name, s.sub_partner_type, s.sub_partner_level, s.reference, t.rate_from, t.rate,
  t.usd,
  (SELECT corrected FROM corrected_row k WHERE k.row_id = t.row_id) AS corrected
FROM transfer t
JOIN sheet_transfers s ON s.row_id = t.row_id
JOIN form f ON f.submission = s.submission
JOIN landed_row l ON l.row_id = t.row_id
ORDER BY t.row_id
