-- Facts of Joint Programmes
-- One row per Joint Programme of the register: what it is, what it had and spent, and what it reported.
-- Figures are those of the release, by Joint Programme; programmes that have ended have only those
-- since the start.
-- key: programme
-- columns:
--   programme             text                        Programme: code
--   title                 text                        Title: of the Joint Programme
--   scope                 code(programme_scopes)      Scope: country, several countries, region or global
--   countries             text                        Countries: parted by ;
--   lead                  code(punos)                 Lead: on 31 December, else the last one
--   punos                 text                        PUNOs: of every time up to the end of the year, parted by ;
--   thematic_area         code(thematic_areas)        Thematic area: the primary one
--   area_label            text                        Thematic area: in words
--   objectives            text                        Objectives: of the Global Compact, parted by ;
--   approved_on           date                        Approved: day
--   start_on              date                        Start: first day
--   end_on                date                        End: last day
--   gender_marker         code(gender_markers)        Gender marker: as in the register
--   human_rights_marker   code(human_rights_markers)  Human-rights marker: as in the register
--   child_marker          code(child_markers)         Child marker: as in the register
--   budget_usd            number                      Budget, USD: approved, for the whole duration
--   spent_in_year_usd     number                      Spent in year, USD: certified expenditure of all categories
--   spent_usd             number                      Spent since the start, USD: the same, up to the end of the year
--   delivery_percent      number                      Delivery rate, %: spent since the start, of the budget
--   agreements            integer                     Agreements in year: as in PA-01
--   agreements_since      integer                     Agreements since the start: as in PA-02
--   partners              integer                     Partners in year: as in PA-07
--   passed_on_usd         number                      Passed on in year, USD: as in TR-01
--   passed_on_since_usd   number                      Passed on since the start, USD: as in TR-02
--   reason                text                        Reason: why one of the figures has no value
--   live                  flag                        Live: in force on a day of the year
--   reporting             flag                        Reporting: live, with an accepted form for the year
--   reporting_state       text                        Reporting: reported, outstanding, ended or not begun
--   first_submitted_on    date                        First submitted: earliest form for the year, any version
--   days_late             integer                     Days late: first submitted less due date, negative when early
WITH spent AS (
  SELECT
    c.programme,
    sum(iif(f.year = y.year, f.expenditure_usd, NULL)) AS in_year,
    sum(f.expenditure_usd) AS so_far
  FROM register_financials f
  JOIN programme_code c ON c.spelling = code_key(f.programme_code)
  JOIN period y ON f.year <= y.year
  GROUP BY c.programme
),
counted AS (
  SELECT
    category AS programme,
    max(iif(indicator = 'PA-01', value, NULL)) AS agreements,
    max(iif(indicator = 'PA-02', value, NULL)) AS agreements_since,
    max(iif(indicator = 'PA-07', value, NULL)) AS partners,
    max(iif(indicator = 'TR-01', value, NULL)) AS passed_on,
    max(iif(indicator = 'TR-02', value, NULL)) AS passed_on_since,
    max(reason) AS reason
  FROM figure
  WHERE dimension = 'programme' AND indicator IN ('PA-01', 'PA-02', 'PA-07', 'TR-01', 'TR-02')
  GROUP BY category
)
SELECT
  g.programme, g.title, r.scope, r.countries, g.lead,
  (
    SELECT group_concat(puno, ';')
    FROM (
      SELECT DISTINCT u.puno
      FROM register_programme_punos u
      JOIN programme_code c ON c.spelling = code_key(u.programme_code)
      WHERE c.programme = g.programme AND coalesce(u.from_on, '') <= y.ends_on
      ORDER BY 1
    )
  ) AS punos,
  g.thematic_area, t.label_en AS area_label, r.gcm_objectives AS objectives, r.approved_on,
  g.start_on, g.end_on, r.gender_marker, r.human_rights_marker, r.child_marker,
  r.budget_usd / 100.0 AS budget_usd,
  s.in_year / 100.0 AS spent_in_year_usd,
  s.so_far / 100.0 AS spent_usd,
  iif(r.budget_usd > 0, 100.0 * s.so_far / r.budget_usd, NULL) AS delivery_percent,
  CAST(n.agreements AS INTEGER) AS agreements,
  CAST(n.agreements_since AS INTEGER) AS agreements_since,
  CAST(n.partners AS INTEGER) AS partners,
  n.passed_on AS passed_on_usd, n.passed_on_since AS passed_on_since_usd, n.reason,
  g.live, g.reporting,
  CASE
    WHEN g.reporting THEN 'reported'
    WHEN g.live THEN 'outstanding'
    WHEN g.end_on < y.starts_on THEN 'ended'
    ELSE 'not begun'
  END AS reporting_state,
  g.first_submitted_on, g.days_late
FROM programme g
JOIN register_programmes r ON r.programme_code = g.programme
CROSS JOIN period y
LEFT JOIN list_thematic_areas t ON t.code = g.thematic_area
LEFT JOIN spent s ON s.programme = g.programme
LEFT JOIN counted n ON n.programme = g.programme
