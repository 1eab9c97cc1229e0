-- Partners by sub-region
-- One row per partner of an agreement counted in year and sub-region it works in under one.
-- key: partner, sub_region
-- because: agreement on partner, sub_region
-- columns:
--   partner      integer            Partner no.: number within this release
--   sub_region   code(sub_regions)  Sub-region: M49, finest level
--   migrant_led  flag               Migrant-led: empty if not known
--   women_led    flag               Women-led: empty if not known
--   youth_led    flag               Youth-led: empty if not known
--   grassroots   flag               Grassroots: empty if not known
SELECT DISTINCT
  p.partner, a.sub_region, p.migrant_led, p.women_led, p.youth_led, p.grassroots
FROM partner_year p
JOIN agreement a ON a.partner = p.partner AND a.in_year
-- kept: a row per sub-region, though figures leave rows without a category out anyway
WHERE a.sub_region IS NOT NULL
