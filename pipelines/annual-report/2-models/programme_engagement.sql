-- Programmes on engagement
-- Every Joint Programme with what it reports on engagement. Unless said otherwise of the year: from
-- forms for the year, within the year.
-- key: programme
-- because: engagement_row on programme
-- columns:
--   programme            text                     Programme: code
--   thematic_area        code(thematic_areas)     Thematic area: the primary one
--   rule_cohort          code(rule_cohorts)       Rules: concept note before or since 6 February 2023
--   live                 flag                     Live: in force on a day of the year
--   answers_engagement   flag                     Answers, engagement: rows or a nil report for the year
--   highest_level        code(engagement_levels)  Highest level: with a core group, empty without a row
--   collaborates         flag                     Collaborates: with a core group at collaboration level or above
--   justifies            flag                     Justifies: a row on a core group has a justification
--   meets_floor          flag                     Floor met: migrants and communities both consulted
--   consulted_early      flag                     Consulted early: any core group, in the concept phase and by the day of the note
--   consulted_all_early  flag                     All consulted early: so civil society, migrants and communities
--   phases_reached       integer                  Phases reached: as the register has it
--   phases_covered       integer                  Phases covered: of these, with a stakeholder group consulted so far
--   cycle_percent        number                   Cycle covered, %: empty if no phase is reached
--   co_designs           flag                     Co-design: with evidence
--   co_delivers          flag                     Co-delivery: with evidence
--   holds_dialogue       flag                     Participatory dialogue: with evidence
--   compensates          flag                     Compensates: any row says so
WITH reported AS (
  SELECT
    e.programme,
    max(CASE WHEN e.in_year AND e.is_core_group THEN l.rank END) AS highest_rank,
    max(e.in_year AND e.is_core_group AND e.is_collaborative) AS collaborates,
    max(e.in_year AND e.is_core_group AND e.is_justified) AS justifies,
    max(e.is_early) AS consulted_early,
    max(e.is_early AND e.is_civil_society) AS consulted_civil_society_early,
    count(DISTINCT CASE WHEN e.is_early AND e.is_person THEN e.stakeholder_type END)
      AS persons_consulted_early,
    max(e.in_year AND e.compensated IS 1) AS compensates
  FROM engagement_row e
  JOIN list_engagement_levels l ON l.code = e.engagement_level
  GROUP BY e.programme
),
way AS (
  SELECT
    e.programme,
    max(m.value = 'CO_DESIGN') AS co_designs,
    max(m.value = 'CO_DELIVERY') AS co_delivers,
    max(m.value = 'PARTICIPATORY_DIALOGUE') AS holds_dialogue
  FROM engagement_row e
  JOIN sheet_engagement_modes m ON m.row_id = e.row_id
  WHERE e.in_year AND e.has_evidence
  GROUP BY e.programme
),
cycle AS (
  SELECT programme, count(*) AS reached, sum(is_covered) AS covered
  FROM programme_phase
  GROUP BY programme
),
floor AS (
  SELECT programme, min(is_consulted) AS is_met FROM programme_person GROUP BY programme
)
SELECT
  g.programme,
  g.thematic_area,
  g.rule_cohort,
  g.live,
  g.answers_engagement,
  (SELECT min(l.code) FROM list_engagement_levels l WHERE l.rank = e.highest_rank) AS highest_level,
  coalesce(e.collaborates, 0) AS collaborates,
  coalesce(e.justifies, 0) AS justifies,
  coalesce(f.is_met, 0) AS meets_floor,
  coalesce(e.consulted_early, 0) AS consulted_early,
  coalesce(
    e.consulted_civil_society_early
      AND e.persons_consulted_early = (SELECT count(*) FROM list_stakeholder_types WHERE person),
    0
  ) AS consulted_all_early,
  coalesce(c.reached, 0) AS phases_reached,
  coalesce(c.covered, 0) AS phases_covered,
  100.0 * c.covered / c.reached AS cycle_percent,
  coalesce(w.co_designs, 0) AS co_designs,
  coalesce(w.co_delivers, 0) AS co_delivers,
  coalesce(w.holds_dialogue, 0) AS holds_dialogue,
  coalesce(e.compensates, 0) AS compensates
FROM programme g
LEFT JOIN reported e ON e.programme = g.programme
LEFT JOIN way w ON w.programme = g.programme
LEFT JOIN cycle c ON c.programme = g.programme
LEFT JOIN floor f ON f.programme = g.programme
