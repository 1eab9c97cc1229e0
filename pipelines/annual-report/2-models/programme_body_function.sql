-- Seats by body function
-- One row per Joint Programme and function of bodies in which a stakeholder group holds a seat on
-- 31 December.
-- key: programme, body_function
-- because: structure on programme, body_function
-- columns:
--   programme           text                  Programme: code
--   body_function       code(body_functions)  Function: of the bodies
--   live                flag                  Live: in force on a day of the year
--   answers_structures  flag                  Answers, structures: rows or a nil report for the year
SELECT DISTINCT g.programme, s.body_function, g.live, g.answers_structures
FROM programme g
JOIN structure s ON s.programme = g.programme
WHERE s.is_valid AND s.is_stakeholder AND s.seats >= 1
