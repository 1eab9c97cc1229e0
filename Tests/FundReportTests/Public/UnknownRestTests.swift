import Testing

/// People of whom nobody stated what a share is about: few of them are protected as well.
@Suite struct UnknownRestTests {
  /// Fifty participants, twenty of them of migrant-led organisations, some with no answer.
  private func release(unknown: Int, protects: Bool = true) throws -> Release {
    let fund = try TinyFund()
    if !protects {
      try fund.copyPipeline()
      try fund.edit("5-publications/disclosure.yml", ", unknown_too: yes", "")
    }
    try fund.registrations(
      (1...50).map { number in
        let answer = number <= 20 ? "yes" : number <= 50 - unknown ? "no" : ""
        return ("P\(number)", ["migrant_led": answer, "sex": number <= 25 ? "F" : "M"])
      })
    return try fund.release()
  }

  @Test(arguments: [(0, "40"), (1, "[c]"), (4, "[c]"), (9, "[c]"), (10, "50")])
  func `of fifty participants`(unknown: Int, share: String) throws {
    // 20 of 50; 20 of 49, 46, 41, with the rest to be read off the fifty; 20 of 40.
    let release = try release(unknown: unknown)
    #expect(try release.publicTotal("EV-06") == share)
    #expect(try release.publicBreakdown("EV-06", by: "role") == ["PARTICIPANT": share])
    #expect(try release.publicTotal("EV-03") == "50")
    let line = try #require(
      release.table("key_figures", of: "public").first { $0["indicator"] == "EV-06" })
    #expect((line["coverage"] == "") == (share == "[c]"))
  }

  @Test func `whose category nobody stated are few as well`() throws {
    let fund = try TinyFund()
    let kinds = [("TECHNICAL", 20), ("TECHNOLOGY", 30), ("FINANCE_ADMIN", 40), ("", 4)]
    let events = kinds.enumerated().map { number, kind in
      "T-\(number),T,TRAINING,2025-03-03,NGO_L,\(kind.0),\(kind.1)"
    }
    let header = "event_ref,title,event_kind,started_on,stakeholder_type,capacity_kind,women"
    try fund.form(sheets: ["events": ([header] + events).joined(separator: "\n")])
    let release = try fund.release()
    // 94 less 20, 30 and 40.
    #expect(try release.publicTotal("CA-01") == "94")
    #expect(
      try release.publicBreakdown("CA-01", by: "capacity_kind")
        == ["TECHNICAL": "[c]", "TECHNOLOGY": "30", "FINANCE_ADMIN": "40"])
    #expect(
      try release.withheld("CA-01") == ["capacity_kind=TECHNICAL secondary"])
  }

  @Test func `without the rule they would be told`() throws {
    let told = try release(unknown: 4, protects: false).table("indicators", of: "public")
      .first { $0["indicator"] == "EV-06" }
    #expect(told?["numerator"] == "20" && told?["denominator"] == "46")
  }
}
