import Testing

/// PA-11: partners led by migrants, of those where it is known.
@Suite struct PartnerLeadershipTests {
  private func rows(_ rows: [(ref: String, partner: String, led: String)]) -> String {
    let lines = Agreements.rows(rows.map { ($0.ref, ["partner_name": $0.partner]) })
      .split(separator: "\n")
    return zip(lines, ["migrant_led"] + rows.map(\.led)).map { "\($0),\($1)" }
      .joined(separator: "\n")
  }

  @Test func `yes if any row says yes, no if any says no and none yes, else not known`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: rows([
        ("A-1", "Alpha", "no"), ("A-2", "Alpha", "oui"), ("B-1", "Beta", "no"), ("B-2", "Beta", ""),
        ("C-1", "Gamma", "unknown"), ("D-1", "Delta", "yes"),
      ]))
    let release = try fund.release()
    // Alpha and Delta yes, Beta no, Gamma not known: 2 of 3, known for 3 of 4 partners.
    #expect(
      try release.figure("PA-11")
        == Release.Figure(
          value: "66.66666666666667", numerator: "2", denominator: "3", coverage: "75"))
    #expect(try release.value("PA-11", "sub_region", "014") == "66.66666666666667")
  }

  @Test func `only rows of counted agreements in forms for the year are asked`() throws {
    let fund = try TinyFund()
    try fund.form(
      year: 2024, by: "ILO",
      agreements: rows([("A-1", "Alpha", "yes")]).replacing(",IOM,", with: ",ILO,")
        .replacing("A-1,IOM", with: "A-1,ILO"))
    try fund.form(agreements: rows([("A-1", "Alpha", "no")]))
    let release = try fund.release()
    #expect(try release.value("PA-01") == "1")
    #expect(
      try release.figure("PA-11")
        == Release.Figure(value: "0", numerator: "0", denominator: "1", coverage: "100"))
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
