-- Event rows
-- The accepted rows about events in counting forms for the year, and whether they count where two forms list one event.
-- key: file, sheet, row
-- columns:
--   programme             text                     Programme: code of the Joint Programme
--   prepared_by           text                     Prepared by: the PUNO that sent the form
--   version               integer                  Version: of the form
--   file                  text                     File: relative to the data folder
--   sheet                 text                     Sheet: as named in the file
--   row                   integer                  Row: as the sender sees it
--   counts                flag                     Counts: no where another form's row about the same counts
--   event_ref             text                     Event ref: as submitted
--   title                 text                     Title: as submitted
--   event_kind            code(event_kinds)        Event kind: as submitted
--   audience              code(audiences)          Audience: as submitted
--   awareness_kind        code(awareness_kinds)    Awareness kind: as submitted
--   capacity_kind         code(capacity_kinds)     Capacity kind: as submitted
--   started_on            date                     Started on: as submitted
--   ended_on              date                     Ended on: as submitted
--   country               code(countries)          Country: as submitted
--   medium                code(media)              Medium: as submitted
--   stakeholder_type      code(stakeholder_types)  Stakeholder type: as submitted
--   organisations         integer                  Organisations: as submitted
--   women                 integer                  Women: as submitted
--   men                   integer                  Men: as submitted
--   other_or_undisclosed  integer                  Other or undisclosed: as submitted
--   persons_total         integer                  Persons total: as submitted
--   under_18              integer                  Under 18: as submitted
--   youth_18_24           integer                  Youth 18 24: as submitted
--   speakers              integer                  Speakers: as submitted
--   corrected             text                     Corrected: cells the office replaced, and by what
SELECT
  f.programme, f.prepared_by, f.version, l.file, l.sheet, l.row,
  c.speaks AS counts, s.event_ref,
  s.title, s.event_kind, s.audience, s.awareness_kind, s.capacity_kind, s.started_on, s.ended_on,
  s.country, s.medium, s.stakeholder_type, s.organisations, s.women, s.men,
  s.other_or_undisclosed, s.persons_total, s.under_18, s.youth_18_24, s.speakers,
  (SELECT corrected FROM corrected_row k WHERE k.row_id = s.row_id) AS corrected
FROM sheet_events s
JOIN form f ON f.submission = s.submission AND f.is_period
JOIN programme_event c ON c.row_id = s.row_id
JOIN landed_row l ON l.row_id = s.row_id
ORDER BY s.row_id
