import Testing

/// C-19: amounts without a rate of the day, and old rates.
@Suite struct MissingRatesTests {
  @Test func `no rate on the day is a warning, one older than 62 days a notice`() throws {
    let fund = try TinyFund()
    try fund.register(
      "exchange_rates",
      """
      currency,effective_from,units_per_usd
      KES,2025-01-01,100
      UGX,2025-06-01,3700
      """)
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", [:]), ("A-2", ["currency": "UGX", "partner_name": "Beta"]),
      ]),
      transfers: Transfers.rows([
        ("A-1", ["currency": "UGX", "paid_on": "2025-05-31"]),
        ("A-1", ["currency": "KES", "paid_on": "2025-03-04"]),  // 62 days after 1 January
        ("A-1", ["currency": "KES", "paid_on": "2025-03-05"]),  // 63 days
        ("A-1", ["paid_on": "2025-12-31"]),  // dollars need no rate
      ]))
    let release = try fund.release()
    #expect(
      try release.issues(of: "C-19") == [
        "warning agreements.csv!L3 UGX", "warning transfers.csv!D2 UGX",
        "notice transfers.csv!D4 KES",
      ])
    #expect(
      try release.messages(of: "C-19") == [
        "there is no rate of UGX on or before 2025-01-15: the amount has no value in USD until the "
          + "register has one",
        "there is no rate of UGX on or before 2025-05-31: the payment has no value in USD until the "
          + "register has one",
        "the newest rate of KES on 2025-03-05 is of 2025-01-01 and was used",
      ])
    #expect(try release.figure("TR-01")?.coverage == "75")  // three of four payments
  }

  @Test func `where there is no amount no rate is missed`() throws {
    let fund = try TinyFund()  // the rate of KES is of 1 January 2025, UGX has none
    let nothing = ["form": "IN_KIND", "amount": "", "signed_on": "2025-12-01"]
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", nothing.merging(["currency": "UGX"]) { $1 }),
        ("A-2", nothing.merging(["currency": "KES"]) { $1 }),
      ]),
      sheets: Engagement.rows([
        ["compensation_currency": "UGX"],
        ["compensation_currency": "KES", "engaged_on": "2025-12-01"],
      ]))
    #expect(try fund.release().issues(of: "C-19") == [])
  }

  @Test func `an old rate of an agreement's day is a notice`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", ["currency": "KES", "signed_on": "2025-03-04"]),
        ("A-2", ["currency": "KES", "signed_on": "2025-03-05"]),
      ]))
    #expect(try fund.release().issues(of: "C-19") == ["notice agreements.csv!L3 KES"])
  }
}
