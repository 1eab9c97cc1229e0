import Foundation
import Spreadsheet

/// A release, read back from its CSV files.
struct Release {
  let folder: String
  /// The fund it was made from, kept: its files go with it.
  var fund: TinyFund?

  /// One line of `indicators.csv`.
  struct Figure: Equatable {
    var value: String
    var numerator = ""
    var denominator = ""
    var coverage = ""
    var reason = ""
  }

  /// One line of `issues.csv`, without its message.
  struct Issue: Equatable {
    var severity: String
    var rule: String
    var file: String
    var sheet: String
    var cell: String
    var found: String
  }

  /// The total, or a category's figure; nil when there is no such line.
  func figure(_ indicator: String, _ dimension: String = "", _ category: String = "") throws
    -> Figure?
  {
    try table("indicators").first {
      $0["indicator"] == indicator && $0["dimension"] == dimension && $0["category"] == category
    }.map {
      Figure(
        value: $0["value"] ?? "", numerator: $0["numerator"] ?? "",
        denominator: $0["denominator"] ?? "", coverage: $0["coverage"] ?? "",
        reason: $0["reason"] ?? "")
    }
  }

  func value(_ indicator: String, _ dimension: String = "", _ category: String = "") throws
    -> String?
  {
    try figure(indicator, dimension, category)?.value
  }

  /// Categories and values of one breakdown.
  func breakdown(_ indicator: String, by dimension: String) throws -> [String: String] {
    var values: [String: String] = [:]
    for line in try table("indicators")
    where line["indicator"] == indicator && line["dimension"] == dimension {
      values[line["category"] ?? ""] = line["value"]
    }
    return values
  }

  /// Categories of one breakdown with their shares as `numerator/denominator`.
  func parts(_ indicator: String, by dimension: String) throws -> [String: String] {
    var parts: [String: String] = [:]
    for line in try table("indicators")
    where line["indicator"] == indicator && line["dimension"] == dimension {
      parts[line["category"] ?? ""] = "\(line["numerator"] ?? "")/\(line["denominator"] ?? "")"
    }
    return parts
  }

  var issues: [Issue] {
    get throws {
      try table("issues").map {
        Issue(
          severity: $0["severity"] ?? "", rule: $0["rule"] ?? "", file: $0["file"] ?? "",
          sheet: $0["sheet"] ?? "", cell: $0["cell"] ?? "", found: $0["found"] ?? "")
      }
    }
  }

  /// Issues of one rule, each as `severity sheet!cell found`.
  func issues(of rule: String) throws -> [String] {
    try issues.filter { $0.rule == rule }.map {
      "\($0.severity) \($0.sheet)!\($0.cell) \($0.found)"
    }
  }

  /// Messages of one rule, in order.
  func messages(of rule: String) throws -> [String] {
    try table("issues").filter { $0["rule"] == rule }.map { $0["message"] ?? "" }
  }

  /// A CSV file as one dictionary per line; empty cells are empty texts.
  func table(_ name: String, of edition: String = "internal") throws -> [[String: String]] {
    let path = "\(folder)/\(edition)/csv/\(name).csv"
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let rows = try CSVReader.rows(of: bytes, file: path)
    let texts = rows.map { row in
      Dictionary(
        uniqueKeysWithValues: row.cells.compactMap { cell -> (Int, String)? in
          guard case .text(let text) = cell.value else { return nil }
          return (cell.reference.column, text)
        })
    }
    guard let header = texts.first else { return [] }
    return texts.dropFirst().map { row in
      Dictionary(uniqueKeysWithValues: header.map { ($0.value, row[$0.key] ?? "") })
    }
  }
}
