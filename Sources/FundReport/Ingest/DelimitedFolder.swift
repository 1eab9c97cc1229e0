import Foundation
import Spreadsheet

/// How CSV files are written where that is not the usual way, as a `datapackage.json` declares it.
struct DelimitedFolder {
  private struct Package: Decodable {
    struct Resource: Decodable {
      struct Dialect: Decodable {
        var delimiter: String?
        var quoteChar: String?
      }
      struct Schema: Decodable {
        struct Field: Decodable {
          var name: String
          var decimalChar: String?
          var groupChar: String?
        }
        var fields: [Field]?
      }
      var path: String?
      var encoding: String?
      var dialect: Dialect?
      var schema: Schema?
    }
    var resources: [Resource]
  }

  private var resources: [String: Package.Resource] = [:]

  /// - Throws: a ``SpreadsheetProblem`` naming what the `datapackage.json` says that is not known.
  init(folder: String) throws(SpreadsheetProblem) {
    let path = folder + "/datapackage.json"
    // A link is no part of the submission, and may lead out of it.
    guard (try? Self.size(ofFile: path)) != nil else { return }
    let data = try Self.contents(ofFile: path, name: "datapackage.json", upTo: 1 << 20)
    let package: Package
    do {
      package = try JSONDecoder().decode(Package.self, from: data)
    } catch {
      throw SpreadsheetProblem(
        message: Wording(.noDescriptor))
    }
    for resource in package.resources {
      if let name = resource.path?.split(separator: "/").last {
        resources[name.lowercased()] = resource
      }
    }
  }

  /// The rows of one file; numbers of fields with a declared decimal mark get a point.
  ///
  /// - Parameter mostCells: the fields it may hold.
  func rows(
    ofFile path: String, name: String, allowsShortRows: Bool, mostCells: Int
  ) throws(SpreadsheetProblem) -> [SheetRow] {
    var limits = ReadingLimits.standard
    limits.cellsPerSheet = mostCells
    let data = try Self.contents(ofFile: path, name: name, upTo: limits.bytesPerPart)
    let resource = resources[name.lowercased()]
    var dialect = CSVDialect(allowsShortRows: allowsShortRows)
    if let encoding = resource?.encoding { dialect.encoding = try Self.encoding(encoding, name) }
    if let delimiter = resource?.dialect?.delimiter?.first { dialect.delimiter = delimiter }
    if let quote = resource?.dialect?.quoteChar?.first { dialect.quote = quote }
    let rows: [SheetRow]
    do {
      rows = try CSVReader.rows(of: [UInt8](data), file: name, dialect: dialect, limits: limits)
    } catch {
      throw SpreadsheetProblem(
        message: Wording(
          .inFile, ["file": .text(name), "problem": .wording(Wording(error.reason))]),
        row: error.cell?.row, column: error.cell?.column)
    }
    return withDecimalPoints(rows, resource)
  }

  /// The bytes of an ordinary file that is not too large to be read.
  private static func contents(
    ofFile path: String, name: String, upTo limit: Int
  ) throws(SpreadsheetProblem) -> Data {
    guard let size = try? size(ofFile: path) else {
      throw SpreadsheetProblem(message: Wording(.notOpened, ["file": .text(name)]))
    }
    guard size <= limit else {
      throw SpreadsheetProblem(
        SpreadsheetError(file: name, reason: .tooLarge(what: "\(size) bytes", limit: limit)))
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw SpreadsheetProblem(message: Wording(.notReadable, ["file": .text(name)]))
    }
    return data
  }

  /// The size of an ordinary file; links are none.
  private static func size(ofFile path: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    guard attributes[.type] as? FileAttributeType == .typeRegular else { return nil }
    return (attributes[.size] as? NSNumber)?.intValue
  }

  /// Nil where a byte order mark must decide.
  private static func encoding(_ text: String, _ name: String) throws(SpreadsheetProblem)
    -> CSVEncoding?
  {
    switch text.lowercased().replacing("_", with: "-") {
    case "utf-8", "utf8": return .utf8
    case "utf-16", "utf16": return nil
    case "utf-16le": return .utf16LittleEndian
    case "utf-16be": return .utf16BigEndian
    case "windows-1252", "cp1252", "iso-8859-1": return .windows1252
    default:
      throw SpreadsheetProblem(
        message: Wording(.unknownEncoding, ["encoding": .text(text), "file": .text(name)]))
    }
  }

  private func withDecimalPoints(_ rows: [SheetRow], _ resource: Package.Resource?) -> [SheetRow] {
    var marks: [String: (decimal: String, group: String?)] = [:]
    for field in resource?.schema?.fields ?? [] {
      if let decimal = field.decimalChar, decimal != "." || field.groupChar != nil {
        marks[FoldedText.label(field.name)] = (decimal, field.groupChar)
      }
    }
    guard !marks.isEmpty, let header = rows.first else { return rows }
    var columns: [Int: (decimal: String, group: String?)] = [:]
    for cell in header.cells {
      if case .text(let label) = cell.value, let mark = marks[FoldedText.label(label)] {
        columns[cell.reference.column] = mark
      }
    }
    return rows.map { row in
      var row = row
      for index in row.cells.indices {
        guard let mark = columns[row.cells[index].reference.column], row.number != header.number,
          case .text(var text) = row.cells[index].value
        else { continue }
        if let group = mark.group { text = text.replacing(group, with: "") }
        // Where the comma is the decimal mark, a point is none: 1.200 may have been meant for 1200.
        let isDoubtful = mark.decimal != "." && text.contains(".")
        row.cells[index].value =
          isDoubtful ? .error(text) : .text(text.replacing(mark.decimal, with: "."))
      }
      return row
    }
  }
}

/// Why a file could not be read, in words for the person who sent it.
struct SpreadsheetProblem: Error {
  var message: Wording
  var sheet: String?
  var row: Int?
  var column: Int?

  init(message: Wording, sheet: String? = nil, row: Int? = nil, column: Int? = nil) {
    self.message = message
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  init(_ error: SpreadsheetError) {
    self.init(
      message: Wording(error.reason), sheet: error.sheet, row: error.cell?.row,
      column: error.cell?.column)
  }
}
