-- Forms to send out
-- One row per live Joint Programme and organisation that is its PUNO in the year: what the head of
-- its reporting form is filled with, and the earlier form whose rows it begins with. That is the
-- organisation's own newest form; a lead that has never sent one begins with the newest form of the
-- organisation that led before.
-- key: programme_code, prepared_by
-- columns:
--   programme_code  text         Programme code: of today
--   reporting_year  integer      Reporting year: the form is about
--   version         integer      Version: of a first form
--   prepared_by     code(punos)  Prepared by: the organisation that fills it in
--   form_version    text         Form version: of the layout
--   is_lead         flag         Lead: leads on 31 December
--   lead            code(punos)  Lead organisation: of the Joint Programme
--   title           text         Title: of the Joint Programme
--   punos           text         PUNOs: organisations of the Joint Programme at any time, parted by ;
--   rows_from       integer      Rows from: submission the form begins with
--   rows_year       integer      Rows of: the year of that form
WITH own AS (
  SELECT programme, prepared_by, submission, year FROM form WHERE is_newest
),
led AS (
  SELECT
    f.programme, f.submission, f.year,
    row_number() OVER (PARTITION BY f.programme ORDER BY f.year DESC, f.prepared_by) AS place
  FROM form f
  WHERE EXISTS (
    SELECT 1 FROM register_programme_punos p
    JOIN programme_code c ON c.spelling = code_key(p.programme_code) AND c.programme = f.programme
    WHERE p.puno = f.prepared_by AND p.role = 'LEAD'
  )
)
SELECT
  p.programme AS programme_code,
  y.year AS reporting_year,
  1 AS version,
  p.puno AS prepared_by,
  '1' AS form_version,
  p.puno IS g.lead AS is_lead,
  g.lead,
  g.title,
  k.punos,
  coalesce(own.submission, led.submission) AS rows_from,
  coalesce(own.year, led.year) AS rows_year
FROM programme_puno p
CROSS JOIN period y
JOIN programme g ON g.programme = p.programme
JOIN (
  SELECT programme, group_concat(puno, ';') AS punos FROM known_puno GROUP BY programme
) k ON k.programme = p.programme
LEFT JOIN own ON own.programme = p.programme AND own.prepared_by = p.puno
LEFT JOIN led ON led.programme = p.programme AND led.place = 1 AND p.puno IS g.lead
