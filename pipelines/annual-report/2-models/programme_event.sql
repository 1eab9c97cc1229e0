-- Events of programmes
-- Rows about events of Joint Programmes, one per event and stakeholder type, in forms for the year.
-- Where two forms of a programme list the same event for the same stakeholder type, the lead's rows
-- speak, else those of the alphabetically first PUNO.
-- key: line
-- columns:
--   line              integer                  Line no.: number within this release
--   programme         text                     Programme: code of the Joint Programme
--   prepared_by       code(punos)              Prepared by: the PUNO that sent the form
--   activity          integer                  Event no.: programme and reference, number within this release
--   event_ref         text                     Event ref: as submitted
--   title             text                     Title: of the event
--   event_kind        code(event_kinds)        Kind: of the event
--   audience          code(audiences)          Audience: of an awareness activity
--   awareness_kind    code(awareness_kinds)    Awareness: kind of activity
--   capacity_kind     code(capacity_kinds)     Capacity: what a training builds
--   started_on        date                     Started on: first day
--   country           code(countries)          Country: where it was held
--   stakeholder_type  code(stakeholder_types)  Stakeholder type: who took part
--   organisations     integer                  Organisations: that took part
--   persons           integer                  Persons: the total given, else women, men and others; empty if not known
--   speaks            flag                     Speaks: no form that goes first lists the same
--   in_year           flag                     In year: speaks, and began in the year
--   trains_cs         flag                     Trains civil society: a training in the year, row of civil society
--   raises_awareness  flag                     Raises awareness: an awareness activity in the year
--   row_id            row                      Row: where it was submitted
WITH reported AS (
  SELECT
    e.*, f.programme, f.prepared_by,
    dense_rank() OVER (ORDER BY f.programme, code_key(e.event_ref)) AS activity,
    dense_rank() OVER (
      PARTITION BY f.programme, code_key(e.event_ref), e.stakeholder_type
      ORDER BY f.prepared_by IS NOT g.lead, f.prepared_by
    ) = 1 AS speaks
  FROM sheet_events e
  JOIN form f ON f.submission = e.submission
  JOIN programme g ON g.programme = f.programme
  WHERE f.is_period
),
counting AS (
  SELECT r.*, r.speaks AND r.started_on BETWEEN y.starts_on AND y.ends_on AS in_year
  FROM reported r
  CROSS JOIN period y
)
SELECT
  row_number() OVER (ORDER BY c.programme, c.row_id) AS line,
  c.programme, c.prepared_by, c.activity, c.event_ref, c.title, c.event_kind, c.audience,
  c.awareness_kind, c.capacity_kind, c.started_on, c.country, c.stakeholder_type, c.organisations,
  CASE
    WHEN coalesce(c.persons_total, c.women, c.men, c.other_or_undisclosed) IS NULL THEN NULL
    ELSE coalesce(
      c.persons_total,
      coalesce(c.women, 0) + coalesce(c.men, 0) + coalesce(c.other_or_undisclosed, 0)
    )
  END AS persons,
  c.speaks, c.in_year,
  c.in_year AND c.event_kind = 'TRAINING' AND t.cs_fund AS trains_cs,
  c.in_year AND c.event_kind = 'AWARENESS' AS raises_awareness,
  c.row_id
FROM counting c
JOIN list_stakeholder_types t ON t.code = c.stakeholder_type
