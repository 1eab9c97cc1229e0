-- Agreement rows
-- Every accepted row about an agreement that counts since the start: from the newest form of each
-- organisation, and from earlier years for a PUNO that has no row in a newer form.
-- key: row_id
-- columns:
--   row_id             row                          Row: where it was submitted
--   programme          text                         Programme: code of the Joint Programme
--   form_year          integer                      Form for: year of the form
--   prepared_by        text                         Prepared by: the PUNO that sent the form
--   version            integer                      Version: of the form
--   carried_from       integer                      Carried from: year, where no newer form has it
--   puno               code(punos)                  PUNO: that entered into the agreement
--   agreement_ref      text                         Agreement ref: as submitted
--   reference          text                         Reference: trimmed and case folded
--   partner_id         text                         Partner: number in the register, if matched
--   partner_key        text                         Partner key: register number, or name and country
--   partner_name       text                         Partner: name as submitted
--   partner_acronym    text                         Acronym: as submitted
--   stakeholder_type   code(stakeholder_types)      Partner type: of the register, else as submitted
--   reported_type      code(stakeholder_types)      Reported type: as submitted
--   level              code(levels)                 Level: of the register, else as submitted
--   reported_level     code(levels)                 Reported level: as submitted
--   country            code(countries)              Country: where the partner works under it
--   ingo_affiliate     flag                         INGO affiliate: as submitted
--   migrant_led        flag                         Migrant-led: as submitted
--   women_led          flag                         Women-led: as submitted
--   youth_led          flag                         Youth-led: as submitted
--   grassroots         flag                         Grassroots: as submitted
--   agreement_type     code(agreement_types)        Agreement type: harmonised type
--   form               code(agreement_forms)        Form: financial or other
--   roles              text                         Roles: codes separated by ;
--   currency           code(currencies)             Currency: of the amount
--   amount             amount                       Amount: current value, in its currency
--   signed_on          date                         Signed on: day of signature
--   start_on           date                         Start: first day
--   end_on             date                         End: last day, empty while open
--   status             code(agreement_statuses)     Status: as submitted
--   selection          code(selection_modes)        Selection: how the partner was selected
--   due_diligence      code(due_diligence)          Due diligence: as submitted
--   capacity_building  flag                         Capacity building: is part of the agreement
--   publish_name       flag                         Publish name: the partner agreed to be named
--   purpose            text                         Purpose: as submitted
--   rated_on           date                         Valued on: signature, else start
--   rate_from          date                         Rate of: first day of the rate used
--   rate               decimal                      Rate: units of the currency per US dollar
--   usd                money                        Amount, USD: at the rate of the day
WITH candidate AS (
  SELECT
    a.*, f.programme, f.year AS form_year, f.prepared_by, f.version,
    coalesce(a.signed_on, a.start_on) AS rated_on
  FROM sheet_agreements a
  JOIN form f ON f.submission = a.submission
  WHERE f.is_newest
),
counting AS (
  SELECT * FROM (
    SELECT *, max(form_year) OVER (PARTITION BY programme, puno) AS newest_year FROM candidate
  )
  WHERE form_year = newest_year
),
matched AS (
  SELECT
    c.*,
    coalesce(s.partner_id, a.partner_id) AS partner_id,
    CASE WHEN c.currency = 'USD' THEN c.rated_on ELSE (
      SELECT max(r.effective_from) FROM register_exchange_rates r
      WHERE r.currency = c.currency AND r.effective_from <= c.rated_on
    ) END AS rate_from
  FROM counting c
  LEFT JOIN partner_spelling s ON s.spelling = fold(c.partner_name)
  LEFT JOIN partner_acronym a
    ON a.acronym = fold(c.partner_acronym) AND a.country = c.country
)
SELECT
  m.row_id, m.programme, m.form_year, m.prepared_by, m.version,
  CASE WHEN m.form_year < (SELECT year FROM period) THEN m.form_year END AS carried_from,
  m.puno, m.agreement_ref, code_key(m.agreement_ref) AS reference,
  m.partner_id,
  coalesce(m.partner_id, fold(m.partner_name) || ' (' || m.country || ')') AS partner_key,
  m.partner_name, m.partner_acronym,
  coalesce(p.stakeholder_type, m.stakeholder_type) AS stakeholder_type,
  m.stakeholder_type AS reported_type,
  coalesce(p.level, m.level) AS level,
  m.level AS reported_level,
  m.country, m.ingo_affiliate, m.migrant_led, m.women_led, m.youth_led, m.grassroots,
  m.agreement_type, m.form, m.roles, m.currency, m.amount, m.signed_on, m.start_on, m.end_on,
  m.status, m.selection, m.due_diligence, m.capacity_building, m.publish_name, m.purpose,
  m.rated_on, m.rate_from,
  CASE WHEN m.currency = 'USD' THEN '1' ELSE r.units_per_usd END AS rate,
  usd(m.amount, CASE WHEN m.currency = 'USD' THEN '1' ELSE r.units_per_usd END) AS usd
FROM matched m
LEFT JOIN register_partners p ON p.partner_id = m.partner_id
LEFT JOIN register_exchange_rates r
  ON r.currency = m.currency AND r.effective_from = m.rate_from
