import Testing

/// C-11: what looks as if two organisations of a Joint Programme reported it.
@Suite struct ReportedTwiceTests {
  @Test func `an agreement under two references is a warning at the later one`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2", lead: "ILO")
    // Each pair is of one partner, IOM and ILO, and differs in what its name says.
    let pairs: [(name: String, changes: [String: String])] = [
      ("all alike", [:]), ("start", ["start_on": "2025-02-02"]), ("amount", ["amount": "1001"]),
      ("currency", ["currency": "KES"]), ("same PUNO", ["puno": "IOM"]),
    ]
    let rows = pairs.flatMap { pair in
      let partner = ["partner_name": pair.name]
      let second = partner.merging(["puno": "ILO"]) { $1 }.merging(pair.changes) { $1 }
      return [(pair.name + " 1", partner), (pair.name + " 2", second)]
    }
    try fund.form(agreements: Agreements.rows(rows))
    try fund.form(
      "JP-2", by: "ILO",
      agreements: Agreements.rows([("other", ["puno": "ILO", "partner_name": "all alike"])]))
    let release = try fund.release()
    #expect(try release.issues(of: "C-11") == ["warning agreements.csv!A3 all alike 2"])
    #expect(
      try release.messages(of: "C-11") == [
        "the agreement all alike 2 of ILO looks like all alike 1 of IOM: same partner, start, "
          + "currency and amount; both count until one reference is used"
      ])
  }

  @Test func `a payment under a joint agreement is a warning at the later row`() throws {
    let fund = try TinyFund()
    let passedOn = [
      "tier": "2", "sub_partner_name": "Beta", "sub_partner_type": "NGO_L",
      "sub_partner_level": "LOCAL",
    ]
    // Each pair is of one month, and differs in the day, currency, amount, tier, or not in the PUNO.
    let pairs: [[String: String]] = [
      ["paid_on": "2025-01-01"], ["paid_on": "2025-02-02"],
      ["paid_on": "2025-03-01", "currency": "KES"], ["paid_on": "2025-04-01", "amount": "101"],
      passedOn.merging(["paid_on": "2025-05-01"]) { $1 },
      ["paid_on": "2025-06-01", "puno": "IOM"],
    ]
    let rows = pairs.enumerated().flatMap { month, second in
      [
        ("A-1", ["paid_on": "2025-0\(month + 1)-01"]),
        ("A-1", ["puno": "ILO"].merging(second) { $1 }),
      ]
    }
    try fund.form(
      agreements: Agreements.rows([("A-1", [:]), ("A-1", ["puno": "ILO"])]),
      transfers: Transfers.rows(rows))
    let release = try fund.release()
    #expect(try release.issues(of: "C-11") == ["warning transfers.csv!E3 100"])
    #expect(
      try release.messages(of: "C-11") == [
        "the payment of 2025-01-01 under A-1 looks like one reported by IOM: same day, currency and "
          + "amount; both count until one is removed"
      ])
  }
}
