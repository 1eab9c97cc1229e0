-- Engagement rows
-- The accepted rows about engagement that count since the start, typed and conformed.
-- key: file, sheet, row
-- columns:
--   programme              text                     Programme: code of the Joint Programme
--   prepared_by            text                     Prepared by: the PUNO that sent the form
--   version                integer                  Version: of the form
--   file                   text                     File: relative to the data folder
--   sheet                  text                     Sheet: as named in the file
--   row                    integer                  Row: as the sender sees it
--   carried_from           integer                  Carried from: year, where no newer form has rows
--   engagement             integer                  Engagement no.: number within this release
--   phase                  code(phases)             Phase: of the programme cycle
--   stakeholder_type       code(stakeholder_types)  Stakeholder type: who took part
--   engagement_level       code(engagement_levels)  Engagement level: as submitted
--   engaged_on             text                     Engaged on: day, month or year as submitted
--   last_day               date                     Last day: the day itself, or the last of the month or year
--   mechanisms             text                     Mechanisms: codes separated by ;
--   modes                  text                     Modes: codes separated by ;
--   medium                 code(media)              Medium: as submitted
--   women                  integer                  Women: as submitted
--   men                    integer                  Men: as submitted
--   other_or_undisclosed   integer                  Other or undisclosed: as submitted
--   persons_total          integer                  Persons total: as submitted
--   persons                integer                  Persons: the total where given, else the sum of its parts
--   under_18               integer                  Under 18: as submitted
--   youth_18_24            integer                  Youth 18 to 24: as submitted
--   compensated            flag                     Compensated: empty if not known
--   compensation_currency  code(currencies)         Compensation currency: of the amount
--   compensation_amount    amount                   Compensation amount: in its currency
--   justification          text                     Justification: as submitted
--   evidence               text                     Evidence: as submitted
--   rate_from              date                     Rate of: first day of the rate used
--   rate                   decimal                  Rate: units of the currency per US dollar
--   usd                    money                    Compensation, USD: at the rate of the last day
--   corrected              text                     Corrected: cells the office replaced, and by what
SELECT
  e.programme, e.prepared_by, f.version, l.file, l.sheet, l.row, e.carried_from, e.engagement,
  e.phase, e.stakeholder_type, e.engagement_level, e.engaged_on, e.last_day, e.mechanisms, e.modes,
  e.medium, s.women, s.men, s.other_or_undisclosed, s.persons_total, e.persons, s.under_18,
  s.youth_18_24, e.compensated, e.currency AS compensation_currency,
  e.amount AS compensation_amount, s.justification, s.evidence, e.rate_from, e.rate, e.usd,
  (SELECT corrected FROM corrected_row k WHERE k.row_id = e.row_id) AS corrected
FROM engagement_row e
JOIN sheet_engagement s ON s.row_id = e.row_id
JOIN form f ON f.submission = s.submission
JOIN landed_row l ON l.row_id = e.row_id
ORDER BY e.row_id
