-- Chart of seats
-- Seats in bodies of all functions on 31 December, by stakeholder type.
-- key: stakeholder_type
-- columns:
--   stakeholder_type  text    Stakeholder type: label
--   seats             number  Seats: in all these bodies
SELECT t.label_en AS stakeholder_type, sum(s.seats) AS seats
FROM structure s
JOIN list_stakeholder_types t ON t.code = s.stakeholder_type
WHERE s.is_valid
GROUP BY t.code
HAVING sum(s.seats) > 0
ORDER BY sum(s.seats) DESC, t.position
