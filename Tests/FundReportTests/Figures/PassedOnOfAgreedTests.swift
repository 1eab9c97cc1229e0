import Testing

/// TR-09: how much of what was agreed has been passed on.
@Suite struct PassedOnOfAgreedTests {
  @Test func `a payment in the agreement's own currency is valued at the agreement's rate`() throws
  {
    let fund = try TinyFund()
    try fund.register(
      "exchange_rates",
      """
      currency,effective_from,units_per_usd
      KES,2025-01-01,100
      KES,2025-06-01,200
      EUR,2025-01-01,0.8
      """)
    let shillings = ["currency": "KES", "amount": "100000"]  // USD 1000 when signed
    try fund.form(
      agreements: Agreements.rows([
        ("none", ["form": "NON_FINANCIAL", "amount": "", "currency": ""]),
        ("no rate", ["currency": "UGX"]), ("not begun", ["start_on": "2026-01-01"]),
        ("state", ["stakeholder_type": "GOV"]), ("A-1", shillings),
        ("in kind", ["form": "IN_KIND", "amount": "500"]),
      ]),
      transfers: Transfers.rows([
        ("none", [:]), ("no rate", [:]), ("not begun", [:]), ("state", [:]), ("in kind", [:]),
        ("A-1", ["currency": "KES", "amount": "40000", "paid_on": "2025-07-01"]),  // 400, not 200
        ("A-1", ["currency": "EUR", "amount": "40", "paid_on": "2025-07-01"]),  // 50
        ("A-1", ["currency": "KES", "amount": "-10000", "paid_on": "2025-08-01"]),  // −100
        // The agreement's rate serves also where the day itself has none.
        ("A-1", ["currency": "KES", "amount": "5000", "paid_on": "2024-06-01"]),  // 50
        ("A-1", ["currency": "KES", "paid_on": "2026-01-01"]),
        (
          "A-1",
          [
            "tier": "2", "sub_partner_name": "Beta", "sub_partner_type": "NGO_L",
            "sub_partner_level": "LOCAL",
          ]
        ),
      ]))
    // 400 + 50 − 100 + 50 of 1000
    #expect(
      try fund.release().figure("TR-09")
        == Release.Figure(value: "40", numerator: "400.00", denominator: "1000.00", coverage: "100")
    )
  }

  @Test func `a joint agreement stands with its full amount under each of its PUNOs`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", [:]), ("A-1", ["puno": "ILO", "amount": "800"]), ("A-2", ["partner_name": "Beta"]),
      ]),
      transfers: Transfers.rows([("A-1", [:]), ("A-1", ["puno": "ILO", "amount": "300"])]))
    let release = try fund.release()
    #expect(try release.value("TR-09") == "22.22222222222222")  // 400 of 800 + 1000
    #expect(
      try release.parts("TR-09", by: "puno") == ["IOM": "100.00/1800.00", "ILO": "300.00/800.00"])
  }

  @Test func `payments are carried with the agreements that still stand`() throws {
    let fund = try TinyFund()
    try fund.form(
      year: 2024, by: "ILO",
      agreements: Agreements.rows([
        ("A-1", ["puno": "ILO"]), ("A-2", ["puno": "ILO", "partner_name": "Beta"]),
      ]),
      transfers: Transfers.rows([
        ("A-1", ["puno": "ILO", "amount": "250", "paid_on": "2024-06-01"]),
        ("A-2", ["puno": "ILO", "amount": "70", "paid_on": "2024-06-01"]),
      ]))
    // IOM's form lists ILO's agreement A-1 and no longer A-2.
    try fund.form(
      by: "IOM", agreements: Agreements.rows([("A-1", ["puno": "ILO"])]))
    let release = try fund.release()
    #expect(try release.parts("TR-09", by: "puno") == ["ILO": "250.00/1000.00"])
    #expect(try release.table("transfers").map { $0["agreement_ref"] } == ["A-1"])
  }

  @Test func `amounts without a rate are no amounts agreed`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([("A-1", ["currency": "UGX"])]),
      transfers: Transfers.rows([("A-1", [:])]))
    #expect(
      try fund.release().figure("TR-09")
        == Release.Figure(
          value: "", numerator: "0.00", denominator: "0.00", reason: "NO_DENOMINATOR"))
  }

  @Test func `without an amount agreed there is no share`() throws {
    let fund = try TinyFund()
    try fund.form(answers: ["no_agreements": "yes"])
    let figure = try fund.release().figure("TR-09")
    #expect(figure?.value == "")
    #expect(figure?.reason == "NO_DENOMINATOR")
  }
}
