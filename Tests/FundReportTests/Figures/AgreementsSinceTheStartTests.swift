import Testing

/// PA-02: agreements since the start, with those carried from earlier forms.
@Suite struct AgreementsSinceTheStartTests {
  @Test func `an earlier form does not speak for an organisation that has reported since`() throws {
    let fund = try TinyFund()
    try fund.form(
      year: 2024, agreements: Agreements.rows([("A-1", [:]), ("A-2", [:]), ("A-3", [:])]))
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    let release = try fund.release()
    #expect(try release.value("PA-02") == "1")  // are no longer listed
    #expect(try release.table("agreements").map { $0["carried_from"] } == [""])
  }

  @Test func `rows of an organisation missing from the newer forms are carried`() throws {
    let fund = try TinyFund()
    try fund.form(
      year: 2024, by: "ILO",
      agreements: Agreements.rows([
        ("I-1", ["puno": "ILO"]), ("A-9", ["puno": "IOM"]),
      ]))
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    let release = try fund.release()
    // ILO's own row is carried; its row about IOM gives way to IOM's newer form.
    #expect(try release.value("PA-02") == "2")
    #expect(try release.breakdown("PA-02", by: "puno") == ["IOM": "1", "ILO": "1"])
    let rows = try release.table("agreements")
    #expect(rows.map { $0["agreement_ref"] } == ["I-1", "A-1"])
    #expect(rows.map { $0["carried_from"] } == ["2024", ""])
  }

  @Test func `a nil report of this year ends what the same organisation reported before`() throws {
    let fund = try TinyFund()
    try fund.form(year: 2024, agreements: Agreements.rows([("A-1", [:])]))
    try fund.form(answers: ["no_agreements": "yes"])
    #expect(try fund.release().value("PA-02") == "0")
  }

  @Test func `a closed programme does not vanish`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2", countries: "GTM", area: 3, endOn: "2023-12-31")
    let partner = ["country": "GTM", "start_on": "2023-02-01", "stakeholder_type": "UNION"]
    try fund.form("JP-2", year: 2022, agreements: Agreements.rows([("A-0", partner)]))
    try fund.form(
      "JP-2", year: 2023, agreements: Agreements.rows([("A-1", partner), ("A-2", partner)]))
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    let release = try fund.release()
    #expect(try release.value("PA-02") == "3")  // the form of 2023 replaces that of 2022
    let figures: [String: [String: String]] = [
      "programme": ["JP-1": "1", "JP-2": "2"],
      "puno": ["IOM": "3"],
      "country": ["KEN": "1", "GTM": "2"],
      "sub_region": ["014": "1", "013": "2"],
      "thematic_area": ["1": "1", "3": "2"],
      "stakeholder_type": ["NGO_N": "1", "UNION": "2"],
    ]
    for (dimension, expected) in figures {
      #expect(try release.breakdown("PA-02", by: dimension) == expected)
    }
  }

  @Test func `forms of later years are not read`() throws {
    let fund = try TinyFund()
    try fund.form(year: 2024, agreements: Agreements.rows([("A-1", ["start_on": "2024-12-31"])]))
    try fund.form(agreements: Agreements.rows([("A-1", [:]), ("A-2", [:])]))
    let release = try fund.release(2024)
    #expect(try release.value("PA-01") == "1")
    #expect(try release.value("PA-02") == "1")
  }

  @Test func `the programme's codes of former days are its code`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2", formerCodes: "OLD-2;OLDER-2")
    try fund.form("older-2 ", year: 2023, agreements: Agreements.rows([("A-1", [:])]))
    try fund.form(
      "OLD-2", year: 2024,
      agreements: Agreements.rows([
        ("A-1", ["start_on": "2024-05-01"]), ("A-2", ["start_on": "2024-05-01"]),
      ]))
    #expect(try fund.release().value("PA-02", "programme", "JP-2") == "2")
  }
}
