import Testing

/// PA-05, PA-06 and PA-15 to PA-19: agreements with a financial component, and what they are like.
@Suite struct FinancialAgreementsTests {
  @Test func `an amount of 0 and help in kind are no financial component`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2", countries: "GTM", area: 4, endOn: "2024-12-31")  // no longer live
    try fund.form(
      agreements: Agreements.rows([
        ("zero", ["amount": "0"]),
        ("none", ["form": "NON_FINANCIAL", "amount": "", "currency": ""]),
        ("kind", ["form": "IN_KIND", "amount": "500"]),
        ("planned", ["status": "PLANNED"]),
        ("money", ["puno": "ILO", "country": "UGA"]),
        ("mixed", ["form": "MIXED", "amount": "0.01", "stakeholder_type": "MLO"]),
        ("no rate", ["currency": "UGX", "amount": "9"]),
      ]))
    try fund.form("JP-2", agreements: Agreements.rows([("A-1", ["country": "GTM"])]))
    let release = try fund.release()
    // Financial: money, mixed, no rate, and JP-2's. Counted: these, zero, none and kind.
    #expect(
      try release.figure("PA-05")
        == Release.Figure(value: "57.142857142857146", numerator: "4", denominator: "7"))
    let figures: [String: [String: String]] = [
      "programme": ["JP-1": "3/6", "JP-2": "1/1"],
      "puno": ["IOM": "3/6", "ILO": "1/1"],
      "country": ["KEN": "2/5", "UGA": "1/1", "GTM": "1/1"],
      "sub_region": ["014": "3/6", "013": "1/1"],
      "thematic_area": ["1": "3/6", "4": "1/1"],
      "stakeholder_type": ["NGO_N": "3/6", "MLO": "1/1"],
    ]
    for (dimension, expected) in figures {
      #expect(try release.parts("PA-05", by: dimension) == expected)
    }
  }

  @Test func `without agreements there is no share, without a form nothing is known`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2")
    try fund.form(answers: ["no_agreements": "yes"])
    let release = try fund.release()
    let none = Release.Figure(
      value: "", numerator: "0", denominator: "0", reason: "NO_DENOMINATOR")
    #expect(try release.figure("PA-05") == none)
    #expect(try release.figure("PA-05", "programme", "JP-1") == none)
    #expect(
      try release.figure("PA-05", "programme", "JP-2")
        == Release.Figure(value: "", reason: "NOT_REPORTED"))
    #expect(try release.figure("PA-16") == none)
  }

  @Test
  func `ways of selection are shares of all financial agreements, those silent on it included`()
    throws
  {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("kind", ["selection": "OPEN_CALL", "form": "IN_KIND", "amount": ""]),
        ("silent", ["selection": ""]),
        ("open", ["selection": "OPEN_CALL"]),
        ("planned", ["selection": "OPEN_CALL", "status": "PLANNED"]),
        ("direct", ["selection": "DIRECT", "puno": "ILO"]),
        ("direct too", ["selection": "direct selection", "puno": "ILO"]),  // the label serves
      ]))
    let release = try fund.release()
    // Financial: all but the one in kind and the planned one.
    #expect(
      try release.figure("PA-16") == Release.Figure(value: "25", numerator: "1", denominator: "4"))
    #expect(
      try release.parts("PA-16", by: "selection").filter { !$0.value.hasPrefix("0/") }
        == ["OPEN_CALL": "1/4", "DIRECT": "2/4"])
    // By PUNO the denominator is the PUNO's own.
    #expect(try release.parts("PA-16", by: "puno") == ["IOM": "1/2", "ILO": "0/2"])
  }

  @Test func `due diligence, capacity and value are of agreements of the year`() throws {
    let diligent = ["due_diligence": "DONE_UNPP", "capacity_building": "yes"]
    let collaboration = [
      "agreement_type": "COLLAB", "form": "NON_FINANCIAL", "amount": "", "currency": "",
    ]
    let planned = ["status": "PLANNED"]
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows(
        [
          ("A-1", diligent),
          ("A-2", ["puno": "ILO", "amount": "3000", "due_diligence": "PENDING"]),
          ("in kind", ["form": "IN_KIND", "amount": "500", "due_diligence": "DONE_OTHER"]),
          ("collaboration", collaboration),
          ("to come", diligent.merging(planned) { $1 }.merging(["amount": "9000"]) { $1 }),
          ("collaboration to come", collaboration.merging(planned) { $1 }),
        ], further: ["due_diligence", "capacity_building"]))
    let release = try fund.release()
    // Of the year, in kind, collaboration. With money.
    #expect(
      try release.figure("PA-15") == Release.Figure(value: "50", numerator: "1", denominator: "2"))
    #expect(try release.parts("PA-15", by: "puno") == ["IOM": "1/1", "ILO": "0/1"])
    #expect(
      try release.figure("PA-17") == Release.Figure(value: "25", numerator: "1", denominator: "4"))
    #expect(try release.parts("PA-17", by: "puno") == ["IOM": "1/3", "ILO": "0/1"])
    #expect(try release.figure("PA-18") == Release.Figure(value: "4000.00", coverage: "100"))
    #expect(try release.breakdown("PA-18", by: "puno") == ["IOM": "1000.00", "ILO": "3000.00"])
    #expect(try release.value("PA-19") == "2000.00")
    #expect(try release.value("PA-06") == "1")
    #expect(try release.breakdown("PA-06", by: "puno") == ["IOM": "1"])
  }

  @Test func `a joint agreement is a financial agreement of each PUNO as the first PUNO says`()
    throws
  {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", ["amount": "0", "selection": "DIRECT"]),
        ("A-1", ["puno": "ILO", "amount": "900", "selection": "OPEN_CALL"]),
      ]))
    let release = try fund.release()
    #expect(try release.parts("PA-05", by: "puno") == ["IOM": "1/1", "ILO": "1/1"])
    #expect(try release.parts("PA-16", by: "puno") == ["IOM": "1/1", "ILO": "1/1"])
  }
}
