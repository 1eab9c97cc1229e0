-- Joint Programme facts
-- Every Joint Programme of the register, for the annex: what it is, what it had and spent, what it
-- reported. Money passed on and agreements are the figures of this release.
-- key: programme
-- columns:
--   programme             text                        Programme: code
--   title                 text                        Title: of the Joint Programme
--   reporting_state       text                        Report: reported, outstanding, ended or not begun
--   scope_label           text                        Scope: one country, several, region or global
--   countries             text                        Countries: codes, parted by ;
--   lead                  code(punos)                 Lead: on 31 December, else the last one
--   punos                 text                        PUNOs: of every time up to the end of the year, parted by ;
--   area_label            text                        Thematic area: the primary one, in words
--   objectives            text                        Objectives: of the Global Compact, parted by ;
--   approved_on           date                        Approved: day
--   start_on              date                        Start: first day
--   end_on                date                        End: last day
--   gender_marker         code(gender_markers)        Gender marker: as in the register
--   human_rights_marker   code(human_rights_markers)  Human-rights marker: as in the register
--   child_marker          code(child_markers)         Child marker: as in the register
--   budget_usd            decimal                     Budget, USD: approved, for the whole duration
--   spent_in_year_usd     decimal                     Spent in year, USD: certified, all categories
--   spent_usd             decimal                     Spent since the start, USD: the same, up to the end of the year
--   delivery_percent      decimal                     Delivery rate, %: spent since the start, of the budget
--   agreements            integer                     Agreements in year: as in PA-01, empty if not reported
--   agreements_since      integer                     Agreements since the start: as in PA-02
--   partners              integer                     Partners in year: as in PA-07, empty if not reported
--   passed_on_usd         decimal                     Passed on in year, USD: as in TR-01, empty if not reported
--   passed_on_since_usd   decimal                     Passed on since the start, USD: as in TR-02
--   first_submitted_on    date                        First submitted: earliest form for the year
--   days_late             integer                     Days late: first submitted less due date, negative when early
--   scope                 code(programme_scopes)      Scope, code: the same
SELECT
  programme, title, reporting_state, s.label_en AS scope_label, countries, lead, punos,
  area_label, objectives, approved_on, start_on, end_on, gender_marker, human_rights_marker, child_marker,
  decimal_text(budget_usd, 2) AS budget_usd,
  decimal_text(spent_in_year_usd, 2) AS spent_in_year_usd,
  decimal_text(spent_usd, 2) AS spent_usd,
  decimal_text(delivery_percent, NULL) AS delivery_percent,
  agreements, agreements_since, partners,
  decimal_text(passed_on_usd, 2) AS passed_on_usd,
  decimal_text(passed_on_since_usd, 2) AS passed_on_since_usd,
  first_submitted_on, days_late, scope
FROM programme_fact
LEFT JOIN list_programme_scopes s ON s.code = scope
ORDER BY programme
