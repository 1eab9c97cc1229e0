-- Further partners, not named
-- Partners with an agreement counted since the start that are not named, at their request or for
-- their safety, by type and region. A partner in two regions stands under both.
-- key: stakeholder_type, region
-- columns:
--   stakeholder_type        code(stakeholder_types)  Partner type, code: kind of organisation
--   stakeholder_type_label  text                     Partner type: in words
--   region                  text                     Region: of the UN's M49, where the partners work
--   partners                integer                  Partners, number: not named
SELECT
  a.stakeholder_type,
  t.label_en AS stakeholder_type_label,
  coalesce(r.label_en, 'no region') AS region,
  count(DISTINCT a.partner) AS partners
FROM partner_naming n
JOIN agreement a ON a.partner = n.partner AND a.since_start
JOIN list_stakeholder_types t ON t.code = a.stakeholder_type
LEFT JOIN list_sub_regions s ON s.code = a.sub_region
LEFT JOIN list_regions r ON r.code = s.region
WHERE NOT n.is_named
GROUP BY a.stakeholder_type, coalesce(r.label_en, 'no region')
ORDER BY t.position, coalesce(r.label_en, 'no region')
