import Foundation

/// What anybody reads in one public edition: every number of every table, by what it is of.
///
/// A name such as `2025 TR-01|stakeholder_type|FBO|value #200.0` says figure, category, field and size:
/// a number that stands unchanged in the same place is one number, in whatever edition.
struct PublicNumbers {
  typealias Line = [String: String]

  var year: Int
  /// Every number of a figure that is shown somewhere.
  private(set) var shown: Set<String> = []
  /// Tables and columns with numbers that nobody reads here: each is a mistake of the test.
  private(set) var unread: [String] = []
  /// What is withheld, as `indicator|dimension|category`.
  private(set) var withheld: Set<String> = []
  private(set) var sentences: [Line] = []

  /// What a column tells of a figure; nil where it is none of a figure's numbers.
  private typealias Reading =
    @Sendable (_ line: Line, _ year: Int) -> (
      place: String, field: String, year: Int
    )?

  init(_ folder: String, year: Int) throws {
    self.year = year
    let release = Release(folder: folder)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/public/csv")
    for file in files.sorted() where file.hasSuffix(".csv") {
      let name = String(file.dropLast(4))
      guard let columns = Self.tables[name] else {
        unread.append(name)
        continue
      }
      for line in try release.table(name, of: "public") { read(line, columns, name) }
    }
    for line in try release.table("indicators", of: "public") where line["reason"] == "SUPPRESSED" {
      withheld.insert(Self.place(line))
    }
    sentences = try release.table("sentences", of: "public")
    unread = Array(Set(unread)).sorted()
  }

  private mutating func read(_ line: Line, _ columns: [String: Reading], _ table: String) {
    for (column, text) in line {
      guard let size = Double(text) else { continue }
      guard let reading = columns[column] else {
        unread.append("\(table).\(column)")
        continue
      }
      if let (place, field, year) = reading(line, year) {
        shown.insert(Self.name(place, field, year, size))
      }
    }
  }

  static func name(_ place: String, _ field: String, _ year: Int, _ size: Double) -> String {
    "\(year) \(place)|\(field) #\((size * 10_000).rounded() / 10_000)"
  }

  static func place(_ line: Line) -> String {
    ["indicator", "dimension", "category"].map { line[$0] ?? "" }.joined(separator: "|")
  }

  /// Of a share its value is a percentage, told apart from a value.
  static func field(_ line: Line, _ name: String) -> String {
    name == "value" && line["unit"] == "percent" ? "percent" : name
  }

  private static let nothing: Reading = { _, _ in nil }

  private static func figure(_ field: String) -> Reading {
    { line, year in (place(line), Self.field(line, field), year) }
  }

  /// A column of the table of Joint Programmes repeats a figure.
  private static func programme(_ indicator: String) -> Reading {
    { line, year in ("\(indicator)|programme|\(line["programme"] ?? "")", "value", year) }
  }

  private static let ofYear: Reading = { line, year in
    (place(line), field(line, "value"), Int(line["year"] ?? "") ?? year)
  }

  private static let parts = [
    "value": figure("value"), "numerator": figure("numerator"),
    "denominator": figure("denominator"), "coverage": figure("coverage"),
  ]

  /// Every public table, and what its numbers are; codes that look like numbers are nothing.
  private static let tables: [String: [String: Reading]] = [
    "indicators": parts.merging([
      "period": nothing, "baseline": nothing, "target": nothing, "category": nothing,
      "label": nothing,
    ]) { $1 },
    "key_figures": parts,
    "results_framework": parts.merging([
      "baseline_year": nothing, "baseline": nothing, "target": nothing, "category": nothing,
    ]) { $1 },
    "series": ["year": nothing, "first_published": ofYear, "revised": ofYear],
    "restatements": [
      "number": nothing, "category": nothing, "old_value": figure("value"),
      "new_value": figure("value"), "old_numerator": figure("numerator"),
      "new_numerator": figure("numerator"), "old_denominator": figure("denominator"),
      "new_denominator": figure("denominator"),
    ],
    "programmes": [
      "agreements": programme("PA-01"), "agreements_since": programme("PA-02"),
      "partners": programme("PA-07"), "passed_on_usd": programme("TR-01"),
      "passed_on_since_usd": programme("TR-02"), "first_year": nothing, "last_year": nothing,
      "budget_usd": nothing, "spent_in_year_usd": nothing, "spent_usd": nothing,
      "delivery_percent": nothing, "thematic_area": nothing, "gender_marker": nothing,
      "objectives": nothing,
    ],
    "partners": ["first_year": nothing, "last_year": nothing],
    // How many partners are not named says of nobody who they are.
    "partners_not_named": ["partners": nothing],
    "evaluations": ["no": nothing, "year": nothing],
    "recommendations": ["due_year": nothing],
    // Its numbers are of forms, Joint Programmes and partners.
    "release_facts_public": ["position": nothing, "value": nothing],
    "sentences": [:], "definitions": [:], "notes": [:],
  ]
}

extension PublicNumbers.Line {
  /// The numbers of a line of `indicators.csv`, each with its field.
  var numbers: [(field: String, size: Double)] {
    ["value", "numerator", "denominator", "coverage"].compactMap { field in
      Double(self[field] ?? "").map { (PublicNumbers.field(self, field), $0) }
    }
  }
}
