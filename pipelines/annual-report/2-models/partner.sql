-- Partners
-- Every organisation named in an agreement, once: as in the register, or provisionally by its name
-- and country.
-- key: partner
-- columns:
--   partner        integer                  Partner no.: number within this release
--   partner_key    text                     Partner key: register number, or name and country
--   partner_name   text                     Partner: name in the register, else as first submitted
--   is_registered  flag                     In the register: matched by name, alias or acronym
SELECT
  row_number() OVER (ORDER BY p.partner_id IS NULL, a.partner_key) AS partner,
  a.partner_key,
  coalesce(p.name, a.partner_name) AS partner_name,
  p.partner_id IS NOT NULL AS is_registered
FROM (
  SELECT
    partner_key, partner_name, partner_id,
    row_number() OVER (PARTITION BY partner_key ORDER BY form_year DESC, row_id) AS place
  FROM agreement_row
) a
LEFT JOIN register_partners p ON p.partner_id = a.partner_id
WHERE a.place = 1
