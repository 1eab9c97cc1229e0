import Testing

/// TR-01 and TR-02: money passed on to non-governmental partners, in the year and since the start.
@Suite struct TransfersInYearTests {
  @Test func `payments of other years and under agreements that do not count are left out`() throws
  {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("state", ["stakeholder_type": "GOV"]), ("planned", ["status": "PLANNED"]),
        ("service", ["agreement_type": "SERVICE_CONTRACT"]),
        ("ended", ["start_on": "2023-01-01", "end_on": "2024-06-30"]), ("A-1", [:]),
      ]),
      transfers: Transfers.rows([
        ("state", [:]), ("planned", [:]), ("service", [:]),
        ("A-1", ["paid_on": "2024-12-31"]), ("A-1", ["paid_on": "2026-01-01"]),
        (
          "A-1",
          [
            "tier": "2", "sub_partner_name": "Beta", "sub_partner_type": "NGO_L",
            "sub_partner_level": "LOCAL",
          ]
        ),
        ("ended", ["amount": "1"]),  // the agreement counts, though it is not in year
        ("A-1", ["amount": "20", "paid_on": "2025-01-01"]),
        (" a-1", ["amount": "300", "paid_on": "2025-12-31", "tier": "1"]),
        ("A-1", ["amount": "-30.5"]),  // a recovery
      ]))
    // 1 + 20 + 300 − 30.50
    #expect(
      try fund.release().figure("TR-01") == Release.Figure(value: "290.50", coverage: "100"))
  }

  @Test func `since the start means up to the end of the year, under agreements that count`() throws
  {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([("state", ["stakeholder_type": "GOV"]), ("A-1", [:])]),
      transfers: Transfers.rows([
        ("A-1", ["paid_on": "2022-06-01", "amount": "50"]),
        ("A-1", ["paid_on": "2025-12-31"]), ("A-1", ["paid_on": "2026-01-01"]), ("state", [:]),
        (
          "A-1",
          [
            "tier": "2", "sub_partner_name": "Beta", "sub_partner_type": "NGO_L",
            "sub_partner_level": "LOCAL",
          ]
        ),
      ]))
    let release = try fund.release()
    #expect(try release.figure("TR-02") == Release.Figure(value: "150.00", coverage: "100"))
    #expect(try release.breakdown("TR-02", by: "stakeholder_type") == ["NGO_N": "150.00"])
  }

  @Test func `payments follow their own PUNO, and the partner and programme of their agreement`()
    throws
  {
    let fund = try TinyFund()
    try fund.add("JP-2", countries: "GTM", area: 4, endOn: "2024-12-31")
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", [:]), ("A-1", ["puno": "ILO", "form": "MIXED", "level": "LOCAL"]),
        ("A-2", ["partner_name": "Beta", "country": "UGA", "stakeholder_type": "UNION"]),
      ]),
      transfers: Transfers.rows([
        ("A-1", [:]), ("A-1", ["puno": "ILO", "amount": "40"]), ("A-2", ["amount": "7"]),
      ]))
    // No longer live: sums take every accepted form.
    try fund.form(
      "JP-2", agreements: Agreements.rows([("A-1", ["country": "GTM"])]),
      transfers: Transfers.rows([("A-1", ["amount": "1000"])]))
    let release = try fund.release()
    #expect(try release.value("TR-01") == "1147.00")
    let figures: [String: [String: String]] = [
      "programme": ["JP-1": "147.00", "JP-2": "1000.00"],
      "puno": ["IOM": "1107.00", "ILO": "40.00"],
      "country": ["KEN": "140.00", "UGA": "7.00", "GTM": "1000.00"],
      "sub_region": ["014": "147.00", "013": "1000.00"],
      "thematic_area": ["1": "147.00", "4": "1000.00"],
      "stakeholder_type": ["NGO_N": "1140.00", "UNION": "7.00"],
      // ILO's row speaks for A-1: mixed, local.
      "level": ["LOCAL": "140.00", "NATIONAL": "1007.00"],
      "form": ["MIXED": "140.00", "FINANCIAL": "1007.00"],
    ]
    for (dimension, expected) in figures {
      #expect(try release.breakdown("TR-01", by: dimension) == expected)
    }
  }

  @Test func `payments without a rate are in no sum, and the coverage says so`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2")
    try fund.form(
      agreements: Agreements.rows([("A-1", [:])]),
      transfers: Transfers.rows([
        ("A-1", ["currency": "UGX"]), ("A-1", ["currency": "UGX"]), ("A-1", ["currency": "UGX"]),
        ("A-1", ["currency": "KES", "amount": "12345"]),  // 100 to the dollar
      ]))
    try fund.form(
      "JP-2", agreements: Agreements.rows([("A-1", [:])]),
      transfers: Transfers.rows([("A-1", ["currency": "UGX"])]))
    let release = try fund.release()
    #expect(try release.figure("TR-01") == Release.Figure(value: "123.45", coverage: "20"))
    #expect(
      try release.figure("TR-01", "programme", "JP-2")
        == Release.Figure(value: "", coverage: "0", reason: "NO_DATA"))
  }

  @Test func `no payment is 0 where a programme reports, and not reported where it does not`()
    throws
  {
    let fund = try TinyFund()
    try fund.add("JP-2")
    try fund.form(answers: ["no_transfers": "yes"], agreements: Agreements.rows([("A-1", [:])]))
    let release = try fund.release()
    #expect(try release.figure("TR-01") == Release.Figure(value: "0.00"))
    #expect(try release.breakdown("TR-01", by: "programme") == ["JP-1": "0.00", "JP-2": ""])
    #expect(try release.figure("TR-01", "programme", "JP-2")?.reason == "NOT_REPORTED")
  }

  @Test func `a carried payment is not of this year, whatever its day`() throws {
    let fund = try TinyFund()
    try fund.form(
      year: 2024, by: "ILO",
      agreements: Agreements.rows([("I-1", ["puno": "ILO"])]),
      transfers: Transfers.rows([("I-1", ["puno": "ILO"])]))
    try fund.form(
      agreements: Agreements.rows([("A-1", [:])]),
      transfers: Transfers.rows([("A-1", ["amount": "5"])]))
    let release = try fund.release()
    #expect(try release.value("TR-01") == "5.00")
    #expect(
      try release.table("transfers").map { "\($0["usd"] ?? "") \($0["carried_from"] ?? "")" }
        .sorted()
        == ["100.00 2024", "5.00 "])
  }

  @Test func `a payment belongs to the agreement of its PUNO, in whichever form it stands`() throws
  {
    let fund = try TinyFund()
    try fund.form(
      by: "IOM",
      agreements: Agreements.rows([("A-1", ["puno": "ILO", "stakeholder_type": "FBO"])]))
    try fund.form(
      by: "ILO", answers: ["no_agreements": "yes"],
      transfers: Transfers.rows([("A-1", ["puno": "ILO"])]))
    #expect(
      try fund.release().breakdown("TR-01", by: "stakeholder_type") == ["FBO": "100.00"])
  }

  @Test func `where one PUNO has two agreements of one reference, a payment follows its own form`()
    throws
  {
    let fund = try TinyFund()
    for (puno, type) in [("IOM", "FBO"), ("ILO", "CBO")] {
      try fund.form(
        by: puno,
        agreements: Agreements.rows([("A-1", ["partner_name": puno, "stakeholder_type": type])]),
        transfers: Transfers.rows([("A-1", ["amount": puno == "IOM" ? "3" : "40"])]))
    }
    let release = try fund.release()
    #expect(
      try release.breakdown("TR-01", by: "stakeholder_type") == ["FBO": "3.00", "CBO": "40.00"])
    #expect(try release.breakdown("TR-01", by: "puno") == ["IOM": "43.00"])
  }

  @Test func `where two PUNOs have one reference, a payment follows the PUNO that paid`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", ["stakeholder_type": "FBO"]),
        ("A-1", ["puno": "ILO", "partner_name": "Beta", "stakeholder_type": "CBO"]),
      ]),
      transfers: Transfers.rows([("A-1", ["puno": "ILO", "amount": "40"])]))
    #expect(try fund.release().value("TR-01", "stakeholder_type", "CBO") == "40.00")
  }

  @Test func `a payment of this year may rest on an agreement that is carried`() throws {
    let fund = try TinyFund()
    try fund.form(year: 2024, by: "ILO", agreements: Agreements.rows([("I-1", ["puno": "ILO"])]))
    try fund.form(
      answers: ["no_agreements": "yes"], transfers: Transfers.rows([("I-1", ["puno": "ILO"])]))
    let release = try fund.release()
    #expect(try release.value("PA-01") == "0")
    #expect(try release.breakdown("TR-01", by: "puno") == ["ILO": "100.00"])
    #expect(try release.issues(of: "C-15") == [])
  }

  @Test func `payments end with a newer form of the same organisation that has none`() throws {
    let fund = try TinyFund()
    let agreements = Agreements.rows([("A-1", [:])])
    try fund.form(
      year: 2024, agreements: agreements,
      transfers: Transfers.rows([("A-1", ["paid_on": "2024-03-01"])]))
    try fund.form(answers: ["no_transfers": "yes"], agreements: agreements)
    #expect(try fund.release().value("TR-02") == "0.00")
  }
}
