import Testing

/// Small numbers of people, and sums that rest on a partner that is not named.
@Suite struct WithheldNumbersTests {
  private func release(_ engagement: [[String: String]]) throws -> Release {
    let fund = try TinyFund()
    try fund.form(sheets: Engagement.rows(engagement))
    return try fund.release()
  }

  @Test func `fewer than ten people are withheld, and what would give them away`() throws {
    let release = try release([
      ["women": "4", "men": "2"],
      ["stakeholder_type": "CBO", "women": "12", "men": "8"],
      ["stakeholder_type": "COMMUNITY", "women": "40", "men": "30"],
    ])
    #expect(try release.publicTotal("EN-11") == "96")
    // 6 migrants; with 20 or 70 of the others shown, 96 would say so. The smaller one goes too.
    #expect(
      try release.publicBreakdown("EN-11", by: "stakeholder_type")
        == ["MIGRANT": "[c]", "CBO": "[c]", "COMMUNITY": "70"])
    let sexes = try release.publicBreakdown("EN-11", by: "sex")
    #expect(sexes["F"] == "56" && sexes["M"] == "40")
    #expect(
      try release.withheld("EN-11")
        == ["stakeholder_type=CBO secondary", "stakeholder_type=MIGRANT primary"])
    // The office sees all of it.
    #expect(try release.value("EN-11", "stakeholder_type", "MIGRANT") == "6")
  }

  @Test func `ten are shown, and none is shown`() throws {
    let release = try release([["women": "10"], ["stakeholder_type": "CBO", "women": "15"]])
    #expect(
      try release.publicBreakdown("EN-11", by: "stakeholder_type")
        == ["MIGRANT": "10", "CBO": "15"])
    #expect(try release.publicBreakdown("EN-11", by: "phase")["CONCEPT"] == "0")
    #expect(try release.withheld("EN-11") == [])
  }

  @Test func `a total of few people is withheld with all its parts`() throws {
    let release = try release([["women": "3", "men": "2"]])
    #expect(try release.publicTotal("EN-11") == "[c]")
    #expect(try release.publicBreakdown("EN-11", by: "stakeholder_type") == ["MIGRANT": "[c]"])
    let year = try release.table("series", of: "public").first { $0["indicator"] == "EN-11" }
    #expect(year?["revised"] == "")
    #expect(year?["reason"] == "SUPPRESSED")
  }

  @Test func `together the withheld categories are not few either`() throws {
    // 3 and 4 are 7, which 107 less 100 would say: 100 goes too.
    let release = try release([
      ["women": "3"], ["stakeholder_type": "CBO", "women": "4"],
      ["stakeholder_type": "COMMUNITY", "women": "100"],
    ])
    #expect(
      try release.publicBreakdown("EN-11", by: "stakeholder_type")
        == ["MIGRANT": "[c]", "CBO": "[c]", "COMMUNITY": "[c]"])
  }

  /// Payments of 100 and 50 to two national NGOs, 200 to a faith-based organisation, 300 to a union.
  private func payments(second: String) throws -> Release {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("A", ["publish_name": "yes"]),
        ("B", ["partner_name": "Beta", "stakeholder_type": "FBO", "publish_name": second]),
        ("C", ["partner_name": "Gamma", "stakeholder_type": "UNION", "publish_name": "yes"]),
        ("D", ["partner_name": "Delta", "publish_name": "yes"]),
      ]),
      transfers: Transfers.rows([
        ("A", [:]), ("B", ["amount": "200"]), ("C", ["amount": "300"]), ("D", ["amount": "50"]),
      ]))
    return try fund.release()
  }

  @Test(arguments: ["no", "", "unknown"])
  func `what was paid to one partner that is not named is withheld`(answer: String) throws {
    let release = try payments(second: answer)
    #expect(
      try release.publicBreakdown("TR-01", by: "stakeholder_type")
        == ["NGO_N": "[c]", "FBO": "[c]", "UNION": "300.00"])
    // Totals of Joint Programmes are public, and what is the same as one of them.
    #expect(try release.publicBreakdown("TR-01", by: "programme") == ["JP-1": "650.00"])
    #expect(try release.publicBreakdown("TR-01", by: "country") == ["KEN": "650.00"])
    // How many agreements there are names nobody.
    #expect(try release.publicBreakdown("PA-01", by: "stakeholder_type")["FBO"] == "1")
  }

  @Test func `nor do two sums of one place tell what was paid to it`() throws {
    // In Kenya 300 to three NGOs that are named and 200 to an employers' organisation that is not, in
    // Uganda 100 to one that is. By country, TR-01 less TR-03 would be 500 less 300.
    let fund = try TinyFund()
    try fund.copyPipeline()
    try fund.add("JP-2", countries: "KEN;UGA", lead: "ILO")
    try fund.edit(
      "5-publications/disclosure.yml", "TR-03: { counts: money, by: [",
      "TR-03: { counts: money, by: [country, ")
    let names = ["A": "no", "B": "yes", "C": "yes", "D": "yes", "E": "yes"]
    let rows = names.keys.sorted().map { ref in
      let isEmployer = ref == "A" || ref == "C"
      let changes = [
        "partner_name": "Partner \(ref)", "puno": "ILO", "publish_name": names[ref] ?? "",
        "stakeholder_type": isEmployer ? "EMPLOYER" : "NGO_N",
        "country": ref == "C" ? "UGA" : "KEN",
      ]
      return (ref, changes)
    }
    try fund.form(
      "JP-2", by: "ILO", agreements: Agreements.rows(rows),
      transfers: Transfers.rows(
        names.keys.sorted().map { ($0, ["puno": "ILO", "amount": $0 == "A" ? "200" : "100"]) }))
    let release = try fund.release()
    #expect(try release.value("TR-01", "country", "KEN") == "500.00")
    #expect(try release.value("TR-03", "country", "KEN") == "300.00")
    let shown = try ["TR-01", "TR-03"].map {
      try release.publicBreakdown($0, by: "country")["KEN"]
    }
    #expect(shown.contains("[c]"))
  }

  @Test func `what was paid to partners that agreed to be named is shown`() throws {
    let release = try payments(second: "yes")
    #expect(try release.publicBreakdown("TR-01", by: "stakeholder_type")["FBO"] == "200.00")
    #expect(try release.table("suppression") == [])
  }

  @Test func `shares of fewer than three partners with an attribute are withheld`() throws {
    let fund = try TinyFund()
    let lines = Agreements.rows((1...7).map { ("A-\($0)", ["partner_name": "Partner \($0)"]) })
      .split(separator: "\n")
    let led = ["women_led,youth_led", "yes,yes", "yes,yes", "no,yes", "no,yes", "no,no", "no,no"]
    try fund.form(
      agreements: zip(lines, led + ["no,no"]).map { "\($0),\($1)" }.joined(separator: "\n"))
    let release = try fund.release()
    // 2 of 7 are led by women. Led by youth are 4, and 3 are not.
    #expect(try release.publicTotal("PA-12") == "[c]")
    #expect(try release.publicTotal("PA-13")?.hasPrefix("57.14") == true)
    let line = try release.table("indicators", of: "public").first { $0["indicator"] == "PA-12" }
    #expect(line?["numerator"] == "" && line?["denominator"] == "" && line?["coverage"] == "")
  }

  @Test func `what is not said to be public is internal`() throws {
    let release = try payments(second: "yes")
    for code in ["PA-15", "RE-05"] {
      #expect(try release.figure(code) != nil)
      #expect(try release.publicTotal(code) == nil)
    }
    let edition = try release.table("indicators", of: "public")
    #expect(!edition.contains { $0["indicator"] == "TR-06" && $0["dimension"] == "puno" })
    #expect(!edition.contains { $0["indicator"] == "TR-08" && $0["dimension"] != "" })
    let definitions = try release.table("definitions", of: "public").map { $0["indicator"] }
    #expect(!definitions.contains("RE-05"))
  }

  @Test func `nor does this year's edition give away what last year's withheld`() throws {
    let fund = try TinyFund()
    let start = ["start_on": "2024-02-01", "signed_on": "2024-01-15", "publish_name": "yes"]
    func form(_ year: Int, _ payments: [(ref: String, changes: [String: String])]) throws {
      try fund.form(
        year: year,
        agreements: Agreements.rows(
          [("A", "NGO_N", ""), ("B", "FBO", ""), ("C", "FBO", "yes"), ("D", "FBO", "yes")].map {
            let changes = ["partner_name": "Partner \($0.0)", "stakeholder_type": $0.1]
            return ($0.0, start.merging(changes.merging(["publish_name": $0.2]) { $1 }) { $1 })
          }), transfers: Transfers.rows(payments))
    }
    // 2024: 200 to one FBO that is not named, withheld; 2025: 300 to three, 500 since the start.
    let before = [
      ("A", ["paid_on": "2024-03-01"]), ("B", ["paid_on": "2024-03-01", "amount": "200"]),
    ]
    try form(2024, before)
    let first = try fund.release(2024)
    #expect(try first.publicBreakdown("TR-02", by: "stakeholder_type")["FBO"] == "[c]")
    try form(2025, before + ["B", "C", "D"].map { ($0, [:]) })
    let release = try fund.release(2025)
    let year = try release.publicBreakdown("TR-01", by: "stakeholder_type")["FBO"]
    let since = try release.publicBreakdown("TR-02", by: "stakeholder_type")["FBO"]
    #expect([year, since].contains("[c]"))
  }

  @Test func `what reached local partners tells no more than what was passed on to them`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("A", [:]),
        ("B", ["partner_name": "Beta", "level": "INTERNATIONAL", "publish_name": "yes"]),
      ]), transfers: Transfers.rows([("A", [:]), ("B", ["amount": "250"])]))
    let release = try fund.release()
    // 100 of 350 to a partner that is not named; nothing was passed on, so that both are the same.
    #expect(try release.value("TR-07") == release.value("TR-08"))
    #expect(try release.publicTotal("TR-07") == "[c]")
    #expect(try release.publicTotal("TR-08") == "[c]")
  }

  @Test func `what is told of the whole Fund only stays so, whatever breaks it down`() throws {
    let fund = try TinyFund()
    try fund.copyPipeline()
    for (file, known) in [
      ("engagement/EN-14", "known: reporting"),
      ("accountability/AC-03", "known: answers_accountability"),
    ] {
      try fund.edit("4-indicators/\(file).yml", known, known + "\nby: [programme]")
    }
    try fund.form(answers: ["civic_space_activity": "yes"])
    let release = try fund.release()
    for code in ["EN-14", "AC-03"] {
      #expect(try !release.breakdown(code, by: "programme").isEmpty)
      #expect(try release.publicTotal(code) != nil)
      #expect(try release.publicBreakdown(code, by: "programme") == [:])
    }
  }

  @Test func `last year's edition does not give this year's payment away`() throws {
    let fund = try TinyFund()
    func agreements(_ start: String) -> String {
      Agreements.rows([
        ("A", ["start_on": start]),
        ("B", ["partner_name": "Beta", "stakeholder_type": "FBO", "start_on": start]),
        ("C", ["partner_name": "Gamma", "stakeholder_type": "FBO", "start_on": start]),
        ("D", ["partner_name": "Delta", "stakeholder_type": "FBO", "start_on": start]),
        ("E", ["partner_name": "Echo", "stakeholder_type": "UNION", "start_on": start]),
        ("F", ["partner_name": "Foxtrot", "stakeholder_type": "UNION", "start_on": start]),
        ("G", ["partner_name": "Golf", "stakeholder_type": "UNION", "start_on": start]),
      ])
    }
    let before = ["B", "C", "D", "E", "F", "G"].map { ($0, ["paid_on": "2024-03-01"]) }
    try fund.form(
      year: 2024, agreements: agreements("2024-02-01"), transfers: Transfers.rows(before))
    let first = try fund.release(2024)
    #expect(try first.publicBreakdown("TR-02", by: "stakeholder_type")["FBO"] == "300.00")
    // In 2025 one FBO is paid: 200 [c]. 500 since the start, less 300, would be the same 200.
    let now = [("B", ["amount": "200"]), ("A", ["amount": "50"])]
    try fund.form(
      agreements: agreements("2024-02-01"), transfers: Transfers.rows(before + now))
    let release = try fund.release(2025)
    #expect(try release.publicBreakdown("TR-01", by: "stakeholder_type")["FBO"] == "[c]")
    #expect(try release.publicBreakdown("TR-02", by: "stakeholder_type")["FBO"] == "[c]")
    #expect(try release.publicBreakdown("TR-02", by: "programme") == ["JP-1": "850.00"])
  }
}
