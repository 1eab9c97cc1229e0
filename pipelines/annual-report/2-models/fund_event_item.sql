-- Regional reviews by item
-- One row per regional review held in the year and part of meaningful engagement.
-- key: event, review_item
-- columns:
--   event        text                Event: code in the register
--   review_item  code(review_items)  Item: part of meaningful engagement
--   is_met       flag                Met: the register says so
--   row_id       row                 Row: in the register
SELECT
  e.event, i.code AS review_item,
  CASE i.code
    WHEN 'prior_consultation' THEN e.prior_consultation
    WHEN 'briefings_held' THEN e.briefings_held
    WHEN 'languages_provided' THEN e.languages_provided
    WHEN 'reports_published' THEN e.reports_published
    WHEN 'agenda_inputs' THEN e.agenda_inputs
    WHEN 'participation_promoted' THEN e.participation_promoted
  END AS is_met,
  e.row_id
FROM fund_event e
CROSS JOIN list_review_items i
WHERE e.in_year AND e.event_kind = 'REGIONAL_REVIEW'
