import Foundation

/// The CSV files that stand beside a workbook, as their Data Package lists them.
///
/// A table and its twin have the same title: the name of the sheet, and the title of the resource.
struct TableTwins {
  /// The parts of a Data Package descriptor that are used here.
  private struct Package: Decodable {
    struct Field: Decodable {
      var name: String
      var title: String?
    }
    struct Schema: Decodable { var fields: [Field] }
    struct Resource: Decodable {
      var path: String
      var title: String?
      var schema: Schema?
    }
    var resources: [Resource]
  }

  /// What was not looked at.
  private(set) var unseen: String?
  /// Tables of the analyst edition without such a file.
  private(set) var alone: [String] = []
  private(set) var breaches: [RuleBreach] = []

  init(of workbook: InspectedWorkbook, _ edition: WorkbookEdition) {
    let folder = URL(fileURLWithPath: workbook.path).deletingLastPathComponent()
    let places = [folder.appendingPathComponent("csv"), folder]
    guard
      let place = places.first(where: {
        FileManager.default.fileExists(atPath: $0.appendingPathComponent("datapackage.json").path)
      })
    else {
      unseen =
        "whether each table has a CSV file with the same values: no csv/datapackage.json "
        + "stands beside the workbook"
      return
    }
    let package: Package
    do {
      let bytes = try Data(contentsOf: place.appendingPathComponent("datapackage.json"))
      package = try JSONDecoder().decode(Package.self, from: bytes)
    } catch {
      breaches = [RuleBreach("a datapackage.json that can not be read: \(error)")]
      return
    }
    for sheet in workbook.sheets where sheet.name != "Contents" {
      guard let table = sheet.tables.first else { continue }
      let twin = package.resources.first { $0.title?.lowercased() == sheet.name.lowercased() }
      guard let twin else {
        if edition == .analyst { alone.append(sheet.name) }
        if edition == .public {
          breaches.append(
            RuleBreach(sheet, table.area.firstCell, "a table without a CSV file of its title"))
        }
        continue
      }
      let path = place.appendingPathComponent(twin.path).path
      let headers = twin.schema?.fields.map { $0.title ?? $0.name } ?? []
      breaches += Self.differences(sheet, table, path, headers)
    }
    // Formulas and the rows behind them are what the analyst edition adds to the CSV files.
    if alone.count == 1 { unseen = "one table without a CSV file of its title" }
    if alone.count > 1 { unseen = "\(alone.count) tables without a CSV file of their title" }
  }

  private static func differences(
    _ sheet: InspectedSheet, _ table: InspectedTable, _ path: String, _ headers: [String]
  ) -> [RuleBreach] {
    let name = URL(fileURLWithPath: path).lastPathComponent
    let start = table.area.firstCell
    guard let bytes = FileManager.default.contents(atPath: path) else {
      return [RuleBreach(sheet, start, "its CSV file \(name) is missing")]
    }
    var records: [SheetRow]
    do {
      records = Array(try CSVReader.rows(of: Array(bytes), file: name).dropFirst())
      if let first = records.first, Self.isHashtags(first) { records.removeFirst() }
    } catch {
      return [RuleBreach(sheet, start, "its CSV file can not be read: \(error.located)")]
    }
    guard headers == table.headers else {
      return [RuleBreach(sheet, start, "its CSV file \(name) has other columns")]
    }
    var rows = sheet.body(of: table)
    // A table needs a row; where there is nothing to list it says so in words.
    if records.isEmpty, rows.count == 1,
      rows[0].cells.count(where: { !$0.isBlank && !$0.isMark }) == 1
    {
      rows = []
    }
    guard records.count == rows.count else {
      return [
        RuleBreach(
          sheet, start, "its CSV file \(name) has \(records.count) rows, the table \(rows.count)")
      ]
    }
    let addresses = Dictionary(
      sheet.links.compactMap { link in link.address.map { (link.cell, $0) } },
      uniquingKeysWith: { first, _ in first })
    return zip(rows, records).flatMap { row, record in
      table.area.columns.compactMap { column -> RuleBreach? in
        let index = column - table.area.columns.lowerBound + 1
        let field = record.cells.first { $0.reference.column == index }?.value
        let place = CellReference(row: row.number, column: column)
        // A link is shown in words; what it leads to stands in the file.
        if let address = addresses[place], case .text(address) = field { return nil }
        guard !Self.agree(row[column], field) else { return nil }
        return RuleBreach(
          sheet, place, "another value than in the CSV file \(name)")
      }
    }
  }

  /// A row of HXL hashtags between header and data is no record.
  private static func isHashtags(_ row: SheetRow) -> Bool {
    row.cells.allSatisfy { cell in
      if case .text(let text) = cell.value { return text.hasPrefix("#") }
      return true
    } && !row.cells.isEmpty
  }

  private static func agree(_ cell: InspectedCell?, _ field: CellValue?) -> Bool {
    guard case .text(let written) = field else {
      return cell?.isBlank ?? true || cell?.isMark ?? false
    }
    switch cell?.value {
    case .text(let text): return text == CSVWriter.original(written)
    case .number(let number):
      guard let other = Double(written) else { return false }
      return abs(number - other) <= 1e-9 * max(1, abs(number))
    case .date(let day, _): return written.hasPrefix(day.description)
    case .boolean(let truth):
      return (truth ? ["true", "yes", "1"] : ["false", "no", "0"])
        .contains(written.lowercased())
    default: return false
    }
  }
}
