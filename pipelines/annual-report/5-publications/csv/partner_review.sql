-- Partners to review
-- Names a person should look at: two that could be one partner, and two that are alike but stay
-- apart. Nothing is merged by itself: to accept a proposal, change the partner register as the last
-- column says, and the next run counts one partner.
-- key: proposal, name, country, other_name, other_country
-- columns:
--   proposal       text             Proposal: could be the same, or alike but apart
--   score          integer          Score: how alike the names are, 0 to 100
--   reason         text             Reason: what is alike
--   partner_id     text             Register no.: of the first, empty if not in the register
--   name           text             Name: as registered or first submitted
--   country        code(countries)  Country: of the first
--   other_id       text             Other register no.: empty if not in the register
--   other_name     text             Other name: as registered or first submitted
--   other_country  code(countries)  Other country: of the other
--   file           text             File: where the other name stands
--   sheet          text             Sheet: as named in the file
--   row            integer          Row: as the sender sees it
--   to_accept      text             To accept: what to write into partners.csv
WITH paired AS (
  SELECT
    k.is_same, k.score, k.reason, a.partner_id, a.name, a.country,
    b.partner_id AS other_id, b.name AS other_name, b.country AS other_country, k.row_id,
    row_number() OVER (
      PARTITION BY coalesce(a.partner_id, a.name_no), coalesce(b.partner_id, b.name_no)
      ORDER BY k.is_same DESC, k.score DESC, k.one, k.other
    ) AS place
  FROM partner_look_alike k
  JOIN partner_name a ON a.name_no = k.one
  JOIN partner_name b ON b.name_no = k.other
)
SELECT
  iif(p.is_same, 'could be the same', 'alike but apart') AS proposal,
  p.score, p.reason, p.partner_id, p.name, p.country, p.other_id, p.other_name, p.other_country,
  l.file, l.sheet, l.row,
  CASE
    WHEN NOT p.is_same THEN NULL
    WHEN p.other_id IS NOT NULL
      THEN 'one line for ' || p.partner_id || ' and ' || p.other_id || ', with the other name among its aliases'
    WHEN p.partner_id IS NOT NULL
      THEN 'line ' || r.row || ', ' || p.partner_id || ', add to aliases: '
        || iif(g.aliases IS NULL, '', ';') || p.other_name
    ELSE 'a new line: <number>,' || iif(instr(p.name, ','), '"' || p.name || '"', p.name) || ',,'
      || iif(instr(p.other_name, ','), '"' || p.other_name || '"', p.other_name) || ','
      || coalesce(p.country, p.other_country, '') || ',<type>,<level>,'
  END AS to_accept
FROM paired p
LEFT JOIN landed_row l ON l.row_id = p.row_id
LEFT JOIN register_partners g ON g.partner_id = p.partner_id
LEFT JOIN landed_row r ON r.row_id = g.row_id
WHERE p.place = 1
ORDER BY p.is_same DESC, p.score DESC, p.name, p.other_name, p.country, p.other_country
