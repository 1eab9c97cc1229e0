-- Figures of a form
-- What the rows of one form for the year have come to. An agreement or payment that several
-- organisations report is in the figures of each.
-- key: submission, position
-- columns:
--   submission  integer  Submission: number of the file in this release
--   position    integer  Position: order of the figures
--   label_en    text     Label: in English
--   label_fr    text     Label, French: in French
--   label_es    text     Label, Spanish: in Spanish
--   value       number   Value: empty where no amount has a value in USD
--   unit        text     Unit: empty for numbers of things
WITH reported AS (
  SELECT DISTINCT l.submission, a.agreement, a.in_year, a.since_start, a.is_financial, a.usd, a.partner
  FROM landed_row l
  JOIN agreement_report r ON r.row_id = l.row_id
  JOIN agreement a ON a.agreement = r.agreement
),
paid AS (
  SELECT l.submission, t.in_year, t.since_start, t.usd
  FROM landed_row l
  JOIN transfer t ON t.row_id = l.row_id
)
SELECT * FROM (
  SELECT f.submission, 1 AS position, 'Agreements that count in the year' AS label_en,
    'Accords qui comptent dans l''année' AS label_fr, 'Acuerdos que cuentan en el año' AS label_es,
    (SELECT count(*) FROM reported r WHERE r.submission = f.submission AND r.in_year) AS value,
    '' AS unit
  FROM form f WHERE f.is_period
  UNION ALL
  SELECT f.submission, 2, 'Partners of these', 'Partenaires de ceux-ci', 'Socios de estos',
    (SELECT count(DISTINCT r.partner) FROM reported r WHERE r.submission = f.submission AND r.in_year),
    ''
  FROM form f WHERE f.is_period
  UNION ALL
  SELECT f.submission, 3, 'Value of these', 'Valeur de ceux-ci', 'Valor de estos',
    (SELECT sum(r.usd) / 100.0 FROM reported r
      WHERE r.submission = f.submission AND r.in_year AND r.is_financial),
    'USD'
  FROM form f WHERE f.is_period
  UNION ALL
  SELECT f.submission, 4, 'Payments that count in the year', 'Paiements qui comptent dans l''année',
    'Pagos que cuentan en el año',
    (SELECT count(*) FROM paid p WHERE p.submission = f.submission AND p.in_year), ''
  FROM form f WHERE f.is_period
  UNION ALL
  SELECT f.submission, 5, 'Passed on to partners in the year', 'Transféré aux partenaires dans l''année',
    'Transferido a socios en el año',
    (SELECT sum(p.usd) / 100.0 FROM paid p WHERE p.submission = f.submission AND p.in_year), 'USD'
  FROM form f WHERE f.is_period
  UNION ALL
  SELECT f.submission, 6, 'Passed on to partners since the start',
    'Transféré aux partenaires depuis le début', 'Transferido a socios desde el inicio',
    (SELECT sum(p.usd) / 100.0 FROM paid p WHERE p.submission = f.submission AND p.since_start), 'USD'
  FROM form f WHERE f.is_period
)
ORDER BY submission, position
