-- Joint Programmes
-- The Joint Programmes live in the year: what they are, what they had and spent, and what they
-- reported.
-- key: programme
-- columns:
--   programme             text                        Joint Programme: code
--   title                 text                        Title: of the Joint Programme
--   scope                 code(programme_scopes)      Scope: country, several countries, region or global
--   countries             text                        Countries, codes: ISO 3166-1 alpha-3, parted by ;
--   thematic_area         code(thematic_areas)        Thematic area, code: the primary one
--   area_label            text                        Thematic area: in words
--   objectives            text                        Objectives of the Global Compact, numbers: parted by ;
--   lead                  code(punos)                 Lead agency, code: on 31 December, else the last one
--   punos                 text                        Agencies, codes: all that have taken part, parted by ;
--   first_year            integer                     First year: of the Joint Programme
--   last_year             integer                     Last year: of the Joint Programme, as approved
--   reporting             flag                        Has reported: an accepted form for the year
--   gender_marker         code(gender_markers)        Gender marker, code: of the Joint Programme
--   human_rights_marker   code(human_rights_markers)  Human-rights marker, code: of the Joint Programme
--   child_marker          code(child_markers)         Child marker, code: of the Joint Programme
--   budget_usd            number                      Budget, USD: approved, for the whole duration
--   spent_in_year_usd     number                      Spent in the year, USD: certified, all categories
--   spent_usd             number                      Spent since the start, USD: certified, all categories
--   delivery_percent      number                      Delivery rate, %: spent since the start, of the budget
--   agreements            number                      Agreements in the year, number: as in PA-01
--   agreements_since      number                      Agreements since the start, number: as in PA-02
--   partners              number                      Partners in the year, number: as in PA-07
--   passed_on_usd         number                      Passed on in the year, USD: as in TR-01
--   passed_on_since_usd   number                      Passed on since the start, USD: as in TR-02
--   reason                text                        Reason: why there is no number, where one is missing
SELECT
  programme, title, scope, countries, thematic_area, area_label, objectives, lead, punos,
  CAST(substr(start_on, 1, 4) AS INTEGER) AS first_year,
  CAST(substr(end_on, 1, 4) AS INTEGER) AS last_year,
  reporting, gender_marker, human_rights_marker, child_marker,
  decimal_text(budget_usd, 2) AS budget_usd,
  decimal_text(spent_in_year_usd, 2) AS spent_in_year_usd,
  decimal_text(spent_usd, 2) AS spent_usd,
  decimal_text(delivery_percent, NULL) AS delivery_percent,
  agreements, agreements_since, partners,
  decimal_text(passed_on_usd, 2) AS passed_on_usd,
  decimal_text(passed_on_since_usd, 2) AS passed_on_since_usd,
  coalesce(reason, iif(budget_usd IS NULL OR spent_in_year_usd IS NULL, 'NO_DATA', NULL)) AS reason
FROM programme_fact
WHERE live
ORDER BY programme
