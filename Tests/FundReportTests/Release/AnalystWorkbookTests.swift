import Foundation
import Testing

@testable import Spreadsheet

/// The analyst workbook: the way from a result to a figure, its rows and their files, and what every
/// sheet says.
@Suite struct AnalystWorkbookTests {
  /// JP-1 reports two agreements in Kenya and one in Uganda, JP-2 nothing to report, JP-3 is silent.
  private func release() throws -> Release {
    let fund = try TinyFund()
    try fund.add("JP-2")
    try fund.add("JP-3")
    try fund.register(
      "results_framework",
      """
      rf_code,level,statement_en,indicator,dimension,category,unit,direction,baseline_year,baseline
      R1,OUTPUT,Agreements,PA-01,,,agreements,UP,2023,0
      """)
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", [:]), ("A-2", ["partner_name": "=1+1"]),
        ("A-3", ["country": "UGA", "level": "LOCAL"]),
      ]),
      transfers: Transfers.rows([("A-3", [:])]))
    try fund.form("JP-2", answers: ["no_agreements": "yes", "no_transfers": "yes"])
    return try fund.release()
  }

  @Test func `from a result to its figure, to the definition and back is one click each`() throws {
    let workbook = try AnalystWorkbook(try release())
    let result = try #require(workbook.lines("Results framework").first)
    let figure = try #require(result.links["Indicator"].flatMap(workbook.line))
    #expect(figure["Figure"] == "Implementation agreements in year")
    let definition = try #require(figure.links["Code"].flatMap(workbook.line))
    #expect(definition["Figure"] == figure["Figure"])
    #expect(definition.links["Code"].flatMap(workbook.line)?["Value"] == "3")
    #expect(definition.links["Result"].flatMap(workbook.line)?["Code"] == "R1")
  }

  @Test func `levels and statuses of results are words, in the CSV file codes`() throws {
    let release = try release()
    let result = try #require(AnalystWorkbook(release).lines("Results framework").first)
    #expect([result["Level"], result["Status"]] == ["Output", "No target"])
    let line = try #require(release.table("results_framework").first)
    #expect([line["level"], line["status"]] == ["OUTPUT", "NO_TARGET"])
  }

  @Test func `the contents name attributes as readers know them`() throws {
    let workbook = try AnalystWorkbook(try release())
    let cross = workbook.line("Contents", where: ["Sheet": "Cross Agreements by form"])
    #expect(cross?["What it holds"]?.contains("PA-01 by Stakeholder type × Form") == true)
  }

  @Test func `a figure leads to the first row that counts, where all that count are marked`() throws
  {
    let workbook = try AnalystWorkbook(try release())
    let uganda = try #require(
      workbook.line("Partnerships", where: ["Code": "PA-01", "Category": "UGA"]))
    #expect(uganda["Rows"] == "1 in Data Agreements")
    let place = try #require(uganda.links["Rows"])
    #expect(workbook.line(at: place)?["Agreement ref"] == "A-3")
    // The link lands in the figure's own column, on a 1 that is bold on a ground of its own.
    let cell = try #require(workbook.cell(at: place))
    #expect(cell.number == 1)
    #expect(workbook.workbook.look(of: cell).isBold)
    var followed = 0
    for chapter in ["Partnerships", "Transfers", "Engagement", "Governance", "Reporting"] {
      for line in workbook.lines(chapter) where line["Rows"]?.hasPrefix("0 ") == false {
        let target = line.links["Rows"].flatMap(workbook.cell)
        #expect(target?.number == 1, "\(line["Code"] ?? "") \(line["Category"] ?? "")")
        followed += 1
      }
    }
    #expect(followed > 50)
  }

  @Test func `a row leads to its file with its digest, a programme to the rows it rests on`() throws
  {
    let workbook = try AnalystWorkbook(try release())
    let row = try #require(workbook.line("Data Agreements", where: ["Agreement ref": "A-3"]))
    #expect(row["Sheet"] == "agreements.csv")
    #expect(row["Row"] == "4")
    let file = try #require(row.links["File"].flatMap(workbook.line))
    #expect(file["File"] == "reports/2025/JP-1-IOM-v1")
    #expect(row["File"] == "reports/2025/JP-1-IOM-v1/agreements.csv")
    #expect(file["SHA-256"]?.hasPrefix(row["SHA-256"] ?? "no digest") == true)

    let programmes = workbook.lines("Data Joint Programmes")
    #expect(programmes.map { $0["Rests on Agreements"] } == ["3 rows", "none", "none"])
    #expect(programmes.map { $0["Rests on Answers of the forms"] } == ["1 row", "1 row", "none"])
    let agreement = programmes[0].links["Rests on Agreements"].flatMap(workbook.line)
    #expect(agreement?["Programme"] == "JP-1")
    let form = programmes[1].links["Rests on Answers of the forms"].flatMap(workbook.line)
    #expect(form?["File"] == "reports/2025/JP-2-IOM-v1/programme.csv")
  }

  @Test func `a row of a register bears the digest of its file`() throws {
    let release = try release()
    let manifest = try String(
      contentsOfFile: release.folder + "/manifest.json", encoding: .utf8)
    let row = try #require(AnalystWorkbook(release).lines("Data Steering Committee seats").first)
    #expect(row["File"] == "registers/steering_committee.csv")
    let digest = try #require(row["SHA-256"])
    #expect(digest.count == 12)
    #expect(manifest.contains("\"sha256\" : \"\(digest)"))
  }

  @Test func `every data sheet names files or leads to sheets that do`() throws {
    let workbook = try AnalystWorkbook(try release())
    let names = workbook.sheetNames.filter { $0.hasPrefix("Data ") && $0 != "Data quality" }
    #expect(names.count > 50)
    var leading = Set(names.filter { workbook.headers($0).contains("File") })
    while true {
      let more = names.filter { name in
        !leading.contains(name)
          && workbook.headers(name).contains { header in
            header.hasPrefix("Rests on ") && leading.contains("Data " + header.dropFirst(9))
          }
      }
      if more.isEmpty { break }
      leading.formUnion(more)
    }
    #expect(Set(names).subtracting(leading) == [])
  }

  @Test(arguments: ["internal", "public"])
  func `every link leads to a cell that holds something`(edition: String) throws {
    let release = try release()
    let workbook = try AnalystWorkbook(release, "\(edition)/annual-report-2025.xlsx")
    let places = workbook.workbook.sheets.flatMap { sheet in
      sheet.links.compactMap { link in link.location.map { (sheet.name, link.cell, $0) } }
    }
    #expect(places.count > 8)
    for (sheet, cell, place) in places {
      #expect(workbook.cell(at: place) != nil, "\(sheet)!\(cell) to \(place)")
    }
  }

  @Test func `agreements and payments bear what there is to know of their Joint Programme`() throws
  {
    let workbook = try AnalystWorkbook(try release())
    for (sheet, header) in [
      ("Data Agreements", "Agreement ref"), ("Data Transfers", "Agreement ref"),
    ] {
      let row = try #require(workbook.line(sheet, where: [header: "A-3"]))
      #expect(row["Programme title"] == "One (fictional)")
      #expect(row["Lead"] == "IOM")
      #expect(row["Scope"] == "COUNTRY")
      #expect(row["Rules"] == "BEFORE")
      #expect(row["Thematic area"] == "1")
      #expect(row["Region"] == "002")
      #expect(row["Sub-region"] == "014")
      #expect(row["Country group"] == "LDC, LLDC")
      #expect(workbook.workbook.sheet(named: sheet)?.tables.first?.hasFilter == true)
    }
    let kenya = workbook.line("Data Agreements", where: ["Agreement ref": "A-1"])
    #expect(kenya?["Country group"] == "other")
  }

  @Test func `codes that few know have their words beside them, and figures filter by the code`()
    throws
  {
    let workbook = try AnalystWorkbook(try release())
    let row = try #require(workbook.line("Data Agreements", where: ["Agreement ref": "A-3"]))
    for (header, code, words) in [
      ("Partner type", "NGO_N", "National NGO"), ("Country", "UGA", "Uganda"),
      ("Sub-region", "014", "Eastern Africa"), ("Agreement type", "GRANT", "Grant agreement"),
    ] {
      #expect([row[header], row["\(header), in words"]] == [code, words])
    }
    // LOCAL reads as “Local”; of organisations and currencies readers know the codes.
    let headers = workbook.headers("Data Agreements")
    for header in ["Level", "PUNO", "Currency"] {
      #expect(headers.contains(header) && !headers.contains("\(header), in words"))
    }
    let sheet = try #require(workbook.workbook.sheet(named: "Partnerships"))
    #expect(sheet.cells.contains { $0.formula?.contains("Agreements[Partner type]=$D") == true })
    #expect(!sheet.cells.contains { $0.formula?.contains("in words") == true })
  }

  @Test func `a form leads to its submission, data quality to the sheet that lists what it counts`()
    throws
  {
    let workbook = try AnalystWorkbook(try release())
    let form = try #require(workbook.line("Forms", where: ["Programme": "JP-2"]))
    #expect(form.links["File"].flatMap(workbook.line)?["File"] == form["File"])
    let lines = workbook.lines("Data quality").filter { $0["Rows on"] != nil }
    #expect(lines.count > 15)
    for line in lines {
      #expect(line.links["Rows on"].flatMap(workbook.workbook.sheetName) == line["Rows on"])
    }
    // A sheet of files leads nowhere but to itself.
    #expect(workbook.lines("Submissions").allSatisfy { $0.links.isEmpty })
  }

  @Test func `every sheet says that it is internal, and how many have reported`() throws {
    let workbook = try AnalystWorkbook(try release())
    for sheet in workbook.workbook.sheets {
      let words = sheet.wordsOutsideTables
      #expect(words.contains("INTERNAL – contains names of partners who did not agree to be named"))
      #expect(
        words.contains("PROVISIONAL – 2 of 3 live Joint Programmes have reported"), "\(sheet.name)")
    }
  }

  @Test func `small shares read as counts, and every share says of how many it is known`() throws {
    let workbook = try AnalystWorkbook(try release())
    let line = { (code: String) in
      workbook.line("Partnerships", where: ["Code": code, "By": "Total"])
    }
    // JP-1 has agreements, JP-2 says it has none, JP-3 says nothing.
    #expect(line("PA-04")?["Value"] == "1 of 2")
    #expect(line("PA-04")?["Counts"] == "1 of 2 answering (of 3 live)")
    #expect(line("PA-04b")?["Counts"] == "1 of 3 live")
    #expect(line("PA-05")?["Counts"] == "3 of 3")
    #expect(line("PA-01")?["Counts"] == "[z]")
  }

  @Test func `from ten on a share has its percentage too, but no change from fewer`() throws {
    let fund = try TinyFund()
    // All but the last are financial: 7 of 8, then 11 of 12.
    for (year, count) in [(2024, 8), (2025, 12)] {
      let rows = (1...count).map { number in
        let start = ["start_on": "2024-02-01", "signed_on": "2024-02-01"]
        let inKind = ["form": "IN_KIND", "amount": "", "currency": ""]
        return ("A-\(number)", number < count ? start : start.merging(inKind) { $1 })
      }
      try fund.form(year: year, agreements: Agreements.rows(rows))
    }
    _ = try fund.release(2024)
    let workbook = try AnalystWorkbook(try fund.release())
    let line = { workbook.line("Partnerships", where: ["Code": $0, "By": "Total"]) }
    #expect(line("PA-05")?["Value"]?.hasPrefix("91.66") == true)
    #expect(line("PA-05")?["Counts"] == "11 of 12")
    #expect(line("PA-05")?["Last year"] == "7 of 8")
    #expect(line("PA-05")?["Change"] == "[z]")
    #expect(line("PA-01")?["Change"] == "4")
  }

  @Test func `an issue leads to what its check looks for`() throws {
    let workbook = try AnalystWorkbook(try release())
    let issue = try #require(workbook.lines("Issues").first)
    let check = try #require(issue.links["Rule"].flatMap(workbook.line))
    #expect(check["Code"] == issue["Rule"])
    #expect(workbook.lines("Checks").allSatisfy { $0["How to mend it"]?.isEmpty == false })
    #expect(workbook.line("Checks", where: ["Code": "C-09"])?["Severity"] == "error, warning")
  }

  @Test func `a name that looks like a formula stays a text, an amount a number`() throws {
    let workbook = try AnalystWorkbook(try release())
    let sheet = try #require(workbook.workbook.sheet(named: "Data Agreements"))
    let name = try #require(sheet.cells.first { $0.text == "=1+1" })
    #expect(name.formula == nil)
    #expect(workbook.line("Data Agreements", where: ["Agreement ref": "A-3"])?["Amount"] == "1000")
  }
}
