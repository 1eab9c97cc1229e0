import Foundation
import Spreadsheet

/// Lines of a sheet from row 1.
typealias Lines = [[OutputCell]]

extension OutputCell: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self = .text(text) }
}

extension CalendarDay: ExpressibleByStringLiteral {
  /// The day as `2025-12-31`; a test that misspells one fails by its result.
  public init(stringLiteral text: String) {
    self = CalendarDay(iso8601: text) ?? CalendarDay(daysSince1970: 0)
  }
}

/// A reporting form as a workbook, laid out like the template: answers beside their labels, and
/// tables below a title, a line of help and a blank line, so that data begin in row 5.
struct WorkbookForm {
  var sheets: [(name: String, lines: Lines)]

  /// Each answer changes what it names of the usual head; a blank leaves the question out.
  init(
    head: [String: OutputCell] = [:], agreements: Lines = agreements([("A-1", [:])]),
    transfers: Lines = transfers([]), adding: (name: String, lines: Lines)? = nil,
    leavingOut: String = ""
  ) {
    sheets = [
      ("Programme", Self.head(head)), ("Agreements", agreements), ("Transfers", transfers),
    ]
    for (name, header) in Self.otherSheets {
      sheets.append((name, Self.table("", header.split(separator: ",").map(String.init), [], [:])))
    }
    sheets = sheets.filter { $0.name != leavingOut } + (adding.map { [$0] } ?? [])
  }

  /// Sheets that must be there; no figure rests on them yet.
  private static let otherSheets = [
    ("Structures", "body_name,body_kind,body_function,stakeholder_type,seats"),
    ("Engagement", "phase,stakeholder_type,engagement_level,engaged_on"),
    ("Events", "event_ref,title,event_kind,started_on,stakeholder_type"),
    ("Accountability", "item,in_place"),
  ]

  static func head(_ changes: [String: OutputCell] = [:]) -> Lines {
    let usual: [(String, OutputCell)] = [
      ("programme_code", "JP-1"), ("reporting_year", .number(2025)), ("version", .number(1)),
      ("submitted_on", .date("2026-02-01")), ("prepared_by", "IOM"),
    ]
    var lines: Lines = [["Annual report of a Joint Programme"], []]
    for (field, answer) in usual {
      let answer = changes[field] ?? answer
      if answer != .blank() { lines.append([.text(label(field, "*")), answer]) }
    }
    for (field, answer) in changes.sorted(by: { $0.key < $1.key })
    where !usual.contains(where: { $0.0 == field }) {
      lines.append([.text(label(field)), answer])
    }
    return lines
  }

  static func agreements(
    _ rows: [(ref: String, changes: [String: OutputCell])], fields: [String] = Agreements.fields
  ) -> Lines {
    let usual: [String: OutputCell] = [
      "puno": "IOM", "partner_name": "Alpha", "stakeholder_type": "NGO_N", "level": "NATIONAL",
      "country": "KEN", "ingo_affiliate": "no", "agreement_type": "GRANT", "form": "FINANCIAL",
      "currency": "USD", "amount": .number(1000), "signed_on": .date("2025-01-15"),
      "start_on": .date("2025-02-01"), "status": "ACTIVE",
    ]
    return table("agreement_ref", fields, rows, usual)
  }

  static func transfers(
    _ rows: [(ref: String, changes: [String: OutputCell])], fields: [String] = Transfers.fields
  ) -> Lines {
    let usual: [String: OutputCell] = [
      "puno": "IOM", "paid_on": .date("2025-03-01"), "currency": "USD", "amount": .number(100),
    ]
    return table("agreement_ref", fields, rows, usual)
  }

  /// The English label: the words of the machine name.
  static func label(_ field: String, _ mark: String = "") -> String {
    let words = field.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst() + (mark.isEmpty ? "" : " " + mark)
  }

  private static func table(
    _ key: String, _ fields: [String], _ rows: [(ref: String, changes: [String: OutputCell])],
    _ usual: [String: OutputCell]
  ) -> Lines {
    let help: Lines = [["A table of the form"], ["List everything since the beginning."], []]
    let header = fields.map { OutputCell.text(label($0), .header) }
    let data = rows.map { ref, changes in
      fields.map { field in
        field == key ? .text(ref) : changes[field] ?? usual[field] ?? .blank()
      }
    }
    return help + [header] + data
  }
}

extension TinyFund {
  /// Writes a form as `reports/<year>/<name>`.
  func workbook(_ name: String, _ form: WorkbookForm, year: Int = 2025) throws {
    let path = "\(folder)/reports/\(year)/\(name)"
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    let properties = Workbook.Properties(
      title: "Form", subject: "Test", author: "Test", created: "2026-01-01")
    let sheets = form.sheets.map { name, lines in
      var sheet = Sheet(name: name)
      sheet.rows = .rows(lines.map { SheetLine(cells: $0) })
      return sheet
    }
    try Workbook(properties: properties, sheets: sheets).write(to: path)
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    let url = URL(fileURLWithPath: folder + "/" + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }
}
