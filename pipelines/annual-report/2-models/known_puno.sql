-- Known PUNOs
-- Organisations that are or ever were a PUNO of a Joint Programme.
-- key: programme, puno
-- columns:
--   programme  text         Programme: code of the Joint Programme
--   puno       code(punos)  PUNO: organisation
SELECT DISTINCT c.programme, p.puno
FROM register_programme_punos p
JOIN programme_code c ON c.spelling = code_key(p.programme_code)
