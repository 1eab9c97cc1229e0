import Testing

/// PA-04 and PA-04c: Joint Programmes with at least one agreement, of those that answered.
@Suite struct ProgrammesWithAgreementsTests {
  /// Kenya nil, Uganda–Tanzania–Philippines with an agreement, Guatemala with a planned one only,
  /// one silent form, one without a form, one closed.
  private func release() throws -> Release {
    let fund = try TinyFund()
    try fund.add("JP-2", countries: "UGA;TZA;PHL", area: 2, conceptNoteOn: "2023-02-06")
    try fund.add("JP-3", countries: "GTM", area: 4, conceptNoteOn: "2023-02-05")
    for code in ["JP-4", "JP-5"] { try fund.add(code) }
    try fund.add("JP-6", area: 5, endOn: "2024-12-31")
    try fund.form("JP-1", answers: ["no_agreements": "yes"])
    try fund.form("JP-2", agreements: Agreements.rows([("A-1", ["country": "UGA"])]))
    try fund.form("JP-3", agreements: Agreements.rows([("A-1", ["status": "PLANNED"])]))
    try fund.form("JP-4")
    try fund.form("JP-6", agreements: Agreements.rows([("A-1", [:])]))
    return try fund.release()
  }

  @Test func `silence is not a no: the share is of those that answered`() throws {
    // Live: 5. Answered: JP-1, JP-2, JP-3. With an agreement: JP-2.
    #expect(
      try release().figure("PA-04")
        == Release.Figure(
          value: "33.333333333333336", numerator: "1", denominator: "3", coverage: "60"))
  }

  @Test func `a programme of several countries stands once in each of its sub-regions`() throws {
    let release = try release()
    let parts = try release.parts("PA-04", by: "sub_region")
    // Eastern Africa: JP-1 and JP-2. South-eastern Asia: JP-2, wherever its agreement is.
    #expect(parts == ["014": "1/2", "035": "1/1", "013": "0/1"])
    // Eastern Africa: 2 of JP-1, JP-2, JP-4, JP-5 answered.
    #expect(try release.figure("PA-04", "sub_region", "014")?.coverage == "50")
    #expect(try release.figure("PA-04", "sub_region", "035")?.coverage == "100")
  }

  @Test func `a part has its own denominator by theme and by the rules in force`() throws {
    let release = try release()
    let areas = try release.parts("PA-04", by: "thematic_area")
    #expect(areas.filter { $0.key != "5" } == ["1": "0/1", "2": "1/1", "4": "0/1"])
    // Area 1: JP-1 of JP-1, JP-4, JP-5.
    #expect(try release.figure("PA-04", "thematic_area", "1")?.coverage == "33.333333333333336")
    // 5 February 2023 is before the rules, 6 February since.
    #expect(
      try release.parts("PA-04", by: "rule_cohort") == ["BEFORE": "0/2", "SINCE": "1/1"])
    #expect(try release.figure("PA-04", "rule_cohort", "BEFORE")?.coverage == "50")
  }

  @Test func `a collaboration is an agreement, and no formal one`() throws {
    let fund = try TinyFund()
    for code in ["JP-2", "JP-3"] { try fund.add(code) }
    try fund.form(
      "JP-1",
      agreements: Agreements.rows([
        ("A-1", ["agreement_type": "COLLAB"]), ("A-2", ["status": "PLANNED"]),
      ]))
    try fund.form("JP-2", agreements: Agreements.rows([("A-1", [:])]))
    try fund.form("JP-3", answers: ["no_agreements": "yes"])
    let release = try fund.release()
    #expect(try release.parts("PA-04", by: "") == ["": "2/3"])
    #expect(try release.parts("PA-04c", by: "") == ["": "1/3"])
  }

  @Test func `where nobody answered there is no share`() throws {
    let fund = try TinyFund()
    // Its only row is refused, and a nil answer beside a row is ignored.
    try fund.form(
      answers: ["no_agreements": "yes"], agreements: Agreements.rows([("A-1", ["amount": ""])]))
    let release = try fund.release()
    #expect(
      try release.figure("PA-04")
        == Release.Figure(
          value: "", numerator: "0", denominator: "0", coverage: "0", reason: "NO_DENOMINATOR"))
  }

  @Test func `the form of last year and of another organisation's nil report`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2")
    try fund.form("JP-2", year: 2024, agreements: Agreements.rows([("A-1", [:])]))
    try fund.form(by: "ILO", answers: ["no_agreements": "oui"])
    // JP-1 answers by ILO's nil report; JP-2 has only answered for 2024.
    #expect(
      try fund.release().figure("PA-04")
        == Release.Figure(value: "0", numerator: "0", denominator: "1", coverage: "50"))
  }
}
