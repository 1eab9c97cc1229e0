import Foundation
import FundReport
import Spreadsheet
import Testing

/// The registers as one workbook, in place of CSV files.
@Suite struct RegisterBookTests {
  private func fund() throws -> TinyFund {
    let fund = try TinyFund()
    try fund.add("JP-2", formerCodes: "OLD-1;OLD-2", countries: "KEN;UGA")
    try fund.register(
      "exchange_rates",
      "currency,effective_from,units_per_usd\nKES,2025-01-01,129243.243312345678")
    try fund.form(
      agreements: Agreements.rows([("A-1", ["currency": "KES", "amount": "1000000"])]))
    return fund
  }

  /// Puts the workbook in the place of the CSV files.
  private func exchange(_ fund: TinyFund) throws {
    let folder = fund.folder + "/registers"
    let program = try Program(
      "template", "--registers", "--data", fund.folder, "--pipeline", fund.pipelineFolder, "--to",
      folder + "/registers.xlsx")
    #expect(program.code == 0, "\(program.complaint)")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasSuffix(".csv") {
      try FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }

  private func mistakes(_ fund: TinyFund) throws -> [String] {
    let program = try Program(
      "validate", "--data", fund.folder, "--pipeline", fund.pipelineFolder)
    return program.complaint.split(separator: "\n").map {
      String($0).replacing(fund.folder + "/", with: "")
    }
  }

  /// Writes a workbook of two registers by hand.
  private func write(_ fund: TinyFund, _ punos: [[OutputCell]]) throws {
    let programmes: [[OutputCell]] = [
      ["programme_code", "title", "scope", "start_on", "end_on", "thematic_area", "countries"],
      ["JP-1", "One", "COUNTRY", .date("2022-01-01"), .date("2026-12-31"), "1", "KEN"],
    ]
    let sheets = [("programmes", programmes), ("programme_punos.csv", punos)].map { name, lines in
      var sheet = Sheet(name: name)
      sheet.rows = .rows(lines.map { SheetLine(cells: $0) })
      return sheet
    }
    try Workbook(
      properties: .init(title: "R", subject: "R", author: "R", created: "2025-01-01"),
      sheets: sheets
    ).write(to: fund.folder + "/registers/registers.xlsx")
    for name in ["programmes", "programme_punos"] {
      try FileManager.default.removeItem(atPath: fund.folder + "/registers/\(name).csv")
    }
  }

  @Test func `registers kept as a workbook give the same figures`() throws {
    let fund = try fund()
    let before = try fund.release().table("indicators")
    try exchange(fund)
    #expect(try mistakes(fund) == [])
    #expect(try fund.release().table("indicators") == before)
  }

  @Test func `the workbook offers the codes where a list belongs`() throws {
    let fund = try fund()
    try exchange(fund)
    let told = try Witness("readback.py", fund.folder + "/registers/registers.xlsx").lines
    let rules = told.filter { $0.hasPrefix("rule programme_punos.csv!") }
    // Two rows, and room for 500: organisation and role from lists, days as days.
    #expect(
      rules.map { $0.split(separator: " ")[1...2].joined(separator: " ") } == [
        "programme_punos.csv!A2:A504: None", "programme_punos.csv!B2:B504: list",
        "programme_punos.csv!C2:C504: list", "programme_punos.csv!D2:D504: date",
        "programme_punos.csv!E2:E504: date",
      ])
    #expect(told.contains { $0.hasPrefix("openpyxl Lists!") && $0.hasSuffix("= 'LEAD' (s)") })
  }

  @Test func `a register in both places is one too many`() throws {
    let fund = try fund()
    try exchange(fund)
    try fund.register("due_dates", "year,opens_on,due_on,closes_on")
    #expect(
      try mistakes(fund) == [
        "registers/due_dates.csv: the register also stands in registers/registers.xlsx; keep one of the "
          + "two"
      ])
  }

  @Test func `a mistake is named with sheet and row`() throws {
    let fund = try TinyFund()
    let header: [OutputCell] = ["programme_code", "puno", "role", "from_on", "to_on"]
    try write(fund, [header, ["JP-1", "NOBODY", "LEAD"], ["JP-1", "IOM", "LEAD"]])
    let said = try mistakes(fund)
    #expect(said.count == 1)
    #expect(
      said[0].hasPrefix(
        "registers/registers.xlsx › programme_punos.csv:2: puno: “NOBODY” is not in the list punos")
    )
  }

  @Test func `a workbook that does not open is a mistake, not an empty one`() throws {
    let fund = try fund()
    try fund.write("no workbook", to: "registers/registers.xlsx")
    #expect(try mistakes(fund).first?.hasPrefix("registers/registers.xlsx: ") == true)
  }

  @Test func `what is about people stays in a file of its own`() throws {
    let fund = try fund()
    try exchange(fund)
    let book = try WorkbookReader(path: fund.folder + "/registers/registers.xlsx")
    let sheets = book.sheets.map(\.name)
    #expect(sheets.contains("programmes.csv"))
    #expect(!sheets.contains("registrations.csv"))
  }
}
