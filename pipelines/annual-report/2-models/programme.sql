-- Joint Programmes
-- Every Joint Programme of the register, with what it reported for the year.
-- key: programme
-- because: form_answer on programme
-- because: agreement on programme
-- columns:
--   programme               text                  Programme: code
--   title                   text                  Title: of the Joint Programme
--   former_codes            text                    Former codes: parted by ;
--   lead                    code(punos)           Lead: PUNO leading on 31 December, else the last one
--   thematic_area           code(thematic_areas)  Thematic area: the primary one
--   thematic_area_number    integer               Area no.: the same as a number
--   rule_cohort             code(rule_cohorts)    Rules: concept note before or since 6 February 2023
--   start_on                date                  Start: first day
--   end_on                  date                  End: last day
--   live                    flag                  Live: in force on a day of the year
--   reporting               flag                  Reporting: live, with an accepted form for the year
--   answers_agreements      flag                  Answers, agreements: rows or a nil report for the year
--   answers_transfers       flag                  Answers, transfers: rows or a nil report for the year
--   answers_structures      flag                  Answers, structures: rows or a nil report for the year
--   answers_engagement      flag                  Answers, engagement: rows or a nil report for the year
--   answers_events          flag                  Answers, events: rows or a nil report for the year
--   answers_accountability  flag                  Answers, accountability: rows or a nil report for the year
--   agreements              integer               Agreements: counted in year
--   formal_agreements       integer               Formal agreements: of these, other than collaborations
--   partners                integer               Partners: distinct, of these agreements
--   first_submitted_on      date                  First submitted: earliest form for the year, any version
--   days_late               integer               Days late: first submitted less due date, negative when early
--   on_time                 flag                  On time: first submitted by the due date; empty if the year has none
SELECT
  p.programme_code AS programme,
  p.title,
  p.former_codes,
  t.lead,
  p.thematic_area,
  CAST(p.thematic_area AS INTEGER) AS thematic_area_number,
  t.rule_cohort,
  p.start_on,
  p.end_on,
  p.live,
  p.live AND f.programme IS NOT NULL AS reporting,
  p.live AND coalesce(f.agreements, 0) AS answers_agreements,
  p.live AND coalesce(f.transfers, 0) AS answers_transfers,
  p.live AND coalesce(f.structures, 0) AS answers_structures,
  p.live AND coalesce(f.engagement, 0) AS answers_engagement,
  p.live AND coalesce(f.events, 0) AS answers_events,
  p.live AND coalesce(f.accountability, 0) AS answers_accountability,
  (
    SELECT count(*) FROM agreement a WHERE a.programme = p.programme_code AND a.in_year
  ) AS agreements,
  (
    SELECT count(*) FROM agreement a
    WHERE a.programme = p.programme_code AND a.in_year AND a.is_formal
  ) AS formal_agreements,
  (
    SELECT count(DISTINCT a.partner) FROM agreement a
    WHERE a.programme = p.programme_code AND a.in_year
  ) AS partners,
  s.first_submitted_on,
  days(s.first_submitted_on) - days(d.due_on) AS days_late,
  CASE WHEN d.due_on IS NOT NULL THEN coalesce(s.first_submitted_on <= d.due_on, 0) END AS on_time
FROM (
  SELECT *, start_on <= ends_on AND end_on >= starts_on AS live
  FROM register_programmes
  CROSS JOIN period
) p
JOIN programme_attribute t ON t.programme = p.programme_code
CROSS JOIN period y
LEFT JOIN register_due_dates d ON d.year = y.year
LEFT JOIN (
  SELECT
    programme,
    max(answers_agreements) AS agreements,
    max(answers_transfers) AS transfers,
    max(answers_structures) AS structures,
    max(answers_engagement) AS engagement,
    max(answers_events) AS events,
    max(answers_accountability) AS accountability
  FROM form_answer
  GROUP BY programme
) f ON f.programme = p.programme_code
LEFT JOIN (
  SELECT programme, year, min(submitted_on) AS first_submitted_on
  FROM submitted_form
  GROUP BY programme, year
) s ON s.programme = p.programme_code AND s.year = y.year
