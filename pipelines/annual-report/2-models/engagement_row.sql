-- Engagement
-- Every accepted row about engagement that counts since the start: from the newest form of each
-- organisation, and from an earlier year only if no newer form of the Joint Programme has a row. Rows
-- have no identity: where two forms of one year report engagement, all their rows count.
-- key: engagement
-- columns:
--   engagement            integer                  Engagement no.: number within this release
--   programme             text                     Programme: code of the Joint Programme
--   prepared_by           code(punos)              Prepared by: the PUNO that sent the form
--   thematic_area         code(thematic_areas)     Thematic area: of the Joint Programme
--   phase                 code(phases)             Phase: of the programme cycle
--   stakeholder_type      code(stakeholder_types)  Stakeholder type: who took part
--   engagement_level      code(engagement_levels)  Level: of engagement
--   engaged_on            text                     Engaged on: day, month or year as submitted
--   last_day              date                     Last day: the day itself, or the last of the month or year
--   mechanisms            text                     Mechanisms: codes separated by ;
--   modes                 text                     Modes: codes separated by ;
--   medium                code(media)              Medium: as submitted
--   persons               integer                  Persons: the total where given, else the sum of its parts
--   compensated           flag                     Compensated: as submitted
--   currency              code(currencies)         Currency: of the compensation
--   amount                amount                   Compensation: in its currency
--   rate_from             date                     Rate of: first day of the rate used
--   rate                  decimal                  Rate: units of the currency per US dollar
--   usd                   money                    Compensation, USD: at the rate of the last day
--   carried_from          integer                  Carried from: year, where no newer form has rows
--   in_year               flag                     In year: in a form for the year, within the year
--   so_far                flag                     So far: by the end of the year
--   is_stakeholder_group  flag                     Stakeholder group: non-governmental, migrants or communities
--   is_core_group         flag                     Core group: civil society by the Fund's definition, migrants or communities
--   is_civil_society      flag                     Civil society: by the Fund's definition
--   is_person             flag                     Migrants or communities: people, not an organisation
--   is_engaged            flag                     Engaged: above no engagement
--   is_consulted          flag                     Consulted: at consultation level or above
--   is_collaborative      flag                     Collaborative: at collaboration level or above
--   is_early              flag                     Before the concept note: in a form for the year, a core group consulted in the concept phase, by the day of the note
--   is_justified          flag                     Justified: has a justification
--   has_evidence          flag                     Evidence: has a text on it
--   has_compensation      flag                     With compensation: said to be compensated, or has an amount
--   row_id                row                      Row: where it was submitted
WITH candidate AS (
  SELECT
    e.*, f.programme, f.year AS form_year, f.prepared_by,
    CASE length(e.engaged_on)
      WHEN 4 THEN e.engaged_on || '-12-31'
      WHEN 7 THEN date(e.engaged_on || '-01', '+1 month', '-1 day')
      ELSE e.engaged_on
    END AS last_day
  FROM sheet_engagement e
  JOIN form f ON f.submission = e.submission
  WHERE f.is_newest
),
counting AS (
  SELECT * FROM (
    SELECT *, max(form_year) OVER (PARTITION BY programme) AS newest_year FROM candidate
  )
  WHERE form_year = newest_year
),
rated AS (
  SELECT
    c.*,
    CASE
      WHEN c.compensation_amount IS NULL THEN NULL
      WHEN c.compensation_currency = 'USD' THEN c.last_day
      ELSE (
        SELECT max(r.effective_from) FROM register_exchange_rates r
        WHERE r.currency = c.compensation_currency AND r.effective_from <= c.last_day
      )
    END AS rate_from
  FROM counting c
)
SELECT
  row_number() OVER (ORDER BY e.programme, e.last_day, e.row_id) AS engagement,
  e.programme, e.prepared_by, g.thematic_area, e.phase, e.stakeholder_type, e.engagement_level,
  e.engaged_on, e.last_day, e.mechanisms, e.modes, e.medium,
  coalesce(
    e.persons_total,
    coalesce(e.women, 0) + coalesce(e.men, 0) + coalesce(e.other_or_undisclosed, 0)
  ) AS persons,
  e.compensated,
  e.compensation_currency AS currency,
  e.compensation_amount AS amount,
  e.rate_from,
  CASE WHEN e.compensation_currency = 'USD' THEN '1' ELSE r.units_per_usd END AS rate,
  usd(
    e.compensation_amount,
    CASE WHEN e.compensation_currency = 'USD' THEN '1' ELSE r.units_per_usd END
  ) AS usd,
  CASE WHEN e.form_year < y.year THEN e.form_year END AS carried_from,
  e.form_year = y.year AND e.last_day BETWEEN y.starts_on AND y.ends_on AS in_year,
  e.last_day <= y.ends_on AS so_far,
  t.non_governmental OR t.person AS is_stakeholder_group,
  t.cs_fund OR t.person AS is_core_group,
  t.cs_fund AS is_civil_society,
  t.person AS is_person,
  l.rank > x.none AS is_engaged,
  l.rank >= x.consultation AS is_consulted,
  l.rank >= x.collaboration AS is_collaborative,
  e.form_year = y.year AND e.phase = 'CONCEPT' AND l.rank >= x.consultation
    AND (t.cs_fund OR t.person) AND coalesce(e.last_day <= g.concept_note_on, 0) AS is_early,
  e.justification IS NOT NULL AS is_justified,
  e.evidence IS NOT NULL AS has_evidence,
  e.compensated IS 1 OR e.compensation_amount IS NOT NULL AS has_compensation,
  e.row_id
FROM rated e
JOIN register_programmes g ON g.programme_code = e.programme
JOIN list_stakeholder_types t ON t.code = e.stakeholder_type
JOIN list_engagement_levels l ON l.code = e.engagement_level
LEFT JOIN register_exchange_rates r
  ON r.currency = e.compensation_currency AND r.effective_from = e.rate_from
CROSS JOIN period y
CROSS JOIN (
  SELECT
    max(CASE code WHEN 'NONE' THEN rank END) AS none,
    max(CASE code WHEN 'CONSULT' THEN rank END) AS consultation,
    max(CASE code WHEN 'COLLABORATE' THEN rank END) AS collaboration
  FROM list_engagement_levels
) x
