-- Forms
-- Per live Joint Programme and PUNO in the year: whether a form is expected, which one counts, and
-- how late the first came. The lead's form is expected; other PUNOs may send their own.
-- key: programme, puno
-- columns:
--   programme     text              Programme: code of the Joint Programme
--   title         text              Title: of the Joint Programme
--   puno          code(punos)       PUNO: organisation
--   role_label    text              Role: on 31 December, else the last one, in words
--   state         text              State: received, outstanding, or not expected
--   due_on        date              Due on: of the register
--   first_on      date              First received: earliest date of a form for the year
--   days_late     integer           Days late: first received less due date; of outstanding ones empty
--   version       integer           Version: that counts
--   submitted_on  date              Submitted on: date of the version that counts
--   file          text              File: that counts
--   role          code(puno_roles)  Role, code: the same
SELECT
  g.programme, g.title, u.puno,
  r.label_en AS role_label,
  CASE
    WHEN f.submission IS NOT NULL THEN 'received'
    WHEN u.puno = g.lead THEN 'outstanding'
    ELSE 'not expected'
  END AS state,
  d.due_on,
  e.first_on,
  days(e.first_on) - days(d.due_on) AS days_late,
  f.version, f.submitted_on, s.file, r.code AS role
FROM programme g
JOIN (SELECT DISTINCT programme, puno FROM programme_puno) u ON u.programme = g.programme
JOIN list_puno_roles r ON r.code = iif(u.puno = g.lead, 'LEAD', 'PARTICIPATING')
LEFT JOIN form f ON f.is_period AND f.programme = g.programme AND f.prepared_by = u.puno
LEFT JOIN submission s ON s.submission = f.submission
LEFT JOIN (
  SELECT programme, year, prepared_by, min(submitted_on) AS first_on
  FROM submitted_form
  GROUP BY programme, year, prepared_by
) e ON e.programme = g.programme AND e.prepared_by = u.puno AND e.year = (SELECT year FROM period)
LEFT JOIN register_due_dates d ON d.year = (SELECT year FROM period)
WHERE g.live
ORDER BY g.programme, u.puno
