-- Submitted forms
-- Every accepted form whose head agrees with the registers: a known programme, the year of its
-- folder, and an organisation that is or was a PUNO of the programme. Older versions included.
-- key: submission
-- columns:
--   submission          integer  Submission: number of the file in this release
--   programme           text     Programme: the code of today
--   year                integer  Year: the year reported on
--   prepared_by         text     Prepared by: the PUNO that sent it
--   version             integer  Version: 1 for the first
--   submitted_on        date     Submitted on: day it was sent
--   nil_agreements      flag     Nil, agreements: declared to have none
--   nil_transfers       flag     Nil, transfers: declared to have none
--   nil_structures      flag     Nil, structures: declared to have none
--   nil_engagement      flag     Nil, engagement: declared to have none
--   nil_events          flag     Nil, events: declared to have none
--   nil_accountability  flag     Nil, accountability: declared to have none
SELECT
  f.submission,
  c.programme,
  f.reporting_year AS year,
  f.prepared_by,
  f.version,
  f.submitted_on,
  f.no_agreements IS 1 AS nil_agreements,
  f.no_transfers IS 1 AS nil_transfers,
  f.no_structures IS 1 AS nil_structures,
  f.no_engagement IS 1 AS nil_engagement,
  f.no_events IS 1 AS nil_events,
  f.no_accountability IS 1 AS nil_accountability
FROM sheet_programme f
JOIN submission s
  ON s.submission = f.submission AND s.folder_year = f.reporting_year AND NOT s.waits
JOIN programme_code c ON c.spelling = code_key(f.programme_code)
JOIN known_puno p ON p.programme = c.programme AND p.puno = f.prepared_by
