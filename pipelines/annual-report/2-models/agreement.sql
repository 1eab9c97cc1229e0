-- Agreements
-- One implementation agreement of a Joint Programme with a partner, however many PUNOs report it.
-- The row of the newest year speaks, within it the alphabetically first PUNO's.
-- key: agreement
-- columns:
--   agreement          integer                   Agreement no.: number within this release
--   programme          text                      Programme: code of the Joint Programme
--   agreement_ref      text                      Agreement ref: as submitted
--   partner            integer                   Partner no.: number within this release
--   partner_name       text                      Partner: name in the register, else as submitted
--   stakeholder_type   code(stakeholder_types)   Partner type: of the register, else as submitted
--   level              code(levels)              Level: of the register, else as submitted
--   country            code(countries)           Country: where the partner works under it
--   sub_region         code(sub_regions)         Sub-region: M49, finest level, of the country
--   region             code(regions)             Region: M49, of the country
--   country_group      text                      Country group: LDC, LLDC and SIDS as far as the country is one, else other
--   programme_title    text                      Programme title: of the Joint Programme
--   lead               code(punos)               Lead: PUNO leading on 31 December, else the last one
--   scope              code(programme_scopes)    Scope: of the Joint Programme
--   rule_cohort        code(rule_cohorts)        Rules: concept note before or since 6 February 2023
--   thematic_area      code(thematic_areas)      Thematic area: of the Joint Programme
--   puno               code(punos)               PUNO: whose row speaks
--   also_reported_by   text                      Also reported by: other PUNOs, separated by ;
--   agreement_type     code(agreement_types)     Agreement type: harmonised type
--   form               code(agreement_forms)     Form: financial or other
--   status             code(agreement_statuses)  Status: as submitted
--   selection          code(selection_modes)     Selection: how the partner was selected
--   signed_on          date                      Signed on: day of signature
--   start_on           date                      Start: first day
--   end_on             date                      End: last day, empty while open
--   currency           code(currencies)          Currency: of the amount
--   amount             amount                    Amount: current value, in its currency
--   rate_from          date                      Rate of: first day of the rate used
--   rate               decimal                   Rate: units of the currency per US dollar
--   usd                money                     Amount, USD: at the rate of signature, else start
--   carried_from       integer                   Carried from: year, where no newer form has it
--   is_counted         flag                      Counted: non-governmental partner, a type and status that count
--   in_year            flag                      In year: counted, in a form for the year, in force in it
--   signed_in_year     flag                      Signed in year: counted, in a form for the year, signed in it
--   since_start        flag                      Since the start: counted, begun by the end of the year
--   is_financial       flag                      Financial: form with money and an amount above 0
--   is_formal          flag                      Formal: other than a collaboration without agreement
--   is_diligent        flag                      Due diligence: recorded as done
--   builds_capacity    flag                      Capacity building: part of the agreement
--   is_local           flag                      Local or national: and no INGO affiliate; empty if not known
--   row_id             row                       Row: the row that speaks
SELECT
  b.agreement,
  a.programme,
  a.agreement_ref,
  p.partner,
  p.partner_name,
  a.stakeholder_type,
  a.level,
  a.country,
  k.sub_region,
  k.region,
  CASE
    WHEN k.ldc OR k.lldc OR k.sids THEN
      ltrim(iif(k.ldc, ', LDC', '') || iif(k.lldc, ', LLDC', '') || iif(k.sids, ', SIDS', ''), ', ')
    ELSE 'other'
  END AS country_group,
  g.title AS programme_title, g.lead, g.scope, g.rule_cohort, g.thematic_area,
  a.puno,
  o.punos AS also_reported_by,
  a.agreement_type, a.form, a.status, a.selection, a.signed_on, a.start_on, a.end_on,
  a.currency, a.amount, a.rate_from, a.rate, a.usd, a.carried_from,
  a.is_counted,
  a.is_counted AND a.form_year = y.year AND a.start_on <= y.ends_on
    AND (a.end_on IS NULL OR a.end_on >= y.starts_on) AS in_year,
  a.is_counted AND a.form_year = y.year
    AND coalesce(a.signed_on BETWEEN y.starts_on AND y.ends_on, 0) AS signed_in_year,
  a.is_counted AND a.start_on <= y.ends_on AS since_start,
  f.financial AND coalesce(a.amount, 0) > 0 AS is_financial,
  a.formal AS is_formal,
  coalesce(d.done, 0) AS is_diligent,
  a.capacity_building IS 1 AS builds_capacity,
  CASE
    WHEN NOT l.is_local THEN 0
    WHEN a.ingo_affiliate IS NULL THEN NULL
    ELSE NOT a.ingo_affiliate
  END AS is_local,
  a.row_id
FROM agreement_report b
JOIN (
  SELECT r.*, n.formal, t.non_governmental AND n.counted AND s.counted AS is_counted
  FROM agreement_row r
  JOIN list_stakeholder_types t ON t.code = r.stakeholder_type
  JOIN list_agreement_types n ON n.code = r.agreement_type
  JOIN list_agreement_statuses s ON s.code = r.status
) a ON a.row_id = b.row_id
JOIN partner p ON p.partner_key = a.partner_key
JOIN programme_attribute g ON g.programme = a.programme
JOIN list_countries k ON k.code = a.country
JOIN list_agreement_forms f ON f.code = a.form
JOIN list_levels l ON l.code = a.level
LEFT JOIN (
  SELECT agreement, group_concat(puno, ';') AS punos
  FROM (
    SELECT DISTINCT r.agreement, r.puno
    FROM agreement_report s
    JOIN agreement_report r ON r.agreement = s.agreement AND r.puno <> s.puno
    WHERE s.place = 1
    ORDER BY r.agreement, r.puno
  )
  GROUP BY agreement
) o ON o.agreement = b.agreement
LEFT JOIN list_due_diligence d ON d.code = a.due_diligence
CROSS JOIN period y
WHERE b.place = 1
