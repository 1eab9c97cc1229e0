import Testing

/// What is withheld is not known nearly either.
@Suite struct NearlyWorkedOutTests {
  private func people(_ groups: [(type: String, women: Int)]) throws -> [String: String] {
    let fund = try TinyFund()
    try fund.form(
      sheets: Engagement.rows(
        groups.map { ["stakeholder_type": $0.type, "women": "\($0.women)"] }))
    return try fund.release().publicBreakdown("EN-11", by: "stakeholder_type")
  }

  @Test func `of several small groups that come to ten each may be as large as nine`() throws {
    // 2, 4 and 4 of 10: with one in each of the others none would be more than 8.
    let narrow = [("MIGRANT", 2), ("CBO", 4), ("UNION", 4), ("COMMUNITY", 30)]
    #expect(Set(try people(narrow).values) == ["[c]"])
    // 2, 4 and 5 of 11: any of them may be 9.
    let wide = [("MIGRANT", 2), ("CBO", 4), ("UNION", 5), ("COMMUNITY", 30)]
    #expect(
      try people(wide) == ["MIGRANT": "[c]", "CBO": "[c]", "UNION": "[c]", "COMMUNITY": "30"])
  }

  @Test func `groups of nine each are not told by whoever takes all to be small`() throws {
    #expect(
      Set(try people([("MIGRANT", 9), ("CBO", 9), ("COMMUNITY", 40)]).values) == ["[c]"])
    #expect(
      try people([("MIGRANT", 9), ("CBO", 8), ("COMMUNITY", 40)])
        == ["MIGRANT": "[c]", "CBO": "[c]", "COMMUNITY": "40"])
  }

  /// What was paid to one faith-based organisation that is not named, to national NGOs, and to a
  /// union, all others named.
  private func paid(toFBO amount: String, toNGOs amounts: [String]) throws -> [String: String] {
    let fund = try TinyFund()
    let named = ["publish_name": "yes"]
    let types = ["A": "FBO", "B": "UNION"]
    let ngos = ["C", "D"].prefix(amounts.count)
    // Names that could be another's wait for somebody to decide.
    let names = ["A": "Lantern House", "B": "Miners", "C": "Red Quetzal", "D": "Tarrow Ferry"]
    try fund.form(
      agreements: Agreements.rows(
        (["A", "B"] + ngos).map { ref in
          let fields = [
            "partner_name": names[ref] ?? "", "stakeholder_type": types[ref] ?? "NGO_N",
          ]
          return (ref, fields.merging(ref == "A" ? [:] : named) { $1 })
        }),
      transfers: Transfers.rows(
        [("A", ["amount": amount]), ("B", ["amount": "9000"])]
          + zip(ngos, amounts).map { ($0, ["amount": $1]) }))
    return try fund.release().publicBreakdown("TR-01", by: "stakeholder_type")
  }

  @Test func `a sum withheld beside a much smaller one would be known within ten per cent`() throws
  {
    // 1,050 less what the NGOs got at least, nothing, is 1,000 and five per cent.
    #expect(
      try paid(toFBO: "1000", toNGOs: ["20", "30"])
        == ["FBO": "[c]", "NGO_N": "[c]", "UNION": "[c]"])
    #expect(
      try paid(toFBO: "1000", toNGOs: ["50", "60"])
        == ["FBO": "[c]", "NGO_N": "[c]", "UNION": "9000.00"])
  }

  @Test func `beside the sum of one other partner that partner would know it`() throws {
    #expect(
      try paid(toFBO: "1000", toNGOs: ["800"])
        == ["FBO": "[c]", "NGO_N": "[c]", "UNION": "[c]"])
  }
}
