import Testing

/// PA-08: agreements with local or national partners, where that is known.
@Suite struct LocalPartnersTests {
  private static let rows = Agreements.rows([
    ("not known", ["level": "LOCAL", "ingo_affiliate": "", "country": "GTM"]),
    ("nor this", ["level": "NATIONAL", "ingo_affiliate": "unknown"]),
    ("affiliate", ["level": "NATIONAL", "ingo_affiliate": "yes"]),
    ("regional", ["level": "REGIONAL", "ingo_affiliate": ""]),
    ("international", ["level": "INTERNATIONAL", "ingo_affiliate": "no"]),
    ("local", ["level": "LOCAL", "ingo_affiliate": "no"]),
    ("planned", ["level": "LOCAL", "status": "PLANNED"]),
  ])

  @Test func `affiliates and partners at other levels are known not to be local`() throws {
    let fund = try TinyFund()
    try fund.form(agreements: Self.rows)
    let release = try fund.release()
    // Counted 6, known 4 of them, local 1.
    #expect(
      try release.figure("PA-08")
        == Release.Figure(
          value: "25", numerator: "1", denominator: "4", coverage: "66.66666666666667"))
    #expect(try release.figure("PA-08", "thematic_area", "1") == release.figure("PA-08"))
    #expect(
      try release.figure("PA-08", "sub_region", "014")
        == Release.Figure(value: "25", numerator: "1", denominator: "4", coverage: "80"))
  }

  @Test func `where no affiliation is known there is no share`() throws {
    let fund = try TinyFund()
    try fund.form(agreements: Self.rows)
    #expect(
      try fund.release().figure("PA-08", "sub_region", "013")
        == Release.Figure(
          value: "", numerator: "0", denominator: "0", coverage: "0", reason: "NO_DENOMINATOR"))
  }

  @Test func `the register's level counts, not the row's`() throws {
    let fund = try TinyFund()
    try fund.register(
      "partners",
      """
      partner_id,name,acronym,aliases,country,stakeholder_type,level,publish_name
      P-1,Alpha,,,KEN,NGO_I,INTERNATIONAL,
      P-2,Beta,,,KEN,NGO_L,LOCAL,
      """)
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", ["level": "LOCAL", "ingo_affiliate": ""]),
        ("A-2", ["level": "INTERNATIONAL", "partner_name": "Beta"]),
      ]))
    #expect(
      try fund.release().figure("PA-08")
        == Release.Figure(value: "50", numerator: "1", denominator: "2", coverage: "100"))
  }
}
