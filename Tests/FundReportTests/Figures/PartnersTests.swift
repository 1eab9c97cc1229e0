import Testing

/// PA-07 and PA-10: distinct partners, and how many a Joint Programme has.
@Suite struct PartnersTests {
  @Test func `a partner under several categories counts once in the total`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2", countries: "GTM", area: 4)
    try fund.form(
      agreements: Agreements.rows([
        ("planned", ["partner_name": "Gamma", "status": "PLANNED"]),
        ("A-1", ["roles": "ADVOCACY;EXPERTISE"]),
        ("A-2", ["puno": "ILO", "roles": "advocacy", "level": "LOCAL"]),
        ("A-3", ["partner_name": "Beta", "stakeholder_type": "UNION", "level": "LOCAL"]),
      ]))
    try fund.form(
      "JP-2",
      agreements: Agreements.rows([("A-1", ["partner_name": "Beta", "stakeholder_type": "UNION"])]))
    let release = try fund.release()
    #expect(try release.value("PA-07") == "2")  // Alpha and Beta, both in Kenya
    let figures: [String: [String: String]] = [
      "programme": ["JP-1": "2", "JP-2": "1"],
      "puno": ["IOM": "2", "ILO": "1"],
      "country": ["KEN": "2"],
      "sub_region": ["014": "2"],
      "thematic_area": ["1": "2", "4": "1"],
      "stakeholder_type": ["NGO_N": "1", "UNION": "1"],
      "level": ["NATIONAL": "2", "LOCAL": "2"],
      "role": ["ADVOCACY": "1", "EXPERTISE": "1"],
    ]
    for (dimension, expected) in figures {
      #expect(try release.breakdown("PA-07", by: dimension) == expected)
    }
  }

  @Test func `a joint agreement's partner stands under each of its PUNOs`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", ["roles": "ADVOCACY"]), ("A-1", ["puno": "ILO", "roles": "EXPERTISE"]),
      ]))
    let release = try fund.release()
    #expect(try release.breakdown("PA-07", by: "puno") == ["IOM": "1", "ILO": "1"])
    #expect(try release.breakdown("PA-07", by: "role") == ["EXPERTISE": "1"])  // ILO's row speaks
  }

  @Test func `the median is over the live programmes that answered, zeros included`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2", area: 2)
    try fund.add("JP-3", area: 2)
    try fund.add("JP-4", area: 4)
    try fund.add("JP-5", area: 4, endOn: "2024-12-31")
    try fund.add("JP-6", area: 3)
    func partners(_ names: String...) -> String {
      Agreements.rows(names.map { ($0, ["partner_name": $0]) })
    }
    try fund.form("JP-1", answers: ["no_agreements": "yes"])
    try fund.form(
      "JP-2",
      agreements: Agreements.rows([
        ("1", ["partner_name": "A"]), ("2", ["partner_name": "A"]), ("3", ["partner_name": "B"]),
      ]))
    try fund.form(
      "JP-3",
      agreements: Agreements.rows([
        ("1", ["partner_name": "A"]), ("2", ["partner_name": "Z", "status": "PLANNED"]),
      ]))
    try fund.form("JP-4", agreements: partners("A", "B", "C", "D"))
    try fund.form("JP-5", agreements: partners("A", "B", "C", "D", "E", "F"))
    try fund.form("JP-6")  // silent
    let release = try fund.release()
    #expect(try release.value("PA-10") == "1.5")  // of 0, 1, 2, 4
    let areas = try release.breakdown("PA-10", by: "thematic_area")
    #expect(areas.filter { $0.value != "" } == ["1": "0", "2": "1.5", "4": "4"])
  }

  @Test func `over no answer there is no median`() throws {
    let fund = try TinyFund()
    try fund.form()
    let figure = try fund.release().figure("PA-10")
    #expect(figure?.value == "")
    #expect(figure?.reason == "NO_DENOMINATOR")
  }
}
