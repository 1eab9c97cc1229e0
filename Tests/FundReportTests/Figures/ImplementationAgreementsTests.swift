import Testing

/// PA-01: which agreements count in a year.
@Suite struct ImplementationAgreementsTests {
  @Test func `contracts for services, agreements among the UN and sub-awards do not count`() throws
  {
    let counted = [
      "COOPERATION", "SMALL_FUNDING", "RESPONSIBLE_PARTY", "GRANT", "LOA", "MOU", "COLLAB",
      "INKIND",
    ]
    let others = ["SERVICE_CONTRACT", "CONSULTANCY", "UN2UN", "SUBAWARD"]
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows((others + counted).map { ($0, ["agreement_type": $0]) }))
    let release = try fund.release()
    #expect(try release.value("PA-01") == "8")
    let each = Dictionary(uniqueKeysWithValues: counted.map { ($0, "1") })
    #expect(try release.breakdown("PA-01", by: "agreement_type") == each)
  }

  @Test func `planned and cancelled agreements do not count, nor do they since the start`() throws {
    let statuses = [
      "PLANNED", "CANCELLED", "SIGNED", "ACTIVE", "SUSPENDED", "COMPLETED", "TERMINATED",
    ]
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows(
        statuses.map { ($0, ["status": $0, "end_on": "2025-12-31"]) }))
    let release = try fund.release()
    #expect(try release.value("PA-01") == "5")  // seven less the first two
    #expect(try release.value("PA-02") == "5")
  }

  @Test func `only non-governmental partners count, financial or not`() throws {
    let others = [
      "MIGRANT", "COMMUNITY", "NHRI", "PARLIAMENT", "LOCALGOV", "GOV", "PUBLIC", "DONOR", "IGO",
      "UN", "SPECIAL", "UNKNOWN",
    ]
    let civilSociety = [
      "NGO_L", "NGO_N", "NGO_R", "NGO_I", "NETWORK", "CBO", "FBO", "MLO", "DIASPORA", "CHILD_YOUTH",
    ]
    let further = [
      "ACADEMIA", "PRIVATE", "RECRUIT", "EMPLOYER", "UNION", "MEDIA", "FOUNDATION", "RCRC", "OTHER",
    ]
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows(
        (others + civilSociety + further).map { ($0, ["stakeholder_type": $0]) }))
    let release = try fund.release()
    #expect(try release.value("PA-01") == "19")  // 10 of civil society and 9 further
    let each = Dictionary(uniqueKeysWithValues: (civilSociety + further).map { ($0, "1") })
    #expect(try release.breakdown("PA-01", by: "stakeholder_type") == each)
    // UN: also academia. IOM: also academia, unions, media and foundations. RCRC: none of them.
    #expect(
      try release.breakdown("PA-01", by: "cs_profile") == ["FUND": "10", "UN": "11", "IOM": "14"])
  }

  @Test func `an agreement counts in every year on a day of which it is in force`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("ended the day before", ["start_on": "2024-01-01", "end_on": "2024-12-31"]),
        ("starts the day after", ["start_on": "2026-01-01"]),
        ("ends on the first day", ["start_on": "2024-01-01", "end_on": "2025-01-01"]),
        ("starts on the last day", ["start_on": "2025-12-31", "end_on": "2026-03-31"]),
        ("open", ["start_on": "2022-01-01"]),
      ]))
    let release = try fund.release()
    #expect(try release.value("PA-01") == "3")  // all but the first two
    #expect(try release.value("PA-02") == "4")  // all but the one of 2026
  }

  @Test func `an agreement that stands only in the form of an earlier year is not of this year`()
    throws
  {
    let fund = try TinyFund()
    try fund.form(year: 2024, agreements: Agreements.rows([("A-1", ["start_on": "2024-02-01"])]))
    let release = try fund.release()
    #expect(try release.value("PA-01") == "0")
    #expect(try release.value("PA-02") == "1")
  }

  @Test func `agreements are shown by programme, place, theme, form and level`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2", countries: "GTM", area: 4)
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", ["form": "IN_KIND", "amount": "", "currency": ""]),
        ("A-2", ["country": "UGA", "level": "LOCAL", "puno": "ILO"]),
      ]))
    try fund.form(
      "JP-2", agreements: Agreements.rows([("A-1", ["country": "GTM", "form": "MIXED"])]))
    let release = try fund.release()
    let figures: [String: [String: String]] = [
      "programme": ["JP-1": "2", "JP-2": "1"],
      "puno": ["IOM": "2", "ILO": "1"],
      "country": ["KEN": "1", "UGA": "1", "GTM": "1"],
      "sub_region": ["014": "2", "013": "1"],  // Eastern Africa, Central America
      "thematic_area": ["1": "2", "4": "1"],  // of the programme, not of the country
      "form": ["FINANCIAL": "1", "IN_KIND": "1", "MIXED": "1"],
      "level": ["NATIONAL": "2", "LOCAL": "1"],
    ]
    for (dimension, expected) in figures {
      #expect(try release.breakdown("PA-01", by: dimension) == expected)
    }
  }

  @Test func `a programme without agreements shows 0, a silent one shows that it has not reported`()
    throws
  {
    let fund = try TinyFund()
    for code in ["JP-2", "JP-3", "JP-4"] { try fund.add(code) }
    try fund.add("JP-5", endOn: "2024-12-31")
    try fund.add("JP-6", startOn: "2026-01-01")
    try fund.form("JP-1", agreements: Agreements.rows([("A-1", [:])]))
    try fund.form("JP-2", answers: ["no_agreements": "yes"])
    try fund.form("JP-3")  // a form that says nothing about agreements
    try fund.form("JP-5", agreements: Agreements.rows([("A-1", [:])]))  // no longer live
    let release = try fund.release()
    #expect(try release.value("PA-01") == "2")
    #expect(
      try release.breakdown("PA-01", by: "programme")
        == ["JP-1": "1", "JP-2": "0", "JP-3": "0", "JP-4": "", "JP-5": "1"])
    #expect(
      try release.figure("PA-01", "programme", "JP-4")
        == Release.Figure(value: "", reason: "NOT_REPORTED"))
  }

  @Test func `without any form the total is 0`() throws {
    let release = try TinyFund().release()
    #expect(try release.figure("PA-01") == Release.Figure(value: "0"))
    #expect(
      try release.breakdown("PA-01", by: "cs_profile") == ["FUND": "0", "UN": "0", "IOM": "0"])
  }
}
