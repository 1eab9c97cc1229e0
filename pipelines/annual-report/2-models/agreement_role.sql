-- Agreements by role
-- One row per agreement and role of the partner under it.
-- key: agreement, role
-- columns:
--   agreement    integer              Agreement no.: number within this release
--   role         code(partner_roles)  Role: of the partner under the agreement
--   programme    text                 Programme: code of the Joint Programme
--   partner      integer              Partner no.: number within this release
--   in_year      flag                 In year: the agreement is counted in year
--   row_id       row                  Row: the row that speaks
SELECT a.agreement, r.value AS role, a.programme, a.partner, a.in_year, a.row_id
FROM agreement a
JOIN sheet_agreements_roles r ON r.row_id = a.row_id
