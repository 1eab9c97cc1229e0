-- Capacity by programme
-- Per Joint Programme, whether it built the capacity of civil society in the year.
-- key: programme
-- because: programme_event on programme
-- because: agreement on programme
-- columns:
--   programme        text  Programme: code
--   live             flag  Live: in force on a day of the year
--   reporting        flag  Reporting: live, with an accepted form for the year
--   trains_cs        flag  Trains civil society: at an event in the year
--   has_agreement    flag  Agreement: counted in year, includes capacity building
--   builds_capacity  flag  Builds capacity: by a training or an agreement
SELECT
  programme, live, reporting, trains_cs, has_agreement,
  trains_cs OR has_agreement AS builds_capacity
FROM (
  SELECT
    g.programme, g.live, g.reporting,
    g.programme IN (SELECT programme FROM programme_event WHERE trains_cs) AS trains_cs,
    g.programme IN (SELECT programme FROM agreement WHERE in_year AND builds_capacity)
      AS has_agreement
  FROM programme g
)
