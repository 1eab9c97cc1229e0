-- Acronyms of partners
-- Acronyms that mean one partner only in a country; shared ones match nobody.
-- key: acronym, country
-- columns:
--   acronym     text             Acronym: without case, accents and punctuation
--   country     code(countries)  Country: of the partner
--   partner_id  text             Partner: number in the register
SELECT fold(acronym) AS acronym, country, min(partner_id) AS partner_id
FROM register_partners
WHERE fold(acronym) <> ''
GROUP BY fold(acronym), country
HAVING count(*) = 1
