import Foundation
import Testing

/// The workbook's formulas against the figures computed in SQL, by another program.
@Suite(.serialized) struct RecalculatedWorkbookTests {
  /// A fund with shares, sums, medians, gaps and unknowns, two programmes and two years.
  private func tinyFund() throws -> TinyFund {
    let fund = try TinyFund()
    for code in ["JP-2", "JP-3"] { try fund.add(code, countries: "GTM;PHL", area: 4) }
    try fund.register(
      "financials",
      """
      programme_code,year,puno,category,budget_usd,expenditure_usd
      JP-1,2025,IOM,6,,300.10
      JP-1,2025,ILO,1,,700.33
      """)
    try fund.form(
      year: 2024, by: "ILO",
      agreements: Agreements.rows([
        ("I-1", ["puno": "ILO", "partner_name": "Beta", "start_on": "2024-01-01"])
      ]))
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", ["currency": "KES", "amount": "1234.56", "roles": "ADVOCACY;ACCESS"]),
        ("A-1", ["puno": "ILO", "currency": "KES", "amount": "77777.77"]),
        ("A-2", ["ingo_affiliate": "", "selection": "OPEN_CALL", "stakeholder_type": "UNION"]),
        ("A-3", ["currency": "UGX", "country": "UGA", "level": "LOCAL"]),
      ]),
      transfers: Transfers.rows([
        ("A-1", ["currency": "KES", "amount": "3333.33"]), ("A-1", ["puno": "ILO"]),
        ("A-3", ["currency": "UGX"]), ("A-2", ["amount": "-12.345"]),
      ]),
      sheets: Engagement.rows([
        ["women": "3", "persons_total": "7", "under_18": "2", "mechanisms": "SURVEY;MEETING"],
        ["compensation_amount": "33.335", "compensation_currency": "KES", "engaged_on": "2025"],
        ["compensated": "yes", "phase": "CONCEPT", "engagement_level": "COLLABORATE"],
      ]))
    try fund.form("JP-2", answers: ["no_agreements": "yes", "no_transfers": "yes"])
    return fund
  }

  @Test func `every formula of a tiny fund recalculates to its figure, and a wrong one is noticed`()
    throws
  {
    let fund = try tinyFund()
    let workbook = try #require(try fund.run().workbook)
    let witness = try Witness("recalculate.py", workbook)
    #expect(witness.code == 0, "\(witness.lines)")

    let planted = fund.folder + "/planted.xlsx"
    #expect(try Witness("plant.py", workbook, planted).code == 0)
    let noticed = try Witness("recalculate.py", planted)
    #expect(noticed.code == 1)
    #expect(noticed.lines.last?.hasSuffix(" formulas compared, 1 differ") == true)
  }

  @Test(arguments: [2024, 2025])
  func `every formula of the example fund recalculates to its figure`(year: Int) throws {
    let fund = ExampleFund()
    let first = try fund.run(2024)
    let outcome = year == 2024 ? first : try fund.run(year)
    let witness = try Witness("recalculate.py", try #require(outcome.workbook))
    #expect(witness.code == 0, "\(witness.lines)")
  }
}
