import Testing

/// PA-11 to PA-14: who leads partners, of those where it is known.
@Suite struct PartnerLeadershipTests {
  private static let flags = ["migrant_led", "women_led", "youth_led", "grassroots"]

  /// Rows that say the same of all four questions.
  private func rows(_ rows: [(ref: String, changes: [String: String], led: String)]) -> String {
    Agreements.rows(
      rows.map { row in
        (row.ref, Self.flags.reduce(into: row.changes) { $0[$1] = row.led })
      }, further: Self.flags)
  }

  @Test(arguments: ["PA-11", "PA-12", "PA-13", "PA-14"])
  func `yes if any row says yes, no if any says no and none yes, else not known`(code: String)
    throws
  {
    let fund = try TinyFund()
    try fund.form(
      agreements: rows([
        ("A-1", [:], "no"), ("A-2", [:], "oui"), ("B-1", ["partner_name": "Beta"], "no"),
        ("B-2", ["partner_name": "Beta", "country": "UGA"], ""),
        ("B-3", ["partner_name": "Beta", "country": "GTM"], "no"),
        ("C-1", ["partner_name": "Gamma"], "unknown"), ("D-1", ["partner_name": "Delta"], "yes"),
        ("E-1", ["partner_name": "Epsilon", "status": "PLANNED"], "yes"),
      ]))
    let release = try fund.release()
    // Alpha and Delta yes, both of Beta's namesakes no, Beta in Uganda and Gamma not known.
    #expect(
      try release.figure(code)
        == Release.Figure(
          value: "50", numerator: "2", denominator: "4", coverage: "66.66666666666667"))
    // Eastern Africa: Alpha, Delta and Beta in Kenya, of five; Central America: Beta's namesake.
    #expect(try release.parts(code, by: "sub_region") == ["014": "2/3", "013": "0/1"])
    #expect(try release.figure(code, "sub_region", "014")?.coverage == "60")
  }

  @Test(arguments: zip(["PA-11", "PA-12", "PA-13", "PA-14"], Self.flags))
  func `each figure asks its own question`(code: String, flag: String) throws {
    let fund = try TinyFund()
    let no = Self.flags.reduce(into: [:]) { $0[$1] = "no" }
    try fund.form(
      agreements: Agreements.rows([("A-1", no.merging([flag: "yes"]) { $1 })], further: Self.flags))
    let release = try fund.release()
    for other in ["PA-11", "PA-12", "PA-13", "PA-14"] {
      #expect(try release.value(other) == (other == code ? "100" : "0"))
    }
  }

  @Test func `only rows of counted agreements in forms for the year are asked`() throws {
    let fund = try TinyFund()
    try fund.form(year: 2024, by: "ILO", agreements: rows([("A-1", ["puno": "ILO"], "yes")]))
    try fund.form(
      agreements: rows([("A-1", [:], "no"), ("A-2", ["agreement_type": "CONSULTANCY"], "yes")]))
    let release = try fund.release()
    #expect(try release.value("PA-01") == "1")
    #expect(
      try release.figure("PA-11")
        == Release.Figure(value: "0", numerator: "0", denominator: "1", coverage: "100"))
  }

  @Test func `a partner stands under each sub-region it has an agreement of the year in`() throws {
    let fund = try TinyFund()
    try fund.register("partners", "partner_id,name\nP-1,Alpha")
    try fund.form(
      agreements: rows([
        ("A-1", [:], "yes"), ("A-2", ["country": "GTM"], ""),
        ("A-3", ["country": "PHL", "status": "PLANNED"], "no"),
      ]))
    let release = try fund.release()
    #expect(try release.parts("PA-13", by: "") == ["": "1/1"])
    #expect(try release.parts("PA-13", by: "sub_region") == ["014": "1/1", "013": "1/1"])
  }

  @Test func `a partner stands under each programme it has an agreement of the year with`() throws {
    let fund = try TinyFund()
    for code in ["JP-2", "JP-3"] { try fund.add(code) }
    try fund.form("JP-1", agreements: rows([("A-1", [:], "yes")]))
    try fund.form("JP-2", agreements: rows([("A-2", [:], "")]))
    try fund.form("JP-3", agreements: rows([("A-3", ["status": "PLANNED"], "no")]))
    let lines = try AnalystWorkbook(fund.release()).lines("Data Partners by programme")
    #expect(lines.map { $0["Programme"] } == ["JP-1", "JP-2"])
  }

  @Test func `without any partner there is nothing to divide by`() throws {
    let fund = try TinyFund()
    try fund.form(answers: ["no_agreements": "yes"])
    #expect(
      try fund.release().figure("PA-11")
        == Release.Figure(
          value: "", numerator: "0", denominator: "0", reason: "NO_DENOMINATOR"))
  }
}
