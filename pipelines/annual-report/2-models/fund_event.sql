-- Events of the Fund
-- Every event of the register, with what it did for stakeholders. What is not said is not met.
-- key: event
-- columns:
--   event                   text                    Event: code in the register
--   title                   text                    Title: of the event
--   event_kind              code(fund_event_kinds)  Kind: of the event
--   region                  code(regions)           Region: empty if no list knows it
--   held_on                 date                    Held on: first day
--   invited_on              date                    Invited on: day of the invitation
--   notice_days             integer                 Notice, days: from invitation to event
--   registration_required   flag                    Registration: was required
--   prior_consultation      flag                    Prior consultation: was held
--   briefings_held          flag                    Briefings: were held
--   languages_provided      flag                    Languages: materials in those that matter
--   reports_published       flag                    Reports: of stakeholders were published
--   agenda_inputs           flag                    Agenda: stakeholders had inputs
--   participation_promoted  flag                    Participation: was promoted
--   items_met               integer                 Items met: of these six
--   submissions_received    integer                 Submissions received: from stakeholders
--   submissions_posted      integer                 Submissions posted: of these
--   in_year                 flag                    In year: held in it
--   is_timely               flag                    Six weeks: invited at least 42 days ahead
--   row_id                  row                     Row: in the register
SELECT
  e.event, e.title, e.event_kind, r.code AS region, e.held_on, e.invited_on,
  days(e.held_on) - days(e.invited_on) AS notice_days,
  e.registration_required IS 1 AS registration_required,
  e.prior_consultation IS 1 AS prior_consultation,
  e.briefings_held IS 1 AS briefings_held,
  e.languages_provided IS 1 AS languages_provided,
  e.reports_published IS 1 AS reports_published,
  e.agenda_inputs IS 1 AS agenda_inputs,
  e.participation_promoted IS 1 AS participation_promoted,
  (e.prior_consultation IS 1) + (e.briefings_held IS 1) + (e.languages_provided IS 1)
    + (e.reports_published IS 1) + (e.agenda_inputs IS 1) + (e.participation_promoted IS 1)
    AS items_met,
  e.submissions_received, e.submissions_posted,
  coalesce(e.held_on BETWEEN y.starts_on AND y.ends_on, 0) AS in_year,
  coalesce(days(e.held_on) - days(e.invited_on) >= 42, 0) AS is_timely,
  e.row_id
FROM register_fund_events e
LEFT JOIN region_spelling r ON r.spelling = code_key(e.region)
CROSS JOIN period y
