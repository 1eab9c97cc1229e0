import Testing

/// C-02: amount, currency and form of an agreement.
@Suite struct AmountAndFormTests {
  @Test func `amount, currency and form must agree, one finding each`() throws {
    let fund = try TinyFund()
    let nothing = ["amount": "", "currency": ""]
    let rows: [(String, [String: String])] = [
      ("2", ["amount": ""]), ("3", ["currency": "", "form": "MIXED"]), ("4", nothing),
      ("5", ["form": "IN_KIND", "currency": ""]),
      ("6", ["form": "NON_FINANCIAL", "amount": "0.5"]),
      ("7", ["form": "NON_FINANCIAL", "currency": "", "amount": "7.25"]),
      ("zero", ["amount": "0"]), ("kind", ["form": "IN_KIND"]),
      ("none", nothing.merging(["form": "NON_FINANCIAL"]) { $1 }),
      ("zero too", ["form": "NON_FINANCIAL", "amount": "0"]),
      ("currency", ["form": "NON_FINANCIAL", "amount": ""]),
    ]
    try fund.form(agreements: Agreements.rows(rows.map { ($0.0, $0.1) }))
    let release = try fund.release()
    // L is the currency, M the amount.
    let issues = try release.issues(of: "C-02")
    #expect(
      issues == [
        "error agreements.csv!M2 ", "error agreements.csv!L3 ", "error agreements.csv!L4 ",
        "error agreements.csv!M4 ", "error agreements.csv!L5 ", "error agreements.csv!M6 0.5",
        "error agreements.csv!L7 ", "error agreements.csv!M7 7.25",
      ])
    #expect(try release.value("PA-01") == "5")
  }

  @Test func `what was found is shown as it stands in the cell`() throws {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A-1", ["form": "NON_FINANCIAL"])]))
    let issues = try fund.release().issues(of: "C-02")
    #expect(issues == ["error agreements.csv!M2 1000"])
  }

  @Test func `the messages say which of the two to mend`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("2", ["amount": ""]), ("3", ["currency": ""]),
        ("4", ["form": "NON_FINANCIAL"]), ("5", ["amount": "", "currency": "", "form": "MIXED"]),
      ]))
    #expect(
      try fund.release().messages(of: "C-02") == [
        "a Financial agreement has no amount; type the amount, or correct the form",
        "an amount stands here without a currency; choose the currency it is in",
        "a non-financial agreement has an amount; remove the amount, or correct the form",
        "a Financial and in kind agreement has no currency; choose it",
        "a Financial and in kind agreement has no amount; type the amount, or correct the form",
      ])
  }
}
