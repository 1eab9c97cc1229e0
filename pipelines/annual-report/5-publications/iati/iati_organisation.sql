-- IATI participating organisations
-- The PUNOs of a programme, the lead as accountable and all as extending; then its partners since the
-- start as implementing: by name where they agreed, else once per type of organisation without one.
-- key: programme, role, organisation_type, name
-- columns:
--   programme          text  Programme: code
--   role               text  Role: code of the IATI list
--   organisation_type  text  Type: code of the IATI list, empty where there is none
--   name               text  Name: or that it is not given
SELECT programme, role, organisation_type, name FROM (
  SELECT g.programme, '2' AS role, '40' AS organisation_type, n.label_en AS name
  FROM programme g
  JOIN list_punos n ON n.code = g.lead
  UNION
  SELECT c.programme, '3', '40', n.label_en
  FROM register_programme_punos u
  JOIN programme_code c ON c.spelling = code_key(u.programme_code)
  JOIN list_punos n ON n.code = u.puno
  JOIN period y ON coalesce(u.from_on, '') <= y.ends_on
  UNION
  SELECT a.programme, '4', CAST(t.iati AS TEXT),
    iif(n.is_named, n.partner_name, 'Not named, at its request or for its safety')
  FROM agreement a
  JOIN partner_naming n ON n.partner = a.partner
  JOIN list_stakeholder_types t ON t.code = a.stakeholder_type
  WHERE a.since_start
)
ORDER BY programme, role, organisation_type, name
