-- Partners in year
-- Every partner with an agreement counted in year. Who leads it is said by all rows about these
-- agreements in forms for the year: yes if any says yes, no if any says no and none yes, empty if
-- none says.
-- key: partner
-- because: agreement on partner
-- columns:
--   partner       integer  Partner no.: number within this release
--   partner_name  text     Partner: name in the register, else as first submitted
--   migrant_led   flag     Migrant-led: empty if not known
--   women_led     flag     Women-led: empty if not known
--   youth_led     flag     Youth-led: empty if not known
--   grassroots    flag     Grassroots: empty if not known
SELECT
  a.partner,
  min(a.partner_name) AS partner_name,
  max(w.migrant_led) AS migrant_led,
  max(w.women_led) AS women_led,
  max(w.youth_led) AS youth_led,
  max(w.grassroots) AS grassroots
FROM agreement a
JOIN agreement_report r
  ON r.agreement = a.agreement AND r.form_year = (SELECT year FROM period)
JOIN agreement_row w ON w.row_id = r.row_id
WHERE a.in_year
GROUP BY a.partner
