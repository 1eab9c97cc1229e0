-- Chart of partner types
-- Agreements counted in year by type of partner.
-- key: type
-- columns:
--   type        text    Type: label
--   agreements  number  Agreements: counted in year
SELECT t.label_en AS type, f.value AS agreements
FROM figure f
JOIN list_stakeholder_types t ON t.code = f.category
WHERE f.indicator = 'PA-01' AND f.dimension = 'stakeholder_type' AND f.value > 0
ORDER BY f.value DESC, t.position
