import Testing

/// When rows about agreements are one agreement, and which of them speaks.
@Suite struct OneAgreementTests {
  @Test func `another partner, reference or programme makes another agreement`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2")
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", [:]), ("A-2", [:]), ("A-1", ["puno": "ILO", "partner_name": "Beta"]),
      ]))
    try fund.form("JP-2", agreements: Agreements.rows([("A-1", [:])]))
    let release = try fund.release()
    #expect(try release.value("PA-01") == "4")
    #expect(try release.value("PA-07") == "2")  // Alpha and Beta
  }

  @Test func `one agreement reported by two PUNOs counts once, and under each of them`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", [:]), ("a-1 ", ["puno": "ILO", "partner_name": "ALPHA"]),
        ("A-2", ["puno": "ILO", "partner_name": "Beta"]),
      ]))
    let release = try fund.release()
    #expect(try release.value("PA-01") == "2")
    #expect(try release.breakdown("PA-01", by: "puno") == ["IOM": "1", "ILO": "2"])
  }

  @Test func `of two forms of a year the alphabetically first PUNO speaks`() throws {
    let fund = try TinyFund()
    try fund.form(by: "IOM", agreements: Agreements.rows([("A-1", ["level": "LOCAL"])]))
    try fund.form(
      by: "ILO",
      agreements: Agreements.rows([
        (
          "A-1",
          [
            "puno": "ILO", "form": "NON_FINANCIAL", "amount": "", "currency": "",
            "agreement_type": "MOU",
          ]
        )
      ]))
    let release = try fund.release()
    #expect(try release.breakdown("PA-01", by: "form") == ["NON_FINANCIAL": "1"])
    #expect(try release.breakdown("PA-01", by: "agreement_type") == ["MOU": "1"])
    #expect(try release.breakdown("PA-01", by: "level") == ["NATIONAL": "1"])
    #expect(try release.breakdown("PA-01", by: "puno") == ["IOM": "1", "ILO": "1"])
    #expect(try release.parts("PA-05", by: "puno") == ["IOM": "0/1", "ILO": "0/1"])
  }

  @Test func `the row that speaks does so before anything is filtered`() throws {
    let fund = try TinyFund()
    try fund.form(by: "IOM", agreements: Agreements.rows([("A-1", [:]), ("A-2", [:])]))
    try fund.form(
      by: "ILO",
      agreements: Agreements.rows([
        ("A-1", ["puno": "ILO", "status": "CANCELLED"]),
        ("A-2", ["puno": "ILO", "start_on": "2026-01-01"]),
      ]))
    let release = try fund.release()
    #expect(try release.value("PA-01") == "0")
    #expect(try release.value("PA-02") == "0")
    #expect(try release.breakdown("PA-01", by: "puno").filter { $0.value != "0" } == [:])
  }

  @Test func `the newest year's row speaks alone, whoever it is from`() throws {
    let fund = try TinyFund()
    // cancelled by ILO in 2024, active with IOM in 2025. A-2: the other way round.
    try fund.form(
      year: 2024, by: "ILO",
      agreements: Agreements.rows([
        ("A-1", ["puno": "ILO", "status": "CANCELLED"]),
        ("A-2", ["puno": "ILO", "partner_name": "Beta"]),
      ]))
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", [:]), ("A-2", ["status": "CANCELLED", "partner_name": "Beta"]),
      ]))
    let release = try fund.release()
    #expect(try release.value("PA-01") == "1")
    #expect(try release.value("PA-02") == "1")
    // In year only under IOM, which reports it for the year; since the start under each.
    #expect(
      try release.breakdown("PA-01", by: "puno").filter { $0.value != "0" } == ["IOM": "1"])
    #expect(try release.breakdown("PA-02", by: "puno") == ["IOM": "1", "ILO": "1"])
    #expect(try release.breakdown("PA-07", by: "stakeholder_type") == ["NGO_N": "1"])
  }

  @Test func `of two forms about one PUNO's agreement the alphabetically first sender speaks`()
    throws
  {
    let fund = try TinyFund()
    try fund.form(by: "IOM", agreements: Agreements.rows([("A-1", [:])]))
    try fund.form(by: "ILO", agreements: Agreements.rows([("A-1", ["amount": "0"])]))
    let release = try fund.release()
    #expect(
      try release.figure("PA-05") == Release.Figure(value: "0", numerator: "0", denominator: "1"))
    #expect(try release.breakdown("PA-01", by: "puno") == ["IOM": "1"])
  }

  @Test func `an agreement names the other PUNOs that report it, each once`() throws {
    let fund = try TinyFund()
    try fund.addPUNO("UNICEF", to: "JP-1")
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", [:]), ("A-1", ["puno": "ILO"]), ("A-1", ["puno": "UNICEF"]), ("A-2", [:]),
      ]))
    try fund.form(by: "UNICEF", agreements: Agreements.rows([("A-1", ["puno": "UNICEF"])]))
    let agreements = try AnalystWorkbook(fund.release()).lines("Data Agreements")
    #expect(agreements.map { $0["PUNO"] } == ["ILO", "IOM"])
    #expect(agreements.map { $0["Also reported by"] } == ["IOM;UNICEF", nil])
  }
}
