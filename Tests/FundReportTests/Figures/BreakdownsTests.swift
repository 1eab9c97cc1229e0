import Testing

/// Figures of agreements and payments by everything they are broken down by.
@Suite struct BreakdownsTests {
  /// Four agreements, and a payment under each.
  ///
  /// |   | JP, area | PUNO | partner | country | in 2025 | USD | paid |
  /// |---|---|---|---|---|---|---|---|
  /// | A | 1, 1 | IOM | Alpha, NGO_N, national | Kenya (014) | signed | 1000 | 100 |
  /// | B | 1, 1 | ILO | Beta, UNION, local | Guatemala (013) | in force | in kind | 5 |
  /// | C | 2, 4 | IOM | Gamma, NGO_I, international | Uganda (014) | ended | 500 | 30 in 2024 |
  /// | D | 2, 4 | IOM | Alpha, NGO_N, national | Kenya (014) | signed | 2000 | 70 |
  ///
  /// A builds capacity; B is a collaboration without a formal agreement. A trade union is no civil
  /// society by the Fund's definition.
  private func release() throws -> Release {
    let fund = try TinyFund()
    try fund.add("JP-2", area: 4)
    try fund.form(
      agreements: Agreements.rows(
        [
          ("A", ["capacity_building": "yes"]),
          (
            "B",
            [
              "puno": "ILO", "partner_name": "Beta", "stakeholder_type": "UNION",
              "level": "LOCAL", "country": "GTM", "agreement_type": "COLLAB", "form": "IN_KIND",
              "currency": "", "amount": "", "signed_on": "",
            ]
          ),
        ], further: ["capacity_building"]),
      transfers: Transfers.rows([("A", [:]), ("B", ["puno": "ILO", "amount": "5"])]))
    try fund.form(
      "JP-2",
      agreements: Agreements.rows([
        (
          "C",
          [
            "partner_name": "Gamma", "stakeholder_type": "NGO_I", "level": "INTERNATIONAL",
            "country": "UGA", "amount": "500", "signed_on": "2024-05-01",
            "start_on": "2024-05-01", "end_on": "2024-12-31",
          ]
        ), ("D", ["form": "MIXED", "amount": "2000"]),
      ]),
      transfers: Transfers.rows([
        ("C", ["amount": "30", "paid_on": "2024-06-01"]), ("D", ["amount": "70"]),
      ]))
    return try fund.release()
  }

  private typealias Categories = [String: String]

  /// Values by dimension.
  private func expectValues(_ code: String, _ expected: [String: Categories]) throws {
    let release = try release()
    for (dimension, categories) in expected {
      #expect(try release.breakdown(code, by: dimension) == categories, "by \(dimension)")
    }
  }

  @Test func `agreements in year are A, B and D`() throws {
    try expectValues(
      "PA-01",
      [
        "programme": ["JP-1": "2", "JP-2": "1"], "puno": ["IOM": "2", "ILO": "1"],
        "country": ["KEN": "2", "GTM": "1"], "sub_region": ["014": "2", "013": "1"],
        "thematic_area": ["1": "2", "4": "1"], "stakeholder_type": ["NGO_N": "2", "UNION": "1"],
        "agreement_type": ["GRANT": "2", "COLLAB": "1"],
        "form": ["FINANCIAL": "1", "IN_KIND": "1", "MIXED": "1"],
        "level": ["NATIONAL": "2", "LOCAL": "1"],
        "cs_profile": ["FUND": "2", "UN": "2", "IOM": "3"],
      ])
  }

  @Test func `agreements since the start are all four`() throws {
    try expectValues(
      "PA-02",
      [
        "programme": ["JP-1": "2", "JP-2": "2"], "puno": ["IOM": "3", "ILO": "1"],
        "country": ["KEN": "2", "GTM": "1", "UGA": "1"], "sub_region": ["014": "3", "013": "1"],
        "thematic_area": ["1": "2", "4": "2"],
        "stakeholder_type": ["NGO_N": "2", "UNION": "1", "NGO_I": "1"],
      ])
  }

  @Test func `agreements signed in the year are A and D`() throws {
    try expectValues(
      "PA-03",
      [
        "programme": ["JP-1": "1", "JP-2": "1"], "puno": ["IOM": "2"], "country": ["KEN": "2"],
        "sub_region": ["014": "2"], "thematic_area": ["1": "1", "4": "1"],
        "stakeholder_type": ["NGO_N": "2"],
      ])
  }

