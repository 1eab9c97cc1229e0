import Testing

/// PA-01 and PA-02: which agreements count.
@Suite struct ImplementationAgreementsTests {
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
}
