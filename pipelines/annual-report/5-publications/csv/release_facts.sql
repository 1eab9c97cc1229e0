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
    coalesce(sum(reporting), 0) || ' of ' || coalesce(sum(live), 0) || ' live in the year' FROM programme
  UNION ALL
  SELECT 4, 'Answered on agreements', coalesce(sum(answers_agreements), 0) || ' of ' || coalesce(sum(live), 0) FROM programme
  UNION ALL
  SELECT 5, 'Answered on transfers', coalesce(sum(answers_transfers), 0) || ' of ' || coalesce(sum(live), 0) FROM programme
  UNION ALL
  SELECT 6, 'Not yet reported',
    coalesce(group_concat(programme, ', '), 'none')
  FROM (SELECT programme FROM programme WHERE live AND NOT reporting ORDER BY programme)
  UNION ALL
  SELECT 7, 'Files of all years', count(*) || ' found, ' || coalesce(sum(state = 'refused'), 0) || ' refused'
  FROM submission
  UNION ALL
  SELECT 8, 'Rows of all years', coalesce(sum(c.rows_read), 0) || ' read, ' || coalesce(sum(c.accepted), 0) || ' accepted, '
    || coalesce(sum(c.quarantined), 0) || ' quarantined'
  FROM sheet_count c JOIN submission s USING (submission)
  WHERE s.state = 'accepted'
  UNION ALL
  SELECT 9, 'Last year',
    coalesce(
      'release ' || (SELECT max(release) FROM past_figure WHERE period = (SELECT year - 1 FROM period)),
      'nothing to compare with: there is no release of ' || (SELECT year - 1 FROM period)
        || ' in the output folder'
    )
)
ORDER BY position