  @Test func `collaborations without a formal agreement are B`() throws {
    try expectValues(
      "PA-06",
      [
        "programme": ["JP-1": "1", "JP-2": "0"], "puno": ["ILO": "1"], "country": ["GTM": "1"],
        "sub_region": ["013": "1"], "thematic_area": ["1": "1"], "stakeholder_type": ["UNION": "1"],
      ])
  }

  @Test func `partners are Alpha, in both programmes, and Beta`() throws {
    try expectValues(
      "PA-07",
      [
        "": ["": "2"], "programme": ["JP-1": "2", "JP-2": "1"], "puno": ["IOM": "1", "ILO": "1"],
        "country": ["KEN": "1", "GTM": "1"], "sub_region": ["014": "1", "013": "1"],
        "thematic_area": ["1": "2", "4": "1"], "stakeholder_type": ["NGO_N": "1", "UNION": "1"],
        "level": ["NATIONAL": "1", "LOCAL": "1"],
      ])
    for code in ["PA-09", "PA-10"] {
      try expectValues(code, ["": ["": "1.5"], "thematic_area": ["1": "2", "4": "1"]])
    }
  }

  @Test(arguments: [
    ("PA-05", "2"),  // A and D of A, B and D
    ("PA-17", "1"),  // A
  ])
  func `shares of agreements are of those with the attribute`(code: String, kenya: String) throws {
    let release = try release()
    let second = code == "PA-05" ? "1/1" : "0/1"
    for (dimension, expected) in [
      "programme": ["JP-1": "1/2", "JP-2": second], "puno": ["IOM": "\(kenya)/2", "ILO": "0/1"],
      "country": ["KEN": "\(kenya)/2", "GTM": "0/1"],
      "sub_region": ["014": "\(kenya)/2", "013": "0/1"],
      "thematic_area": ["1": "1/2", "4": second],
      "stakeholder_type": ["NGO_N": "\(kenya)/2", "UNION": "0/1"],
    ] {
      #expect(try release.parts(code, by: dimension) == expected, "by \(dimension)")
    }
  }

  @Test func `the value of agreements is of A and D`() throws {
    try expectValues(
      "PA-18",
      [
        "programme": ["JP-1": "1000.00", "JP-2": "2000.00"], "puno": ["IOM": "3000.00"],
        "country": ["KEN": "3000.00"], "sub_region": ["014": "3000.00"],
        "thematic_area": ["1": "1000.00", "4": "2000.00"],
        "stakeholder_type": ["NGO_N": "3000.00"],
      ])
  }

  @Test func `money passed on in the year is 100, 5 and 70`() throws {
    try expectValues(
      "TR-01",
      [
        "programme": ["JP-1": "105.00", "JP-2": "70.00"], "puno": ["IOM": "170.00", "ILO": "5.00"],
        "country": ["KEN": "170.00", "GTM": "5.00"],
        "sub_region": ["014": "170.00", "013": "5.00"],
        "thematic_area": ["1": "105.00", "4": "70.00"],
        "stakeholder_type": ["NGO_N": "170.00", "UNION": "5.00"],
        "level": ["NATIONAL": "170.00", "LOCAL": "5.00"],
        "form": ["FINANCIAL": "100.00", "IN_KIND": "5.00", "MIXED": "70.00"],
      ])
  }

  @Test func `money passed on since the start has the 30 of 2024 too`() throws {
    try expectValues(
      "TR-02",
      [
        "programme": ["JP-1": "105.00", "JP-2": "100.00"],
        "puno": ["IOM": "200.00", "ILO": "5.00"],
        "country": ["KEN": "170.00", "GTM": "5.00", "UGA": "30.00"],
        "sub_region": ["014": "200.00", "013": "5.00"],
        "thematic_area": ["1": "105.00", "4": "100.00"],
        "stakeholder_type": ["NGO_N": "170.00", "UNION": "5.00", "NGO_I": "30.00"],
      ])
  }

  @Test func `money passed on to civil society leaves out the trade union`() throws {
    try expectValues(
      "TR-03",
      [
        "cs_profile": ["FUND": "170.00", "UN": "170.00", "IOM": "175.00"],
        "programme": ["JP-1": "100.00", "JP-2": "70.00"], "puno": ["IOM": "170.00"],
        "country": ["KEN": "170.00"], "sub_region": ["014": "170.00"],
        "thematic_area": ["1": "100.00", "4": "70.00"], "stakeholder_type": ["NGO_N": "170.00"],
      ])
  }
}
