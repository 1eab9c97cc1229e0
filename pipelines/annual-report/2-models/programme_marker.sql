-- Markers of programmes
-- Per Joint Programme, which marker is at or above its threshold; empty where it has no marker.
-- key: programme
-- columns:
--   programme            text                        Programme: code
--   live                 flag                        Live: in force on a day of the year
--   gender_marker        code(gender_markers)        Gender marker: as in the register
--   human_rights_marker  code(human_rights_markers)  Human-rights marker: as in the register
--   child_marker         code(child_markers)         Child marker: as in the register
--   meets_gender         flag                        Gender: at or above the threshold
--   meets_human_rights   flag                        Human rights: at or above the threshold
--   meets_child          flag                        Child: at or above the threshold
--   row_id               row                         Row: in the register of programmes
SELECT
  g.programme, g.live, p.gender_marker, p.human_rights_marker, p.child_marker,
  n.meets_threshold AS meets_gender,
  h.meets_threshold AS meets_human_rights,
  c.meets_threshold AS meets_child,
  p.row_id
FROM programme g
JOIN register_programmes p ON p.programme_code = g.programme
LEFT JOIN list_gender_markers n ON n.code = p.gender_marker
LEFT JOIN list_human_rights_markers h ON h.code = p.human_rights_marker
LEFT JOIN list_child_markers c ON c.code = p.child_marker
