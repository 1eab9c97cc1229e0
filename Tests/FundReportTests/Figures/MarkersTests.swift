import Testing

/// PF-01 to PF-03 and PF-06: what the registers say of live Joint Programmes.
@Suite struct MarkersTests {
  private func fund() throws -> TinyFund {
    let fund = try TinyFund()
    try fund.register(
      "programmes",
      """
      programme_code,former_codes,title,start_on,end_on,gender_marker,human_rights_marker,child_marker
      JP-1,,One,2022-01-01,2026-12-31,2,A,C
      JP-2,,Two,2022-01-01,2026-12-31,1,B,
      JP-3,,Three,2022-01-01,2026-12-31,2A,C,
      JP-4,,Four,2022-01-01,2025-01-01,,,
      JP-5,OLD-5,Five,2022-01-01,2026-12-31,3,,
      JP-6,,Six,2022-01-01,2024-12-31,0,A,A
      """)
    return fund
  }

  @Test func `shares are of live programmes with the marker, reported or not`() throws {
    let release = try fund().release()
    // Live: JP-1 to JP-5. Gender: 2, 2A and 3 of four; human rights: A and B of three; child: none of one.
    #expect(
      try release.figure("PF-01")
        == Release.Figure(value: "75", numerator: "3", denominator: "4", coverage: "80"))
    #expect(
      try release.figure("PF-02")
        == Release.Figure(
          value: "66.66666666666667", numerator: "2", denominator: "3", coverage: "60"))
    #expect(
      try release.figure("PF-03")
        == Release.Figure(value: "0", numerator: "0", denominator: "1", coverage: "20"))
  }

  @Test func `a marker that nobody has makes no share`() throws {
    #expect(
      try TinyFund().release().figure("PF-03")
        == Release.Figure(
          value: "", numerator: "0", denominator: "0", coverage: "0", reason: "NO_DENOMINATOR"))
  }

  @Test func `the newest assessment up to 31 December counts, of all live programmes`() throws {
    let fund = try fund()
    try fund.register(
      "assessments",
      """
      programme_code,item,answer,assessed_on
      JP-1,STAKEHOLDER_MAPPING,no,2023-01-01
      JP-1,STAKEHOLDER_MAPPING,yes,2025-12-31
      JP-1,RISKS,yes,2024-01-01
      JP-2,STAKEHOLDER_MAPPING,yes,2023-01-01
      JP-2,STAKEHOLDER_MAPPING,no,2024-01-01
      JP-3,STAKEHOLDER_MAPPING,yes,2026-01-01
      JP-4,STAKEHOLDER_MAPPING,yes,
      JP-4,KICKOFF_1,unknown,2024-01-01
      old-5,RISKS,yes,2024-01-01
      JP-6,STAKEHOLDER_MAPPING,yes,2024-01-01
      """)
    let release = try fund.release()
    #expect(
      try release.figure("PF-06")
        == Release.Figure(value: "40", numerator: "2", denominator: "5", coverage: "100"))
    let items = try release.parts("PF-06", by: "item")
    #expect(items.count == 12)
    #expect(items.filter { $0.value != "0/5" } == ["STAKEHOLDER_MAPPING": "2/5", "RISKS": "2/5"])
  }
}
