-- Outstanding
-- Every live Joint Programme that has not reported on the year, who leads it, and when its form is
-- due.
-- key: programme
-- columns:
--   programme  text  Programme: code
--   title      text  Title: of the programme
--   lead       text  Lead: PUNO expected to send the form
--   due_on     date  Due on: day the forms of the year are due
SELECT p.programme, p.title, p.lead, d.due_on
FROM programme p
LEFT JOIN register_due_dates d ON d.year = (SELECT year FROM period)
WHERE p.live AND NOT p.reporting
ORDER BY p.programme
