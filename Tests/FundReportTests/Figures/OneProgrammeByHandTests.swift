import Testing

/// Figures of one programme with three agreements and two payments, beside a silent one.
@Suite struct OneProgrammeByHandTests {
  /// One programme that reports, and one that does not.
  ///
  /// JP-1: a grant of USD 1000 signed in 2025 after due diligence and an open call, one of USD 3000
  /// signed in 2024, and a collaboration with the second partner; USD 100 paid in 2025, USD 50
  /// before. The first form came four days before the due date, a second version later.
  private func release() throws -> Release {
    let fund = try TinyFund()
    try fund.add("JP-2")
    try fund.register(
      "due_dates", "year,opens_on,due_on,closes_on\n2025,2026-01-01,2026-02-05,2026-06-30")
    try fund.register(
      "financials",
      """
      programme_code,year,puno,category,budget_usd,expenditure_usd
      JP-1,2025,IOM,6,,120
      JP-1,2025,ILO,1,,280
      """)
    let agreements = """
      agreement_ref,puno,partner_name,stakeholder_type,level,country,ingo_affiliate,agreement_type,\
      form,currency,amount,signed_on,start_on,status,selection,due_diligence,capacity_building
      A-1,IOM,Alpha,NGO_N,NATIONAL,KEN,no,GRANT,FINANCIAL,USD,1000,2025-01-15,2025-02-01,ACTIVE,\
      OPEN_CALL,DONE_UNPP,yes
      A-2,IOM,Beta,NGO_N,NATIONAL,KEN,no,GRANT,FINANCIAL,USD,3000,2024-12-15,2025-01-01,ACTIVE,,,no
      A-3,ILO,Beta,NGO_N,NATIONAL,KEN,no,COLLAB,NON_FINANCIAL,,,,2025-03-01,ACTIVE,,,yes
      """
    let transfers = Transfers.rows([
      ("A-1", [:]), ("A-2", ["paid_on": "2024-12-20", "amount": "50"]),
    ])
    try fund.form(agreements: agreements, transfers: transfers)
    try fund.form(
      version: 2, submittedOn: "2026-03-01", agreements: agreements, transfers: transfers)
    return try fund.release()
  }

  @Test func `agreements, signatures and partners are counted as by hand`() throws {
    let release = try release()
    #expect(try release.value("PA-01") == "3")
    #expect(try release.value("PA-03") == "1")
    // One programme answers, two are live.
    #expect(try release.figure("PA-04b")?.numerator == "1")
    #expect(try release.value("PA-04b") == "50")
    #expect(try release.value("PA-04c") == "100")
    #expect(try release.value("PA-06") == "1")
    // Two partners in the one programme that answers.
    #expect(try release.value("PA-09") == "2")
    #expect(try release.value("PA-10") == "2")
  }

  @Test func `shares of financial agreements and their value are as by hand`() throws {
    let release = try release()
    // One of two with due diligence, one of two by open call, two of three build capacity.
    #expect(try release.value("PA-15") == "50")
    #expect(try release.value("PA-16") == "50")
    #expect(try release.figure("PA-17")?.numerator == "2")
    #expect(try release.figure("PA-17")?.denominator == "3")
    // 1000 + 3000, and halfway between them.
    #expect(try release.value("PA-18") == "4000.00")
    #expect(try release.value("PA-19") == "2000.00")
  }

  @Test func `money passed on, in the year and since the start, is as by hand`() throws {
    let release = try release()
    #expect(try release.value("TR-01") == "100.00")
    #expect(try release.value("TR-02") == "150.00")
    #expect(try release.value("TR-03") == "100.00")
    // 100 of 400; 120 of 400; 120 less 100.
    #expect(try release.value("TR-04") == "25")
    #expect(try release.value("TR-05") == "30")
    #expect(try release.value("TR-06") == "20.00")
  }

  @Test func `punctuality goes by the first version, corrections by the others`() throws {
    let release = try release()
    // One of two live programmes on time, four days early, one version beyond the first.
    #expect(try release.value("RE-02") == "50")
    #expect(try release.value("RE-03") == "-4")
    #expect(try release.value("RE-05") == "1")
  }
}
