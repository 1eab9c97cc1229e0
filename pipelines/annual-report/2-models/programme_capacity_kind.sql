-- Programmes by capacity
-- One row per Joint Programme and kind of capacity that its trainings of civil society built.
-- key: programme, capacity_kind
-- because: programme_event on programme, capacity_kind
-- columns:
--   programme      text                  Programme: code
--   capacity_kind  code(capacity_kinds)  Capacity: kind
--   live           flag                  Live: in force on a day of the year
--   reporting      flag                  Reporting: live, with an accepted form for the year
SELECT DISTINCT g.programme, e.capacity_kind, g.live, g.reporting
FROM programme_event e
JOIN programme g ON g.programme = e.programme
WHERE e.trains_cs
  -- kept: a row per kind, though figures leave rows without a category out anyway
  AND e.capacity_kind IS NOT NULL
