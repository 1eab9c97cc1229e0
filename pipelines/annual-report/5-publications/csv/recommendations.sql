-- Recommendations by status
-- Every recommendation of the register by its status today: open ones first, and among them those
-- that were to be done soonest.
-- key: recommendation
-- columns:
--   status_label    text  Status: today, in words
--   recommendation  text  Recommendation: code in the register
--   event           text  Event, code: where it was made
--   event_title     text  Event: title
--   topic_label     text  Topic: in words, else as in the register
--   accepted        flag  Accepted: empty if not known
--   owner           text  Owner: who is to do it
--   due_on          date  Due on: day
--   is_due          flag  Due: accepted, and due by the end of the year
--   is_overdue      flag  Overdue: due, and neither done nor dropped
SELECT
  coalesce(s.label_en, 'not said') AS status_label,
  c.recommendation, c.event, e.title AS event_title, coalesce(t.label_en, r.topic) AS topic_label,
  r.accepted, c.owner, c.due_on, c.is_due,
  c.is_due AND coalesce(c.recommendation_status NOT IN ('DONE', 'DROPPED'), 1) AS is_overdue
FROM recommendation c
JOIN register_recommendations r ON r.row_id = c.row_id
LEFT JOIN list_recommendation_statuses s ON s.code = c.recommendation_status
LEFT JOIN list_topics t ON t.code = c.topic
LEFT JOIN register_fund_events e ON e.event = c.event
ORDER BY s.position, c.due_on IS NULL, c.due_on, c.recommendation
