import FundReport
import Testing

/// Amounts in USD: which rate, and how cents are rounded.
@Suite struct ExchangeRateTests {
  /// The USD of each payment, each under an agreement of its own.
  private func usd(_ payments: [[String: String]], rates: String) throws -> [String?] {
    let fund = try TinyFund()
    try fund.register("exchange_rates", "currency,effective_from,units_per_usd\n" + rates)
    let numbered = payments.enumerated().map { ("A-\($0.offset)", $0.element) }
    try fund.form(
      agreements: Agreements.rows(numbered.map { ($0.0, ["partner_name": $0.0]) }),
      transfers: Transfers.rows(numbered.map { ($0.0, $0.1) }))
    let rows = try fund.release().table("transfers")
    return numbered.map { numbered in
      rows.first { $0["agreement_ref"] == numbered.0 }?["usd"]
    }
  }

  @Test(arguments: ["KES,2025-01-01,100\nKES,2025-01-01,101", "KES,2025-01-01,0", "KES,,1"])
  func `two rates on one day, a rate of 0 and one without a day are mistakes`(rates: String) throws
  {
    let fund = try TinyFund()
    try fund.register("exchange_rates", "currency,effective_from,units_per_usd\n" + rates)
    try fund.form(agreements: Agreements.rows([("A-1", ["currency": "KES"])]))
    #expect(throws: DefinitionError.self) { try fund.release() }
  }

  @Test func `the newest rate on or before the day counts, never a later one`() throws {
    let days = ["2025-01-31", "2025-02-28", "2025-03-01", "2025-05-31", "2025-06-01", "2025-12-31"]
    let values = try usd(
      days.map { ["currency": "KES", "amount": "1000", "paid_on": $0] },
      rates: """
        KES,2025-06-01,250
        KES,2025-02-01,100
        KES,2025-03-01,128
        """)
    // None yet; 1000 ÷ 100; twice 1000 ÷ 128 = 7.8125; twice 1000 ÷ 250.
    #expect(values == ["", "10.00", "7.81", "7.81", "4.00", "4.00"])
  }

  @Test func `half a cent goes to the even cent, for recoveries alike`() throws {
    let values = try usd(
      ["1", "3", "5", "7", "-1", "-3", "8.1", "10"].map { ["currency": "KES", "amount": $0] },
      rates: "KES,2025-01-01,8")
    // 0.125, 0.375, 0.625, 0.875, −0.125, −0.375, 1.0125, 1.25
    #expect(values == ["0.12", "0.38", "0.62", "0.88", "-0.12", "-0.38", "1.01", "1.25"])
  }

  @Test func `the arithmetic is exact`() throws {
    let values = try usd(
      [
        ["currency": "EUR", "amount": "0.9"],  // ÷ 0.9 = 1
        ["currency": "EUR", "amount": "0.3"],  // 0.333…
        ["currency": "KES", "amount": "1.0050"],  // 1.0050 ÷ 1 is half a cent above 1.00
        ["currency": "USD", "amount": "1.0150"],  // half a cent above 1.01
        ["currency": "UGX", "amount": "9999999999.9999"],  // ÷ 3700.123456789
      ],
      rates: """
        EUR,2025-01-01,0.9
        KES,2025-01-01,1
        UGX,2025-01-01,3700.123456789
        """)
    // 9999999999.9999 ÷ 3700.123456789 = 2702612.5254…
    #expect(values == ["1.00", "0.33", "1.00", "1.02", "2702612.53"])
  }

  @Test func `each payment is rounded, not their sum`() throws {
    let fund = try TinyFund()
    try fund.register("exchange_rates", "currency,effective_from,units_per_usd\nKES,2025-01-01,8")
    let payment = ["currency": "KES", "amount": "1"]
    try fund.form(
      agreements: Agreements.rows([("A-1", [:])]),
      transfers: Transfers.rows([("A-1", payment), ("A-1", payment), ("A-1", payment)]))
    #expect(try fund.release().value("TR-01") == "0.36")  // 3 × 0.12, not 0.375
  }

  @Test func `an agreement is valued on the day of signature, else of its start`() throws {
    let fund = try TinyFund()
    try fund.register(
      "exchange_rates",
      """
      currency,effective_from,units_per_usd
      KES,2025-01-01,100
      KES,2025-02-01,200
      """)
    let shillings = ["currency": "KES", "amount": "1000", "agreement_type": "COLLAB"]
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", shillings),  // signed on 15 January
        ("A-2", shillings.merging(["signed_on": ""]) { $1 }),  // starts on 1 February
        ("A-3", shillings.merging(["signed_on": "2024-12-31"]) { $1 }),
        // A currency without an amount needs no rate, however old.
        ("A-4", ["form": "NON_FINANCIAL", "amount": "", "currency": "UGX"]),
        (
          "A-5",
          [
            "form": "NON_FINANCIAL", "amount": "", "currency": "KES", "signed_on": "2025-12-31",
          ]
        ),
      ]))
    let release = try fund.release()
    #expect(try release.table("agreements").map { $0["usd"] } == ["10.00", "5.00", "", "", ""])
    #expect(try release.value("PA-01") == "5")  // the row without USD counts all the same
    #expect(try release.issues(of: "C-19") == ["warning agreements.csv!L4 KES"])
  }
}
