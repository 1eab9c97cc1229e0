-- Steering Committee seats
-- Every seat of the Fund's Steering Committee, who holds it on 31 December, and whether it rotated
-- in the year.
-- key: constituency, seat
-- columns:
--   constituency  code(sc_constituencies)  Constituency: that the seat belongs to
--   seat          text                     Seat: as in the register
--   holder        text                     Holder: on 31 December, empty if vacant
--   is_filled     flag                     Filled: has a holder on 31 December
--   has_rotated   flag                     Rotated: a holder came in the year after another one
--   row_id        row                      Row: of the holder on 31 December, else the last of the seat
WITH term AS (
  SELECT
    h.row_id, h.holder,
    coalesce(h.from_on <= y.ends_on, 1) AND coalesce(h.to_on >= y.ends_on, 1) AS is_in_force,
    coalesce(h.from_on BETWEEN y.starts_on AND y.ends_on, 0) AS came_in_year,
    -- Renewed terms and vacancies in between are no change of holder.
    coalesce(
      fold(h.holder) <> lag(fold(h.holder)) OVER (
        PARTITION BY h.constituency, code_key(h.seat) ORDER BY coalesce(h.from_on, ''), h.row_id
      ), 0
    ) AS follows_another
  FROM register_steering_committee h
  CROSS JOIN period y
  WHERE h.holder IS NOT NULL
)
SELECT
  s.constituency,
  min(s.seat) AS seat,
  max(CASE WHEN t.is_in_force THEN t.holder END) AS holder,
  coalesce(max(t.is_in_force), 0) AS is_filled,
  coalesce(max(t.came_in_year AND t.follows_another), 0) AS has_rotated,
  coalesce(max(CASE WHEN t.is_in_force THEN t.row_id END), max(s.row_id)) AS row_id
FROM register_steering_committee s
LEFT JOIN term t ON t.row_id = s.row_id
GROUP BY s.constituency, code_key(s.seat)
