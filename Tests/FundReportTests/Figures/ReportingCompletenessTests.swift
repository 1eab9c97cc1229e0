import Testing

/// RE-01: which programmes, and which of their organisations, have answered on agreements.
@Suite struct ReportingCompletenessTests {
  @Test func `silent forms, refused rows and closed programmes are no answer`() throws {
    let fund = try TinyFund()
    for code in ["JP-2", "JP-3", "JP-4", "JP-5"] { try fund.add(code) }
    try fund.add("JP-6", endOn: "2024-12-31")
    try fund.add("JP-7", startOn: "2026-01-01")
    try fund.form("JP-1", agreements: Agreements.rows([("A-1", ["stakeholder_type": "GOV"])]))
    try fund.form("JP-2", answers: ["no_agreements": "yes"])
    try fund.form("JP-3", answers: ["no_agreements": "no", "no_transfers": "yes"])
    try fund.form("JP-4", agreements: Agreements.rows([("A-1", ["status": ""])]))
    try fund.form("JP-6", agreements: Agreements.rows([("A-1", [:])]))
    let release = try fund.release()
    // Live: JP-1 to JP-5. JP-1 answered, though what it lists does not count; JP-2 by a nil report.
    #expect(
      try release.figure("RE-01")
        == Release.Figure(value: "40", numerator: "2", denominator: "5", coverage: "100"))
  }

  @Test func `live means in force on a day of the year`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2", endOn: "2025-01-01")
    try fund.add("JP-3", startOn: "2025-12-31")
    try fund.add("JP-4", endOn: "2024-12-31")
    try fund.add("JP-5", startOn: "2026-01-01")
    try fund.form(answers: ["no_agreements": "yes"])
    #expect(
      try fund.release().figure("RE-01")
        == Release.Figure(
          value: "33.333333333333336", numerator: "1", denominator: "3", coverage: "100"))
  }

  @Test func `an organisation answers by a row of its own or a nil report of its own`() throws {
    let fund = try TinyFund()  // JP-1: IOM and ILO
    for code in ["JP-2", "JP-3"] { try fund.add(code) }
    try fund.add("JP-4", endOn: "2024-12-31")
    try fund.addPUNO("UNDP", to: "JP-2", until: "2024-12-31")
    try fund.addPUNO("UNDP", to: "JP-3", until: "2025-01-01")
    try fund.addPUNO("UNICEF", to: "JP-2", from: "2025-12-31")
    try fund.addPUNO("UNICEF", to: "JP-3", from: "2026-01-01")
    try fund.addPUNO("WHO", to: "JP-2", from: "2025-01-01", until: "2025-03-31")
    try fund.addPUNO("WHO", to: "JP-2", from: "2025-07-01")  // twice in the year, one organisation
    try fund.addPUNO("WFP", to: "JP-4")
    // IOM's form carries a row of ILO in JP-1; in JP-2 it is nil, which speaks for IOM alone.
    try fund.form("JP-1", agreements: Agreements.rows([("A-1", ["puno": "ILO"])]))
    try fund.form("JP-2", answers: ["no_agreements": "yes"])
    try fund.form(
      "JP-3", year: 2024, by: "UNDP", agreements: Agreements.rows([("A-1", ["puno": "UNDP"])]))
    try fund.form("JP-2", by: "UNICEF", answers: ["no_agreements": "yes"])
    try fund.form("JP-4", by: "WFP", answers: ["no_agreements": "yes"])
    let release = try fund.release()
    // IOM: JP-2 of JP-1, JP-2, JP-3. UNDP: JP-3 only, silent. UNICEF: JP-2 only.
    #expect(
      try release.parts("RE-01", by: "puno")
        == ["IOM": "1/3", "ILO": "1/1", "UNDP": "0/1", "UNICEF": "1/1", "WHO": "0/1"])
    #expect(try release.value("RE-01") == "66.66666666666667")  // JP-1 and JP-2 of three
  }

  @Test func `a row answers for its own programme alone`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2")
    try fund.form("JP-1", agreements: Agreements.rows([("A-1", [:])]))
    try fund.form("JP-2")
    #expect(try fund.release().parts("RE-01", by: "puno")["IOM"] == "1/2")
  }

  @Test func `a nil answer beside rows is ignored`() throws {
    let fund = try TinyFund()
    try fund.form(
      answers: ["no_agreements": "yes"],
      agreements: Agreements.rows([("A-1", ["puno": "ILO"])]))
    let release = try fund.release()
    #expect(try release.parts("RE-01", by: "puno") == ["IOM": "0/1", "ILO": "1/1"])
    #expect(try release.value("PA-01") == "1")
  }
}
