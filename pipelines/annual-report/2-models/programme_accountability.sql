-- Programme accountability
-- Per Joint Programme, how stakeholders take part in monitoring, and how they are heard.
-- key: programme
-- because: accountability_item on programme
-- columns:
--   programme               text  Programme: code
--   live                    flag  Live: in force on a day of the year
--   answers_accountability  flag  Answers, accountability: rows or a nil report for the year
--   involves_stakeholders   flag  Involves stakeholders: in the design or data collection of monitoring
--   has_feedback_round      flag  Feedback round: held in the year
--   has_mechanism           flag  Complaints mechanism: in place
SELECT
  g.programme, g.live, g.answers_accountability,
  coalesce(max(a.involves_stakeholders), 0) AS involves_stakeholders,
  coalesce(max(a.is_feedback_round), 0) AS has_feedback_round,
  coalesce(max(a.is_mechanism AND a.in_place IS 1), 0) AS has_mechanism
FROM programme g
LEFT JOIN accountability_item a ON a.programme = g.programme
GROUP BY g.programme
