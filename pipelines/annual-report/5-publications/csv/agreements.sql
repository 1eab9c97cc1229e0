-- Agreement rows
-- The accepted rows about agreements that count since the start, typed and conformed.
-- key: file, sheet, row
-- columns:
--   programme          text                         Programme: code of the Joint Programme
--   prepared_by        text                         Prepared by: the PUNO that sent the form
--   version            integer                      Version: of the form
--   file               text                         File: relative to the data folder
--   sheet              text                         Sheet: as named in the file
--   row                integer                      Row: as the sender sees it
--   form_year          integer                      Form for: year of the form
--   carried_from       integer                      Carried from: year, where no newer form has it
--   agreement          integer                      Agreement no.: number within this release
--   place              integer                      Place: 1 for the row that speaks for the agreement
--   agreement_ref      text                         Agreement ref: as submitted
--   puno               code(punos)                  PUNO: that reports the agreement
--   partner_id         text                         Partner: number in the register, if matched
--   partner_name       text                         Partner name: as submitted
--   partner_acronym    text                         Partner acronym: as submitted
--   stakeholder_type   code(stakeholder_types)      Partner type: of the register, else as submitted
--   level              code(levels)                 Level: of the register, else as submitted
--   country            code(countries)              Country: where the partner works under it
--   ingo_affiliate     flag                         INGO affiliate: empty if not known
--   migrant_led        flag                         Migrant-led: empty if not known
--   women_led          flag                         Women-led: empty if not known
--   youth_led          flag                         Youth-led: empty if not known
--   grassroots         flag                         Grassroots: empty if not known
--   agreement_type     code(agreement_types)        Agreement type: harmonised type
--   form               code(agreement_forms)        Form: financial or other
--   roles              text                         Roles: codes separated by ;
--   currency           code(currencies)             Currency: of the amount
--   amount             amount                       Amount: current value, in its currency
--   signed_on          date                         Signed on: day of signature
--   start_on           date                         Start on: first day
--   end_on             date                         End on: last day
--   status             code(agreement_statuses)     Status: as submitted
--   selection          code(selection_modes)        Selection: how the partner was selected
--   due_diligence      code(due_diligence)          Due diligence: as submitted
--   capacity_building  flag                         Capacity building: is part of the agreement
--   publish_name       flag                         Publish name: empty counts as no
--   purpose            text                         Purpose: as submitted
--   rate_from          date                         Rate of: first day of the rate used
--   rate               decimal                      Rate: units of the currency per US dollar
--   usd                money                        Amount, USD: at the rate of signature, else start
--   corrected          text                         Corrected: cells the office replaced, and by what
SELECT
  a.programme, a.prepared_by, a.version, l.file, l.sheet, l.row, a.form_year, a.carried_from,
  r.agreement, r.place, a.agreement_ref, a.puno, a.partner_id, a.partner_name, a.partner_acronym,
  a.stakeholder_type, a.level, a.country, a.ingo_affiliate, a.migrant_led, a.women_led,
  a.youth_led, a.grassroots, a.agreement_type, a.form, a.roles, a.currency, a.amount, a.signed_on,
  a.start_on, a.end_on, a.status, a.selection, a.due_diligence, a.capacity_building,
  a.publish_name, a.purpose, a.rate_from, a.rate, a.usd,
  (SELECT corrected FROM corrected_row k WHERE k.row_id = a.row_id) AS corrected
FROM agreement_row a
JOIN agreement_report r ON r.row_id = a.row_id
JOIN landed_row l ON l.row_id = a.row_id
ORDER BY a.row_id
