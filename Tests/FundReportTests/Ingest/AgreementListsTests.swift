import Foundation
import Spreadsheet
import Testing

/// Published lists of agreements, read by the third pipeline: workbooks of one sheet, whose
/// headings and dates change from file to file.
@Suite struct AgreementListsTests {
  private static let headings = [
    "nomAttribuant", "idAttribuant", "dateConvention", "referenceDecision", "nomBeneficiaire",
    "idBeneficiaire", "objet", "montant", "nature", "conditionsVersement",
    "datesPeriodeVersement", "dateDeuxiemeVersement", "dateSoldeVersement", "notificationUE",
    "pourcentageSubvention",
  ]

  /// A line of a list: grantor, day, decision, beneficiary, its number, amount.
  private func line(
    _ day: OutputCell, _ decision: OutputCell, _ name: String, _ number: Double?, _ amount: Double?
  ) -> [OutputCell] {
    [
      "Département imaginaire", .number(22_530_001_100_015), day, decision, .text(name),
      number.map { .number($0) } ?? .blank(), "Objet", amount.map { .number($0) } ?? .blank(),
      "Aide en numéraire", "à la signature", "2017-07-28\n2018-07-28", .blank(), .blank(), "non",
      .number(1),
    ]
  }

  private func release() throws -> Release {
    let fund = try TinyFund()
    for folder in ["code-lists", "registers"] {
      try FileManager.default.removeItem(atPath: fund.folder + "/" + folder)
    }
    fund.pipelineFolder = Repository.root + "/pipelines/departement-agreements"
    let lists: [(String, [String], [[OutputCell]])] = [
      (
        "2018", Self.headings,
        [
          line("2017-06-27", "2017-06-19", "Fanfare imaginaire", 10_000_000_000_017, 30_000),
          line(.date("2017-08-28"), "2016-12-08\n2017-06-19", "Halle rêvée", nil, 1_500.25),
          line(.blank(), .blank(), "", nil, nil),
        ]
      ),
      (
        "2019", Self.headings.map { $0.lowercased() },
        [
          line(
            .date("2019-01-08"), .date("2018-12-17"), "FANFARE IMAGINAIRE", 10_000_000_000_017,
            90_545)
        ]
      ),
    ]
    for (name, headings, lines) in lists {
      var sheet = Sheet(name: "Feuil1")
      sheet.rows = .rows(
        ([headings.map { .text($0) }] + lines).map { SheetLine(cells: $0) })
      let folder = fund.folder + "/reports/2025"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try Workbook(
        properties: .init(
          title: "List", subject: "", author: "", comments: "", created: "2019-01-01"),
        sheets: [sheet]
      ).write(to: "\(folder)/\(name).xlsx")
    }
    return try fund.release()
  }

  @Test func `headings change case, dates are texts and dates, numbers stay whole`() throws {
    let release = try release()
    #expect(try release.value("DA-01") == "4")
    // 30,000 + 1,500.25 + 90,545; one line gives no amount.
    #expect(try release.value("DA-03") == "122045.25")
    #expect(try release.figure("DA-02") == .init(value: "75", numerator: "3", denominator: "4"))
    let rows = try release.table("agreements")
    #expect(rows.map { $0["agreed_on"] } == ["2017-06-27", "2017-08-28", "", "2019-01-08"])
    #expect(rows.first?["beneficiary_id"] == "10000000000017")
  }

  @Test func `one registration number is one beneficiary however its name is written`() throws {
    // The band twice, the hall by its name.
    #expect(try release().value("DA-04") == "2")
  }

  @Test func `columns left out and missing amounts are noticed, and nothing is refused`() throws {
    let issues = try release().table("issues")
    #expect(
      issues.map { "\($0["rule"] ?? "") \($0["cell"] ?? "")" } == ["D-03 D1", "D-03 H4", "D-03 D1"])
  }
}
