import Testing

/// EN-10: compensation of people's time, in USD.
@Suite struct CompensationTests {
  private func paid(_ currency: String, _ amount: String, on day: String) -> [String: String] {
    [
      "compensation_currency": currency, "compensation_amount": amount, "engaged_on": day,
      "compensated": amount.isEmpty ? "yes" : "",
    ]
  }

  @Test func `each is valued at the rate of its day, or of the last day of its month or year`()
    throws
  {
    let fund = try TinyFund()
    try fund.add("JP-2", area: 4, endOn: "2024-12-31")  // sums take every accepted form
    try fund.register(
      "exchange_rates",
      """
      currency,effective_from,units_per_usd
      KES,2025-01-01,100
      KES,2025-03-31,125
      KES,2025-04-01,200
      EUR,2025-05-01,0.9
      """)
    try fund.form(
      sheets: Engagement.rows([
        paid("USD", "999", on: "2024-12-31"),
        paid("USD", "999", on: "2026"),
        ["compensated": "no"],
        paid("KES", "1000", on: "2025-03-30"),  // 10.00
        paid("KES", "1000", on: "2025-03"),  // 8.00
        paid("KES", "1000", on: "2025"),  // 5.00
        paid("USD", "0.125", on: "2025-05-05"),  // 0.12, half-even
        paid("UGX", "5", on: "2025-05-05"),  // no rate
        paid("", "", on: "2025-05-05"),  // compensated, nobody knows how much
      ]))
    try fund.form("JP-2", sheets: Engagement.rows([paid("USD", "7", on: "2025")]))
    let release = try fund.release()
    // 10 + 8 + 5 + 0.12 + 7; five of seven rows have a value.
    #expect(
      try release.figure("EN-10") == Release.Figure(value: "30.12", coverage: "71.42857142857143"))
    #expect(
      try release.breakdown("EN-10", by: "thematic_area") == ["1": "23.12", "4": "7.00"])
  }

  @Test func `nothing paid is 0, an unknown amount is no data`() throws {
    let fund = try TinyFund()
    try fund.form(sheets: Engagement.rows([["compensated": "no"]]))
    #expect(try fund.release().figure("EN-10") == Release.Figure(value: "0.00"))
    try fund.form(version: 2, sheets: Engagement.rows([["compensated": "yes"]]))
    #expect(
      try fund.release().figure("EN-10")
        == Release.Figure(value: "", coverage: "0", reason: "NO_DATA"))
  }
}
