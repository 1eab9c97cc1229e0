-- Partner types
-- The kinds of partners of the master table.
-- key: partner_type
-- columns:
--   partner_type  text  Partner type: code in the master table
--   title         text  Name: of the type
SELECT code AS partner_type, title FROM register_partner_types
