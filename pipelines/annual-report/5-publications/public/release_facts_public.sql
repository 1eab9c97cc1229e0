-- About this edition
-- What the cover says about the data of this edition.
-- key: position
-- columns:
--   position  integer  No.: order on the cover
--   label     text     Fact: what is stated
--   value     text     Said: as printed
SELECT
  -- As they stand: not every edition has every fact.
  row_number() OVER (ORDER BY position) AS position, label, value
FROM (
  SELECT 1 AS position, 'Reporting year' AS label, CAST(year AS TEXT) AS value FROM period
  UNION ALL
  SELECT 2, 'Data as of', coalesce(max(submitted_on), 'no form yet')
    || ' (newest submission that counts)' FROM form
  UNION ALL
  SELECT 3, 'Joint Programmes that reported',
    coalesce(sum(reporting), 0) || ' of ' || coalesce(sum(live), 0) || ' live in the year'
  FROM programme
  UNION ALL
  SELECT 4, 'State', state FROM release_state WHERE is_provisional
  UNION ALL
  SELECT 5, 'Partners named', CAST(count(DISTINCT n.partner) AS TEXT)
  FROM partner_naming n JOIN agreement a ON a.partner = n.partner AND a.since_start
  WHERE n.is_named
  UNION ALL
  SELECT 6, 'Further partners', count(DISTINCT n.partner)
    || ' are not named at their request or for their safety'
  FROM partner_naming n JOIN agreement a ON a.partner = n.partner AND a.since_start
  WHERE NOT n.is_named
)
ORDER BY position
