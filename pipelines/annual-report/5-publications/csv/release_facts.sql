-- Release facts
-- What the cover of the report says about this release.
-- key: position
-- columns:
--   position  integer  No.: order on the cover
--   label     text     Fact: what is stated
--   value     text     Value: as printed
SELECT position, label, value FROM (
  SELECT 1 AS position, 'Reporting year' AS label, CAST(year AS TEXT) AS value FROM period
  UNION ALL
  SELECT 2, 'Data as of', coalesce(max(submitted_on), 'no form yet')
    || ' (newest submission that counts)' FROM form
  UNION ALL
  SELECT 3, 'Joint Programmes that reported',
    sum(reporting) || ' of ' || sum(live) || ' live in the year' FROM programme
  UNION ALL
  SELECT 4, 'Answered on agreements', sum(answers_agreements) || ' of ' || sum(live) FROM programme
  UNION ALL
  SELECT 5, 'Answered on transfers', sum(answers_transfers) || ' of ' || sum(live) FROM programme
  UNION ALL
  SELECT 6, 'Not yet reported',
    coalesce(group_concat(programme, ', '), 'none')
  FROM (SELECT programme FROM programme WHERE live AND NOT reporting ORDER BY programme)
  UNION ALL
  SELECT 7, 'Files', count(*) || ' found, ' || sum(state = 'refused') || ' refused'
  FROM submission
  UNION ALL
  SELECT 8, 'Rows', sum(c.rows_read) || ' read, ' || sum(c.accepted) || ' accepted, '
    || sum(c.quarantined) || ' quarantined'
  FROM sheet_count c JOIN submission s USING (submission)
  WHERE s.state = 'accepted'
)
ORDER BY position
