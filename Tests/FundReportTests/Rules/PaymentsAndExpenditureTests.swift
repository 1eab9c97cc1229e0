import Testing

/// C-03 and C-10: payments beside category 6 expenditure, and beside what was agreed.
@Suite struct PaymentsAndExpenditureTests {
  @Test func `category 6 below the payments, or without an agreement, is a notice`() throws {
    let fund = try TinyFund()
    for code in ["JP-2", "JP-3", "JP-4", "JP-5", "JP-6"] { try fund.add(code) }
    try fund.register(
      "financials",
      """
      programme_code,year,puno,category,budget_usd,expenditure_usd
      JP-1,2025,IOM,6,,300
      JP-1,2025,ILO,6,,50
      JP-2,2025,IOM,6,,100
      JP-4,2025,IOM,6,,10
      JP-5,2025,IOM,6,,500
      JP-6,2025,IOM,1,,900
      """)
    let one = Agreements.rows([("A-1", [:])])
    try fund.form(
      "JP-1", agreements: one, transfers: Transfers.rows([("A-1", ["amount": "400"])]))
    // As much as category 6; what was paid last year is not of this one.
    try fund.form(
      "JP-2", agreements: one,
      transfers: Transfers.rows([("A-1", [:]), ("A-1", ["amount": "50", "paid_on": "2024-12-31"])]))
    // Of which no expenditure is known.
    try fund.form("JP-3", agreements: one, transfers: Transfers.rows([("A-1", [:])]))
    // With the government alone.
    try fund.form("JP-4", agreements: Agreements.rows([("A-1", ["stakeholder_type": "GOV"])]))
    // Without category 6, and without a form: JP-6 and JP-5.
    try fund.form("JP-6", answers: ["no_agreements": "yes"])
    #expect(
      try fund.release().messages(of: "C-03").sorted() == [
        "ILO spent USD 50.00 in category 6 in JP-1 and reports no counted agreement in the year",
        "IOM spent USD 10.00 in category 6 in JP-4 and reports no counted agreement in the year",
        "category 6 expenditure of IOM in JP-1 is USD 300.00, less than the USD 400.00 it reports as "
          + "passed on",
      ])
  }

  @Test func `payments above the agreement's amount are a warning at the amount`() throws {
    let fund = try TinyFund()
    let passedOn = [
      "amount": "200", "tier": "2", "sub_partner_name": "Beta", "sub_partner_type": "NGO_L",
      "sub_partner_level": "LOCAL",
    ]
    try fund.form(
      agreements: Agreements.rows([
        ("above", [:]), ("equal", [:]), ("passed on", [:]), ("no rate", ["currency": "UGX"]),
      ]),
      transfers: Transfers.rows([
        ("above", ["amount": "600"]), ("above", ["amount": "400.01"]),
        ("equal", ["amount": "1000"]), ("passed on", ["amount": "900"]), ("passed on", passedOn),
        ("no rate", [:]),
      ]))
    let release = try fund.release()
    #expect(try release.issues(of: "C-10") == ["warning agreements.csv!M2 1000.00"])
    #expect(
      try release.messages(of: "C-10") == [
        "USD 1000.01 were paid under the agreement above, whose amount is worth USD 1000.00; correct "
          + "the amount to its current value, or the payments"
      ])
  }
}
