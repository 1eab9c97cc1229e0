-- Recommendations by status
-- Recommendations made at events of the Fund by their status today.
-- key: recommendation
-- columns:
--   status_label    text     Status: today, in words
--   recommendation  text     Recommendation: code in the register
--   event_title     text     Event: where it was made
--   topic_label     text     Topic: in words
--   accepted        flag     Accepted: by the Fund
--   due_year        integer  Year due: in which it is to be done
SELECT
  coalesce(s.label_en, 'not said') AS status_label,
  c.recommendation, e.title AS event_title, t.label_en AS topic_label, r.accepted,
  CAST(substr(c.due_on, 1, 4) AS INTEGER) AS due_year
FROM recommendation c
JOIN register_recommendations r ON r.row_id = c.row_id
LEFT JOIN list_recommendation_statuses s ON s.code = c.recommendation_status
LEFT JOIN list_topics t ON t.code = c.topic
LEFT JOIN register_fund_events e ON e.event = c.event
ORDER BY s.position, c.due_on IS NULL, c.due_on, c.recommendation
