import Testing

/// What an edition of a year withheld stays so in the next while it stands unchanged, or two
/// editions would tell what neither of them does.
@Suite struct RestatedEditionsTests {
  /// Payments of 100 to two national NGOs, 200 to a faith-based organisation that is not named, and
  /// some to two community organisations.
  private func form(
    _ fund: TinyFund, version: Int, toCBO amount: String, cboIsNamed: String
  ) throws {
    try fund.form(
      version: version,
      agreements: Agreements.rows([
        ("A", ["publish_name": "yes"]),
        ("B", ["partner_name": "Beta", "stakeholder_type": "FBO"]),
        (
          "C",
          ["partner_name": "Gamma", "stakeholder_type": "CBO", "publish_name": cboIsNamed]
        ),
        ("D", ["partner_name": "Delta", "publish_name": "yes"]),
        ("E", ["partner_name": "Echo", "stakeholder_type": "CBO", "publish_name": "yes"]),
      ]),
      transfers: Transfers.rows([
        ("A", ["amount": "60"]), ("B", ["amount": "200"]), ("C", ["amount": amount]),
        ("D", ["amount": "40"]), ("E", [:]),
      ]))
  }

  private func decide(_ command: String, _ fund: TinyFund) throws {
    let program = try fund.command(
      command, "--period", "2025", "--reason", "Corrected", "--by", "Board")
    #expect(program.code == 0, "\(program.complaint)")
  }

  /// The edition as `publish` makes it.
  private func published(_ fund: TinyFund) throws -> Release {
    let place = fund.folder + "/www/public"
    let program = try Program(
      "publish", "--output", fund.folder + "/output", "--period", "2025", "--to", place)
    #expect(program.code == 0, "\(program.complaint)")
    return Release(folder: fund.folder + "/www", fund: fund)
  }

  private func byType(_ release: Release) throws -> [String: String] {
    try release.publicBreakdown("TR-01", by: "stakeholder_type")
  }

  @Test(arguments: [false, true])
  func `a sum withheld for another's sake stays so after a restatement`(isPublished: Bool) throws {
    let fund = try TinyFund()
    try form(fund, version: 1, toCBO: "200", cboIsNamed: "yes")
    let first = try fund.release()
    #expect(try byType(first) == ["NGO_N": "[c]", "FBO": "[c]", "CBO": "300.00"])
    if isPublished { _ = try published(fund) }
    try decide("freeze", fund)
    try form(fund, version: 2, toCBO: "250", cboIsNamed: "no")
    try decide("restate", fund)
    // For the new sums alone, 100 could be shown; and 600 less 100 and 300 would be the 200.
    // What follows from both editions, 650 less the 300 of the two, is no secret.
    let withheld = ["NGO_N": "[c]", "FBO": "[c]", "CBO": "350.00"]
    #expect(try byType(Release(folder: fund.folder + "/output/2025/current")) == withheld)
    #expect(try byType(published(fund)) == withheld)
    // Made again, it is the same.
    #expect(try byType(published(fund)) == withheld)
  }

  @Test func `and after a year that was published open is closed`() throws {
    let fund = try TinyFund()
    try form(fund, version: 1, toCBO: "200", cboIsNamed: "yes")
    _ = try fund.run()
    _ = try published(fund)
    try form(fund, version: 2, toCBO: "250", cboIsNamed: "no")
    #expect(try byType(fund.release())["NGO_N"] == "100.00")
    try decide("freeze", fund)
    #expect(try byType(published(fund)) == ["NGO_N": "[c]", "FBO": "[c]", "CBO": "350.00"])
  }

  @Test func `so does a number of people, and what was few is told by neither edition`() throws {
    let fund = try TinyFund()
    for (version, migrants) in [6, 16].enumerated() {
      try fund.form(
        version: version + 1,
        sheets: Engagement.rows([
          ["women": "\(migrants)"], ["stakeholder_type": "CBO", "men": "30"],
          ["stakeholder_type": "COMMUNITY", "men": "50"],
        ]))
      if version == 0 { _ = try fund.run() }
      try decide(version == 0 ? "freeze" : "restate", fund)
    }
    // 86 less 50 and the 30 that stand unchanged would be the 6.
    for release in [Release(folder: fund.folder + "/output/2025/current"), try published(fund)] {
      #expect(
        try release.publicBreakdown("EN-11", by: "stakeholder_type")
          == ["MIGRANT": "[c]", "CBO": "[c]", "COMMUNITY": "50"])
      #expect(try release.publicTotal("EN-11") == "96")
      #expect(
        try !release.table("restatements", of: "public").contains { $0["category"] == "MIGRANT" })
    }
  }
}
