-- Transfers
-- Every accepted payment to a partner that counts since the start, with its agreement: from the
-- newest form of each organisation, and from earlier years for a PUNO without one in a newer form.
-- key: transfer
-- columns:
--   transfer               integer                  Transfer no.: number within this release
--   programme              text                     Programme: code of the Joint Programme
--   agreement              integer                  Agreement no.: it was paid under
--   agreement_ref          text                     Agreement ref: as submitted
--   partner                integer                  Partner no.: of the agreement
--   partner_name           text                     Partner: of the agreement
--   stakeholder_type       code(stakeholder_types)  Partner type: of the agreement
--   level                  code(levels)             Level: of the agreement
--   form                   code(agreement_forms)    Form: of the agreement
--   country                code(countries)          Country: of the agreement
--   sub_region             code(sub_regions)        Sub-region: of the country
--   region                 code(regions)            Region: M49, of the country
--   country_group          text                     Country group: LDC, LLDC and SIDS as far as the country is one, else other
--   programme_title        text                     Programme title: of the Joint Programme
--   lead                   code(punos)              Lead: PUNO leading on 31 December, else the last one
--   scope                  code(programme_scopes)   Scope: of the Joint Programme
--   rule_cohort            code(rule_cohorts)       Rules: concept note before or since 6 February 2023
--   thematic_area          code(thematic_areas)     Thematic area: of the Joint Programme
--   puno                   code(punos)              PUNO: that paid
--   paid_on                date                     Paid on: day of payment
--   tier                   integer                  Tier: 1 to the partner, 2 passed on by it
--   currency               code(currencies)         Currency: of the amount
--   amount                 amount                   Amount: in its currency, negative for a recovery
--   rate_from              date                     Rate of: first day of the rate used
--   rate                   decimal                  Rate: units of the currency per US dollar
--   usd                    money                    Amount, USD: at the rate of the day of payment
--   usd_as_agreed          money                    As agreed, USD: at the agreement's rate where the currency is the same
--   carried_from           integer                  Carried from: year, where no newer form has it
--   in_year                flag                     In year: tier 1, counted agreement, in a form for the year, paid in it
--   tier_2_in_year         flag                     Tier 2 in year: counts as passed on by a partner, counted agreement, in a form for the year, paid in it
--   since_start            flag                     Since the start: tier 1, counted agreement, paid by the end of the year
--   is_agreed              flag                     Of an amount agreed: the agreement is financial and its amount is known in USD
--   is_local               flag                     Local or national: agreement's partner; empty if not known
--   is_civil_society       flag                     Civil society: by the Fund's definition
--   programme_live         flag                     Programme live: in force on a day of the year
--   cost_matched           flag                     Cost known: programme answers on transfers and has expenditure for the year
--   row_id                 row                      Row: where it was submitted
WITH candidate AS (
  SELECT
    t.*, code_key(t.agreement_ref) AS ref_key, f.programme, f.year AS form_year, f.prepared_by
  FROM sheet_transfers t
  JOIN form f ON f.submission = t.submission
  WHERE f.is_newest
),
counting AS MATERIALIZED (
  SELECT * FROM (
    SELECT *, max(form_year) OVER (PARTITION BY programme, puno) AS newest_year FROM candidate
  )
  WHERE form_year = newest_year
),
of_agreement AS (
  SELECT
    c.*,
    r.agreement,
    row_number() OVER (
      PARTITION BY c.row_id
      ORDER BY l.submission = c.submission DESC, r.form_year DESC, r.prepared_by, r.row_id
    ) AS place,
    CASE WHEN c.currency = 'USD' THEN c.paid_on ELSE (
      SELECT max(x.effective_from) FROM register_exchange_rates x
      WHERE x.currency = c.currency AND x.effective_from <= c.paid_on
    ) END AS rate_from
  FROM counting c
  JOIN agreement_report r
    ON r.programme = c.programme AND r.puno = c.puno
    AND r.reference = c.ref_key
  JOIN landed_row l ON l.row_id = r.row_id
)
SELECT
  row_number() OVER (ORDER BY t.programme, t.paid_on, t.row_id) AS transfer,
  t.programme, t.agreement, t.agreement_ref, a.partner, a.partner_name, a.stakeholder_type, a.level,
  a.form, a.country, a.sub_region, a.region, a.country_group,
  a.programme_title, a.lead, a.scope, a.rule_cohort, a.thematic_area,
  t.puno, t.paid_on, coalesce(t.tier, 1) AS tier,
  t.currency, t.amount, t.rate_from,
  CASE WHEN t.currency = 'USD' THEN '1' ELSE x.units_per_usd END AS rate,
  usd(t.amount, CASE WHEN t.currency = 'USD' THEN '1' ELSE x.units_per_usd END) AS usd,
  usd(t.amount, CASE
    WHEN t.currency = 'USD' THEN '1'
    WHEN t.currency = a.currency THEN a.rate
    ELSE x.units_per_usd
  END) AS usd_as_agreed,
  CASE WHEN t.form_year < y.year THEN t.form_year END AS carried_from,
  coalesce(t.tier, 1) = 1 AND a.is_counted AND t.form_year = y.year
    AND t.paid_on BETWEEN y.starts_on AND y.ends_on AS in_year,
  t.tier IS 2 AND a.is_counted AND t.form_year = y.year
    AND t.paid_on BETWEEN y.starts_on AND y.ends_on AS tier_2_in_year,
  coalesce(t.tier, 1) = 1 AND a.is_counted AND t.paid_on <= y.ends_on AS since_start,
  a.since_start AND a.is_financial AND a.usd IS NOT NULL AS is_agreed,
  a.is_local,
  s.cs_fund AS is_civil_society,
  g.live AS programme_live,
  g.answers_transfers AND EXISTS (
    SELECT 1 FROM expenditure e WHERE e.programme = t.programme
  ) AS cost_matched,
  t.row_id
FROM of_agreement t
JOIN agreement a ON a.agreement = t.agreement
JOIN programme g ON g.programme = t.programme
JOIN list_stakeholder_types s ON s.code = a.stakeholder_type
LEFT JOIN register_exchange_rates x
  ON x.currency = t.currency AND x.effective_from = t.rate_from
CROSS JOIN period y
WHERE t.place = 1
