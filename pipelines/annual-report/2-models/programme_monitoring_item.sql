-- Monitoring items
-- One row per Joint Programme and monitoring item whose design or data collection involved
-- stakeholders.
-- key: programme, monitoring_item
-- because: accountability_item on programme, monitoring_item = item
-- columns:
--   programme               text                    Programme: code
--   monitoring_item         code(monitoring_items)  Item: of monitoring
--   live                    flag                    Live: in force on a day of the year
--   answers_accountability  flag                    Answers, accountability: rows or a nil report for the year
SELECT DISTINCT g.programme, a.item AS monitoring_item, g.live, g.answers_accountability
FROM accountability_item a
JOIN programme g ON g.programme = a.programme
WHERE a.involves_stakeholders
