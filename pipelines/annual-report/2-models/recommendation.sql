-- Recommendations
-- Every recommendation of the register, and whether it was to be done by the end of the year.
-- key: recommendation
-- columns:
--   recommendation         text                           Recommendation: code in the register
--   event                  text                           Event: where it was made
--   topic                  code(topics)                   Topic: empty if no list knows it
--   owner                  text                           Owner: who is to do it
--   due_on                 date                           Due on: day
--   recommendation_status  code(recommendation_statuses)  Status: today
--   is_due                 flag                           Due: accepted, and due by the end of the year
--   is_done                flag                           Done: today
--   row_id                 row                            Row: in the register
SELECT
  r.recommendation, r.event, t.code AS topic, r.owner, r.due_on,
  r.status AS recommendation_status,
  r.accepted IS 1 AND coalesce(r.due_on <= y.ends_on, 0) AS is_due,
  coalesce(r.status = 'DONE', 0) AS is_done,
  r.row_id
FROM register_recommendations r
LEFT JOIN topic_spelling t ON t.spelling = code_key(r.topic)
CROSS JOIN period y
