import Foundation
import FundReport
import Testing

/// From an empty form to the figures and back to the next form, as an office goes through it.
@Suite struct RoundTripTests {
  /// One agreement and one payment reported for 2024; the list has a value more than columns.
  private func fund() throws -> TinyFund {
    let fund = try TinyFund()
    try fund.form(
      year: 2024,
      agreements: Agreements.rows([
        (
          "A-1",
          [
            "signed_on": "2024-01-15", "start_on": "2024-02-01", "amount": "1234.5",
            "roles": "EXPERTISE;ACCESS;ADVOCACY;AWARENESS", "publish_name": "yes",
          ]
        )
      ]),
      transfers: Transfers.rows([("A-1", ["paid_on": "2024-03-01"])]))
    return fund
  }

  /// What an office types: the day, one more agreement and one more payment.
  ///
  /// Sheets and columns stand in the same places in every language.
  private static let entries = """
    [[0, "B9", "2026-02-15"],
     [1, "B7", "03-05"], [1, "C7", "IOM"], [1, "D7", "Beta"], [1, "E7", {"pick": 2}],
     [1, "F7", {"pick": 1}], [1, "G7", {"pick": 115}], [1, "H7", {"pick": 4}], [1, "I7", {"pick": 1}],
     [1, "J7", "2025-01-20"], [1, "K7", {"pick": 3}], [1, "L7", "KES"], [1, "M7", 5000],
     [1, "N7", "2025-01-10"], [1, "R7", {"pick": 1}], [1, "S7", {"pick": 3}],
     [1, "V7", {"pick": 2}], [1, "X7", {"pick": 1}],
     [2, "B7", {"pick": 2}], [2, "C7", "IOM"], [2, "D7", "2025-02-15"], [2, "E7", "KES"],
     [2, "F7", 250.75]]
    """

  @Test(arguments: Language.allCases)
  func `a form filled in has nothing to mend and counts as it was meant`(language: Language) throws
  {
    let fund = try fund()
    try expectNothingToMend(fund, try sent(fund, in: language))
  }

  @Test func `what LibreOffice saves back is read as it was meant, in every language`() throws {
    let sent = try Language.allCases.map { language in
      let fund = try fund()
      return (fund, try self.sent(fund, in: language))
    }
    #expect(try Witness("resave.py", sent[0].1, sent[1].1, sent[2].1).lines == [])
    for (fund, form) in sent { try expectNothingToMend(fund, form) }
  }

  /// The form of a language, filled in and laid among the reports.
  private func sent(_ fund: TinyFund, in language: Language) throws -> String {
    let written = try FormTemplates(pipelineFolder: fund.pipelineFolder, dataFolder: fund.folder)
      .write(year: 2025, programme: "jp-1", language: language, to: fund.folder + "/forms")
    #expect(
      written.map { $0.split(separator: "/").last } == ["JP-1-2025-ILO.xlsx", "JP-1-2025-IOM.xlsx"])
    let sent = fund.folder + "/reports/2025/sent.xlsx"
    try FileManager.default.createDirectory(
      atPath: fund.folder + "/reports/2025", withIntermediateDirectories: true)
    #expect(try Witness("fill_form.py", written[1], sent, Self.entries).lines == [])
    return sent
  }

  private func expectNothingToMend(_ fund: TinyFund, _ sent: String) throws {
    let check = try FormCheck(pipelineFolder: fund.pipelineFolder, dataFolder: fund.folder)
    #expect(try check.check(sent).findings == [])

    let release = try fund.release()
    let agreements = try release.table("agreements")
    let columns = [
      "agreement_ref", "partner_name", "stakeholder_type", "level", "migrant_led", "women_led",
      "agreement_type", "form", "roles", "currency", "amount", "signed_on", "start_on", "status",
      "publish_name", "row",
    ]
    #expect(
      agreements.map { row in columns.map { row[$0] ?? "none" } } == [
        [
          "A-1", "Alpha", "NGO_N", "NATIONAL", "", "", "GRANT", "FINANCIAL",
          "EXPERTISE;ACCESS;ADVOCACY;AWARENESS", "USD", "1234.5", "2024-01-15", "2024-02-01",
          "ACTIVE", "yes", "6",
        ],
        [
          "03-05", "Beta", "NGO_N", "LOCAL", "yes", "", "GRANT", "FINANCIAL",
          "INFORMATION;EXPERTISE",
          "KES", "5000", "2025-01-10", "2025-01-20", "ACTIVE", "", "7",
        ],
      ])
    #expect(
      try release.table("transfers").map { [$0["agreement_ref"], $0["paid_on"], $0["amount"]] } == [
        ["A-1", "2024-03-01", "100"], ["03-05", "2025-02-15", "250.75"],
      ])
  }

  @Test func `the same registers and reports make the same bytes`() throws {
    let fund = try fund()
    let digests = try (1...2).map { round in
      let paths = try FormTemplates(
        pipelineFolder: fund.pipelineFolder, dataFolder: fund.folder
      ).write(year: 2025, programme: nil, language: .french, to: "\(fund.folder)/forms \(round)")
      return try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    }
    #expect(digests[0] == digests[1])
  }
}
