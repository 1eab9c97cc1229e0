-- Chart of engagement
-- Joint Programmes whose highest level so far is consultation or more, by group and phase.
-- key: stakeholder_type
-- columns:
--   stakeholder_type  text    Group: label
--   concept           number  Concept: Joint Programmes
--   development       number  Development: Joint Programmes
--   implementation    number  Implementation: Joint Programmes
--   monitoring        number  Monitoring: Joint Programmes
--   reporting         number  Reporting: Joint Programmes
--   evaluation        number  Evaluation: Joint Programmes
SELECT
  t.label_en AS stakeholder_type,
  count(DISTINCT iif(h.phase = 'CONCEPT', h.programme, NULL)) AS concept,
  count(DISTINCT iif(h.phase = 'DEVELOPMENT', h.programme, NULL)) AS development,
  count(DISTINCT iif(h.phase = 'IMPLEMENTATION', h.programme, NULL)) AS implementation,
  count(DISTINCT iif(h.phase = 'MONITORING', h.programme, NULL)) AS monitoring,
  count(DISTINCT iif(h.phase = 'REPORTING', h.programme, NULL)) AS reporting,
  count(DISTINCT iif(h.phase = 'EVALUATION', h.programme, NULL)) AS evaluation
FROM programme_highest_level h
JOIN list_stakeholder_types t ON t.code = h.stakeholder_type
JOIN list_engagement_levels l ON l.code = h.engagement_level
WHERE l.rank >= (SELECT rank FROM list_engagement_levels WHERE code = 'CONSULT')
GROUP BY t.code
ORDER BY t.position
