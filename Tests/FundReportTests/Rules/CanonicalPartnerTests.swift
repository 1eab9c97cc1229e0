import FundReport
import Testing

/// Which names are one partner, and what the register decides.
@Suite struct CanonicalPartnerTests {
  private static let header =
    "partner_id,name,acronym,aliases,country,stakeholder_type,level,publish_name\n"

  @Test func `names, aliases and acronyms of the register are one partner`() throws {
    let fund = try TinyFund()
    try fund.register(
      "partners", Self.header + "P-1,Alpha Relief,AR,Alfa Relief;Secours Alpha,KEN,NGO_N,NATIONAL,")
    let spellings = [
      ["partner_name": "Elsewhere", "partner_acronym": "AR", "country": "UGA"],  // not matched
      ["partner_name": "ALPHA  RELIEF "],
      ["partner_name": "alfa-relief", "country": "UGA"],  // an alias, in any country
      ["partner_name": "Sécours  Alpha."],
      ["partner_name": "ＡＬＰＨＡ Relief"],  // full-width letters
      ["partner_name": "Unlisted", "partner_acronym": " ar"],  // same country
    ]
    try fund.form(
      agreements: Agreements.rows(spellings.enumerated().map { ("A-\($0.offset)", $0.element) }))
    let release = try fund.release()
    #expect(try release.value("PA-01") == "6")
    #expect(try release.value("PA-07") == "2")  // P-1 and Elsewhere
    #expect(
      try release.table("agreements").map { $0["partner_id"] }
        == ["", "P-1", "P-1", "P-1", "P-1", "P-1"])
  }

  @Test func `an unknown partner is its name and country, and look-alikes are never merged`() throws
  {
    let fund = try TinyFund()
    let partners = [
      ("A-1", ["partner_name": "Beta"]), ("A-2", ["partner_name": "BÉTA."]),
      ("A-3", ["partner_name": "Beta", "country": "UGA"]), ("A-4", ["partner_name": "Betta"]),
    ]
    try fund.form(agreements: Agreements.rows(partners.map { ($0.0, $0.1) }))
    let release = try fund.release()
    #expect(try release.value("PA-07") == "3")  // Beta in Kenya, Beta in Uganda, Betta
    #expect(try release.breakdown("PA-07", by: "country") == ["KEN": "2", "UGA": "1"])
  }

  @Test func `the register's type decides whether a partner counts`() throws {
    let fund = try TinyFund()
    try fund.register(
      "partners",
      Self.header + """
        P-1,Alpha,,,KEN,NGO_L,LOCAL,
        P-2,Ministry,,,KEN,GOV,NATIONAL,
        P-3,Gamma,,,KEN,,,
        """)
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", ["stakeholder_type": "GOV", "level": "REGIONAL"]),
        ("A-2", ["partner_name": "Ministry"]),
        ("A-3", ["partner_name": "Gamma", "stakeholder_type": "FBO", "level": "REGIONAL"]),
      ]))
    let release = try fund.release()
    #expect(try release.breakdown("PA-01", by: "stakeholder_type") == ["NGO_L": "1", "FBO": "1"])
    #expect(try release.breakdown("PA-01", by: "level") == ["LOCAL": "1", "REGIONAL": "1"])
  }

  @Test func `one agreement may be reported under two spellings of its partner`() throws {
    let fund = try TinyFund()
    try fund.register("partners", Self.header + "P-1,Alpha,,Alfa,KEN,NGO_N,NATIONAL,")
    try fund.form(
      agreements: Agreements.rows([("A-1", [:]), ("A-1", ["puno": "ILO", "partner_name": "Alfa"])]))
    #expect(try fund.release().value("PA-01") == "1")
  }

  @Test func `one spelling for two partners is a mistake of the register`() throws {
    let fund = try TinyFund()
    try fund.register(
      "partners",
      Self.header + """
        P-1,Alpha,,Alfa,KEN,NGO_N,NATIONAL,
        P-2,Beta,,ALFA,UGA,NGO_N,NATIONAL,
        """)
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    #expect(throws: DefinitionError.self) { try fund.release() }
  }

  @Test func `a name goes before an acronym`() throws {
    let fund = try TinyFund()
    try fund.register(
      "partners",
      Self.header + """
        P-1,Alpha,,,KEN,NGO_N,NATIONAL,
        P-2,Arrow,AR,,KEN,NGO_N,NATIONAL,
        """)
    try fund.form(agreements: Agreements.rows([("A-1", ["partner_acronym": "AR"])]))
    #expect(try fund.release().table("agreements").map { $0["partner_id"] } == ["P-1"])
  }

  @Test func `an acronym that two partners of a country share matches neither`() throws {
    let fund = try TinyFund()
    try fund.register(
      "partners",
      Self.header + """
        P-1,Alpha,AR,,KEN,NGO_N,NATIONAL,
        P-2,Arrow,AR,,KEN,NGO_N,NATIONAL,
        """)
    try fund.form(
      agreements: Agreements.rows([("A-1", ["partner_name": "Else", "partner_acronym": "AR"])]))
    #expect(try fund.release().table("agreements").map { $0["partner_id"] } == [""])
  }

  @Test func `names and acronyms of nothing but signs match nobody`() throws {
    let fund = try TinyFund()
    try fund.register("partners", Self.header + "P-1,?!,-,,KEN,NGO_N,NATIONAL,")
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", ["partner_name": "…"]), ("A-2", ["partner_name": "Else", "partner_acronym": "."]),
      ]))
    #expect(try fund.release().table("agreements").map { $0["partner_id"] } == ["", ""])
  }
}
