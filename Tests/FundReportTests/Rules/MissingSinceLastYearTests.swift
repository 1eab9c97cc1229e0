import Testing

/// C-25: agreements, payments and bodies that stood in last year's form and are missing.
@Suite struct MissingSinceLastYearTests {
  private static let header = "body_name,body_kind,body_function,stakeholder_type,seats"

  private func structures(_ lines: String...) -> [String: String] {
    ["structures": ([Self.header] + lines).joined(separator: "\n")]
  }

  @Test func `an agreement or payment is missed by the form that had it last year`() throws {
    let fund = try TinyFund()
    let ilo = ["puno": "ILO"]
    func paid(_ day: String, _ amount: String, _ further: [String: String] = [:])
      -> (String, [String: String])
    {
      ("A-1", ["paid_on": day, "amount": amount].merging(further) { $1 })
    }
    try fund.form(
      year: 2023, agreements: Agreements.rows([("OLD", [:])]),
      transfers: Transfers.rows([("OLD", ["paid_on": "2023-03-01", "amount": "77"])]))
    try fund.form(
      year: 2024, agreements: Agreements.rows([("A-1", [:]), ("A-2", [:]), ("B-1", ilo)]),
      transfers: Transfers.rows([
        paid("2024-03-01", "100"), paid("2024-04-01", "200"), paid("2024-05-01", "300"),
        paid("2024-06-01", "400"), paid("2024-07-01", "500"),
      ]))
    try fund.form(year: 2024, by: "ILO", agreements: Agreements.rows([("I-9", ilo)]))
    // A-2 is now another organisation's. Of the payments one has a corrected amount; the others have
    // another day and amount, another organisation, another agreement.
    try fund.form(
      agreements: Agreements.rows([("a-1", [:]), ("A-1", ilo), ("A-2", ilo), ("A-3", [:])]),
      transfers: Transfers.rows([
        paid("2024-03-01", "100"), paid("2024-04-01", "250"), paid("2024-05-02", "301"),
        paid("2024-06-01", "400", ilo), ("A-3", ["paid_on": "2024-07-01", "amount": "500"]),
      ]))
    // That another form has them is no help.
    try fund.form(
      by: "ILO", agreements: Agreements.rows([("I-9", ilo), ("A-2", [:])]),
      transfers: Transfers.rows([paid("2024-05-01", "300")]))
    let release = try fund.release()
    #expect(
      try release.table("issues").filter { $0["rule"] == "C-25" }.map {
        "\($0["prepared_by"] ?? "") \($0["expected"] ?? "")"
      }.sorted() == [
        "IOM 2024-05-01 USD 300", "IOM 2024-06-01 USD 400", "IOM 2024-07-01 USD 500",
        "IOM A-2 of IOM", "IOM B-1 of ILO",
      ])
    #expect(
      try release.messages(of: "C-25").contains(
        "the agreement A-2 of IOM stood in last year's form (reports/2024/JP-1-IOM-v1/agreements.csv › "
          + "agreements.csv!A3) and is missing; add it again, or say why"))
  }

  @Test func `a body is missed once, whatever its rows, and only by the form that had it`() throws {
    let fund = try TinyFund()
    try fund.form(
      year: 2024,
      sheets: structures(
        "Board,OTHER,DECISION,NGO_N,1", "Old Team,OTHER,MANAGEMENT,UN,1",
        "Old team,OTHER,MANAGEMENT,MLO,1", "Refused Desk,OTHER,TECHNICAL,UN,1"))
    try fund.form(
      year: 2023, by: "ILO", sheets: structures("Former Board,OTHER,DECISION,NGO_N,1"))
    // A refused row still names its body.
    try fund.form(
      sheets: structures("BOARD,OTHER,ADVISORY,GOV,1", "Refused desk,OTHER,TECHNICAL,UN,"))
    try fund.form(by: "ILO")
    let release = try fund.release()
    let place = "reports/2024/JP-1-IOM-v1/structures.csv › structures.csv!A3"
    #expect(
      try release.messages(of: "C-25") == [
        "the body “Old Team” stood in last year's form (\(place)) and is missing; add it again, or say why"
      ])
    #expect(try release.issues(of: "C-25") == ["warning structures.csv! "])
  }

  @Test func `a refused payment may be the one that is looked for, unless it says otherwise`()
    throws
  {
    let fund = try TinyFund()
    let agreements = Agreements.rows([("A-1", [:]), ("A-2", [:]), ("A-3", [:])])
    try fund.form(
      year: 2024, agreements: agreements,
      transfers: Transfers.rows(
        ["A-1", "A-2", "A-3"].map { ($0, ["paid_on": "2024-03-01", "amount": "100"]) }))
    // Of the first neither day nor amount can be read; of the second the amount, which is another.
    try fund.form(
      agreements: agreements,
      transfers: Transfers.rows([
        ("A-1", ["paid_on": "soon", "amount": "much"]),
        ("A-2", ["paid_on": "soon", "amount": "7"]),
        ("A-3", ["paid_on": "2025-03-01", "amount": "much"]),
      ]))
    let said = try fund.release().messages(of: "C-25")
    #expect(said.map { $0.contains("under A-2") } == [true, false])
    #expect(said.last?.contains("under A-3") == true)
  }

  @Test func `what went between earlier years was said then`() throws {
    let fund = try TinyFund()
    try fund.form(
      year: 2023, agreements: Agreements.rows([("A-1", [:]), ("A-2", [:])]),
      transfers: Transfers.rows([("A-1", [:]), ("A-1", ["amount": "7", "paid_on": "2023-01-01"])]),
      sheets: structures("Board,OTHER,DECISION,NGO_N,1"))
    // The newest form, which has lost one of each; this year there is none.
    try fund.form(
      year: 2024, agreements: Agreements.rows([("A-1", [:])]),
      transfers: Transfers.rows([("A-1", [:])]))
    #expect(try fund.release(2024).issues(of: "C-25").count == 3)
    #expect(try fund.release(2025).issues(of: "C-25") == [])
  }
}
