-- Natures of support
-- Every nature of support the lists name.
-- key: nature
-- columns:
--   nature  text  Nature: as written
SELECT DISTINCT nature FROM sheet_agreements WHERE nature IS NOT NULL
