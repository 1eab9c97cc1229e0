import Testing

/// PF-04 and PF-05: thematic areas and objectives that live Joint Programmes cover.
@Suite struct ThematicAreasTests {
  @Test func `areas are counted once, of live programmes, whether they have reported or not`()
    throws
  {
    let fund = try TinyFund()  // area 1
    try fund.add("JP-2", area: 1)
    try fund.add("JP-3", area: 4, endOn: "2025-01-01")
    try fund.add("JP-4", area: 2, endOn: "2024-12-31")
    try fund.add("JP-5", area: 3, startOn: "2026-01-01")
    try fund.form("JP-4", answers: ["no_agreements": "yes"])
    let release = try fund.release()
    #expect(try release.figure("PF-04") == Release.Figure(value: "2"))  // 1 and 4
    let areas = try release.breakdown("PF-04", by: "thematic_area")
    #expect(areas.filter { $0.value != "0" } == ["1": "2", "4": "1"])
  }

  @Test func `objectives are counted once, of live programmes`() throws {
    let fund = try TinyFund()
    try fund.register(
      "programmes",
      """
      programme_code,title,gcm_objectives,start_on,end_on
      JP-1,One,2;7,2022-01-01,2026-12-31
      JP-2,Two,7,2022-01-01,2026-12-31
      JP-3,Three,9,2022-01-01,2024-12-31
      """)
    let release = try fund.release()
    #expect(try release.figure("PF-05") == Release.Figure(value: "2"))
    let objectives = try release.breakdown("PF-05", by: "objective")
    #expect(objectives.filter { $0.value != "0" } == ["2": "1", "7": "2"])
  }

  @Test func `a programme without an area covers none, in the formula too`() throws {
    let fund = try TinyFund()
    try fund.register(
      "programmes",
      """
      programme_code,title,thematic_area,start_on,end_on
      JP-1,One,,2022-01-01,2026-12-31
      JP-2,Two,3,2022-01-01,2026-12-31
      """)
    let release = try fund.release()
    #expect(try release.figure("PF-04") == Release.Figure(value: "1"))
    let recalculated = try Witness(
      "recalculate.py", release.folder + "/internal/annual-report-2025.xlsx")
    #expect(recalculated.code == 0, "\(recalculated.lines)")
  }
}
