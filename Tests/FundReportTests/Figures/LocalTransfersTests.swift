import Testing

/// TR-07 and TR-08: money that reaches local and national partners, at once or passed on by others.
@Suite struct LocalTransfersTests {
  private func passedOn(_ amount: String, to level: String, on day: String = "2025-03-01")
    -> [String: String]
  {
    [
      "amount": amount, "paid_on": day, "tier": "2", "sub_partner_name": "Beta",
      "sub_partner_type": "NGO_L", "sub_partner_level": level,
    ]
  }

  /// USD 100 to a local partner and 50 to one whose affiliation nobody knows, both in Kenya, and 300
  /// to an international one in Guatemala.
  private func release() throws -> Release {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("local", ["level": "LOCAL"]), ("unknown", ["ingo_affiliate": ""]),
        ("international", ["level": "INTERNATIONAL", "country": "GTM"]),
        ("state", ["level": "LOCAL", "stakeholder_type": "LOCALGOV"]),
        ("planned", ["level": "INTERNATIONAL", "status": "PLANNED"]),
      ]),
      transfers: Transfers.rows([
        ("local", ["amount": "100"]), ("local", ["amount": "40", "paid_on": "2024-12-31"]),
        ("unknown", ["amount": "50"]), ("international", ["amount": "300"]),
        ("state", ["amount": "70"]),
        ("local", passedOn("30", to: "NATIONAL")), ("local", passedOn("10", to: "INTERNATIONAL")),
        ("local", passedOn("7", to: "LOCAL", on: "2024-12-31")),
        ("international", passedOn("60", to: "LOCAL")),
        ("international", passedOn("5", to: "LOCAL", on: "2026-01-01")),
        ("international", passedOn("9", to: "REGIONAL")), ("state", passedOn("8", to: "LOCAL")),
        ("planned", passedOn("11", to: "LOCAL")),
      ]))
    // Carried from last year's form of another organisation, and so not of this year.
    try fund.form(
      year: 2024, by: "ILO",
      agreements: Agreements.rows([("I-1", ["puno": "ILO", "level": "LOCAL"])]),
      transfers: Transfers.rows(
        [("I-1", ["amount": "1000"]), ("I-1", passedOn("500", to: "INTERNATIONAL"))].map {
          ($0.0, $0.1.merging(["puno": "ILO"]) { $1 })
        }))
    return try fund.release()
  }

  @Test func `the share is of all payments, the coverage of those where it is known`() throws {
    let release = try release()
    #expect(
      try release.figure("TR-07")
        == Release.Figure(
          value: "22.22222222222222", numerator: "100.00", denominator: "450.00",
          coverage: "88.88888888888889"))
    #expect(
      try release.parts("TR-07", by: "sub_region")
        == ["014": "100.00/150.00", "013": "0.00/300.00"])
    #expect(try release.figure("TR-07", "sub_region", "014")?.coverage == "66.66666666666667")
    #expect(try release.figure("TR-07", "sub_region", "013")?.coverage == "100")
  }

  @Test func `what partners pass on counts where it arrives`() throws {
    let release = try release()
    // 100, less 30 and 10 that the local partner passed on, plus 30 and 60 that reached local ones.
    #expect(try release.value("TR-08") == "33.333333333333336")
    #expect(
      try release.parts("TR-08", by: "")[""] == "150.00/450.00")
    // By the sub-region of the agreement.
    #expect(
      try release.parts("TR-08", by: "sub_region")
        == ["014": "90.00/150.00", "013": "60.00/300.00"])
  }
}
