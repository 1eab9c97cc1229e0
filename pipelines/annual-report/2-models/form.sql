-- Counting forms
-- Per Joint Programme, year and preparing organisation the form with the highest version: what
-- the figures read. Older versions are kept but do not count.
-- key: submission
-- columns:
--   submission          integer  Submission: number of the file in this release
--   programme           text     Programme: the code of today
--   year                integer  Year: the year reported on
--   prepared_by         text     Prepared by: the PUNO that sent it
--   version             integer  Version: the highest on or before the cut-off
--   submitted_on        date     Submitted on: day it was sent
--   nil_agreements      flag     Nil, agreements: declared to have none
--   nil_transfers       flag     Nil, transfers: declared to have none
--   nil_structures      flag     Nil, structures: declared to have none
--   nil_engagement      flag     Nil, engagement: declared to have none
--   nil_events          flag     Nil, events: declared to have none
--   nil_accountability  flag     Nil, accountability: declared to have none
--   is_period           flag     Of the year: a form for the reporting year
--   is_newest           flag     Newest: of the newest year this organisation has reported on
SELECT
  submission, programme, year, prepared_by, version, submitted_on, nil_agreements, nil_transfers,
  nil_structures, nil_engagement, nil_events, nil_accountability,
  year = (SELECT year FROM period) AS is_period,
  year = max(year) OVER (PARTITION BY programme, prepared_by) AS is_newest
FROM (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY programme, year, prepared_by ORDER BY version DESC, submission
    ) AS place
  FROM submitted_form
)
WHERE place = 1
