-- Partners by programme
-- One row per partner of an agreement counted in year and Joint Programme it works with under one;
-- who leads the partner is said as in Partners in year.
-- key: partner, programme
-- because: agreement on partner
-- columns:
--   partner       integer  Partner no.: number within this release
--   programme     text     Programme: code of the Joint Programme
--   partner_name  text     Partner: name in the register, else as first submitted
--   migrant_led   flag     Migrant-led: empty if not known
--   women_led     flag     Women-led: empty if not known
--   youth_led     flag     Youth-led: empty if not known
--   grassroots    flag     Grassroots: empty if not known
SELECT DISTINCT
  p.partner, a.programme, p.partner_name, p.migrant_led, p.women_led, p.youth_led, p.grassroots
FROM partner_year p
JOIN agreement a ON a.partner = p.partner AND a.in_year
