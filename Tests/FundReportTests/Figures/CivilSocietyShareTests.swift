import Testing

/// TR-03 to TR-05: money passed on to civil society, and what it is a share of.
@Suite struct CivilSocietyShareTests {
  /// Live programmes with and without cost and answers on transfers.
  ///
  /// JP-1 passes on 180 of a cost of 1000, JP-2 nothing of 500. JP-3 answers but has no cost, JP-4
  /// has a cost of 1500 but does not answer, JP-5 has closed.
  private func release() throws -> Release {
    let fund = try TinyFund()
    try fund.add("JP-2", formerCodes: "OLD-2")
    for code in ["JP-3", "JP-4"] { try fund.add(code) }
    try fund.add("JP-5", endOn: "2024-12-31")
    try fund.register(
      "financials",
      """
      programme_code,year,puno,category,budget_usd,expenditure_usd
      JP-1,2025,IOM,1,900,900
      JP-1,2025,ILO,6,400,300
      JP-1,2025,IOM,7,,-200
      JP-1,2025,IOM,8,,70
      JP-1,2024,IOM,1,,5000
      OLD-2,2025,IOM,5,,500
      JP-3,2024,IOM,1,,100
      JP-4,2025,IOM,1,,1500
      JP-5,2025,IOM,1,,4000
      JP-5,2025,IOM,6,,6000
      """)
    let types = ["FBO", "ACADEMIA", "UNION", "RCRC"]
    try fund.form(
      agreements: Agreements.rows(
        types.map { ($0, ["stakeholder_type": $0, "partner_name": $0]) }),
      transfers: Transfers.rows([
        ("FBO", ["amount": "100"]), ("ACADEMIA", ["amount": "50"]), ("UNION", ["amount": "20"]),
        ("RCRC", ["amount": "10"]), ("FBO", ["amount": "7", "paid_on": "2024-12-31"]),
      ]))
    try fund.form("JP-2", answers: ["no_transfers": "yes"])
    for code in ["JP-3", "JP-5"] {
      try fund.form(
        code, agreements: Agreements.rows([("A-1", [:])]),
        transfers: Transfers.rows([("A-1", ["amount": "400"])]))
    }
    // A nil answer beside a row is ignored, and the row is refused.
    try fund.form(
      "JP-4", answers: ["no_transfers": "yes"], agreements: Agreements.rows([("A-1", [:])]),
      transfers: Transfers.rows([("A-1", ["amount": ""])]))
    return try fund.release()
  }

  @Test func `money and cost are of the same programmes, and the coverage is of cost`() throws {
    // 100 of 1000 + 500; the cost of all live programmes is 1000 + 500 + 1500.
    #expect(
      try release().figure("TR-04")
        == Release.Figure(
          value: "6.666666666666667", numerator: "100.00", denominator: "1500.00", coverage: "50"))
  }

  @Test func `definitions of civil society differ in academia, unions and the Red Cross`() throws {
    // UN: with academia, 150. IOM: with academia and unions, 170. Red Cross: none.
    let release = try release()
    #expect(
      try release.parts("TR-04", by: "cs_profile")
        == ["FUND": "100.00/1500.00", "UN": "150.00/1500.00", "IOM": "170.00/1500.00"])
    #expect(try release.value("TR-04", "cs_profile", "UN") == "10")
  }

  @Test func `money to civil society is that of the year, of all accepted forms`() throws {
    let release = try release()
    // 100, and 400 each of JP-3 and JP-5; by other definitions 50 and 70 more.
    #expect(try release.figure("TR-03") == Release.Figure(value: "900.00", coverage: "100"))
    #expect(
      try release.breakdown("TR-03", by: "cs_profile")
        == ["FUND": "900.00", "UN": "950.00", "IOM": "970.00"])
    #expect(try release.breakdown("TR-03", by: "stakeholder_type")["UNION"] == nil)
  }

  @Test func `category 6 is a share of the programme cost of live programmes`() throws {
    let release = try release()
    // 300 of 1000 + 500 + 1500, whether they answer or not.
    #expect(
      try release.figure("TR-05")
        == Release.Figure(
          value: "10", numerator: "300.00", denominator: "3000.00", coverage: "100"))
    #expect(
      try release.parts("TR-05", by: "puno") == ["IOM": "0.00/2700.00", "ILO": "300.00/300.00"])
    #expect(try release.parts("TR-05", by: "programme")["JP-1"] == "300.00/1000.00")
  }

  @Test func `a programme's share is of its own cost`() throws {
    let release = try release()
    #expect(
      try release.figure("TR-04", "programme", "JP-1")
        == Release.Figure(value: "10", numerator: "100.00", denominator: "1000.00", coverage: "100")
    )
    #expect(try release.value("TR-04", "programme", "JP-2") == "0")
    #expect(try release.figure("TR-04", "programme", "JP-3")?.value == "")
    #expect(try release.figure("TR-04", "programme", "JP-3")?.reason == "NO_DENOMINATOR")
    // JP-4 has sent a form, but does not answer on transfers.
    #expect(try release.figure("TR-04", "programme", "JP-4")?.value == "")
    #expect(try release.figure("TR-04", "programme", "JP-4")?.coverage == "0")
  }

  @Test func `without cost there is no share`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2")
    try fund.form(
      agreements: Agreements.rows([("A-1", [:])]), transfers: Transfers.rows([("A-1", [:])]))
    let release = try fund.release()
    #expect(try release.figure("TR-04")?.value == "")
    #expect(try release.figure("TR-04")?.reason == "NO_DENOMINATOR")
    #expect(try release.figure("TR-04", "programme", "JP-2")?.reason == "NOT_REPORTED")
  }
}
