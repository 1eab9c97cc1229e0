import Testing

/// TR-06: category 6 expenditure beside the payments reported.
@Suite struct Category6GapTests {
  @Test func `the gap is of live programmes and may be negative`() throws {
    let fund = try TinyFund()
    for code in ["JP-2", "JP-4", "JP-6"] { try fund.add(code) }
    try fund.add("JP-5", endOn: "2024-12-31")
    try fund.register(
      "financials",
      """
      programme_code,year,puno,category,budget_usd,expenditure_usd
      JP-1,2025,IOM,6,,300
      JP-1,2025,ILO,6,,50.25
      JP-1,2025,IOM,1,,9000
      JP-1,2024,IOM,6,,9000
      JP-4,2025,IOM,6,,500
      JP-5,2025,IOM,6,,1000
      """)
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", [:]), ("A-1", ["puno": "ILO"]), ("GOV", ["stakeholder_type": "GOV"]),
      ]),
      transfers: Transfers.rows([
        ("A-1", [:]), ("A-1", ["puno": "ILO", "amount": "120"]), ("GOV", [:]),
        ("A-1", ["paid_on": "2024-05-01"]),
      ]))
    for code in ["JP-2", "JP-5"] {
      try fund.form(
        code, agreements: Agreements.rows([("A-1", [:])]),
        transfers: Transfers.rows([("A-1", ["amount": "400"])]))
    }
    try fund.form("JP-6", answers: ["no_agreements": "yes", "no_transfers": "yes"])
    let release = try fund.release()
    // Category 6: 300 + 50.25 + 500. Payments: 100 + 120 + 400. JP-5 has closed.
    #expect(try release.value("TR-06") == "230.25")
    #expect(
      try release.breakdown("TR-06", by: "programme")
        == ["JP-1": "130.25", "JP-2": "-400.00", "JP-4": "", "JP-6": "0.00"])
    #expect(try release.figure("TR-06", "programme", "JP-4")?.reason == "NOT_REPORTED")
    // IOM: 300 + 500 − 100 − 400. ILO: 50.25 − 120.
    #expect(try release.breakdown("TR-06", by: "puno") == ["IOM": "300.00", "ILO": "-69.75"])
  }

  @Test func `the coverage is of the payments`() throws {
    let fund = try TinyFund()
    try fund.register(
      "financials",
      """
      programme_code,year,puno,category,budget_usd,expenditure_usd
      JP-1,2025,IOM,6,,300
      """)
    try fund.form(
      agreements: Agreements.rows([("A-1", [:])]),
      transfers: Transfers.rows([("A-1", [:]), ("A-1", ["currency": "UGX"])]))
    #expect(
      try fund.release().figure("TR-06") == Release.Figure(value: "200.00", coverage: "50"))
  }

  @Test func `without expenditure and payments the gap is 0`() throws {
    let fund = try TinyFund()
    try fund.form()
    #expect(try fund.release().value("TR-06") == "0.00")
  }
}
