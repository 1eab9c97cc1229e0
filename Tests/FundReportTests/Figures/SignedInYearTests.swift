import Testing

/// PA-03: agreements signed in the year.
@Suite struct SignedInYearTests {
  @Test func `they count, and were signed in the year, whenever they run`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("first day", ["signed_on": "2025-01-01"]),
        ("last day", ["signed_on": "2025-12-31", "start_on": "2026-02-01"]),
        ("before", ["signed_on": "2024-12-31"]), ("after", ["signed_on": "2026-01-01"]),
        ("never", ["agreement_type": "COLLAB", "signed_on": ""]),
        ("planned", ["status": "PLANNED"]), ("state", ["stakeholder_type": "GOV"]),
        ("service", ["agreement_type": "SERVICE_CONTRACT"]),
      ]))
    #expect(try fund.release().value("PA-03") == "2")
  }

  @Test func `a row of an earlier year says nothing of this one`() throws {
    let fund = try TinyFund()
    // ILO's rows are carried: of the joint agreement A-1, and of I-1, which it has alone.
    try fund.form(
      year: 2024, by: "ILO",
      agreements: Agreements.rows([("A-1", ["puno": "ILO"]), ("I-1", ["puno": "ILO"])]))
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    let release = try fund.release()
    for code in ["PA-01", "PA-03"] {
      #expect(try release.value(code) == "1")
      #expect(try release.breakdown(code, by: "puno") == ["IOM": "1"])
    }
    #expect(try release.value("PA-02") == "2")
    #expect(try release.breakdown("PA-02", by: "puno") == ["IOM": "1", "ILO": "2"])
  }
}
