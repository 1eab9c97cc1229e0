import Foundation
import Spreadsheet

/// A list of codes with labels in three languages and attributes: one file in `code-lists/`.
///
/// In the database it is the table `list_<name>`. An attribute column that holds nothing but `yes`
/// and `no` lands as 1 and 0, one of whole numbers without leading zeros as INTEGER, any other as
/// TEXT.
struct CodeList: Sendable {
  struct Code: Sendable {
    var code: String
    var labels: LanguageText
    var attributes: [String]
  }

  var file: String
  var name: Identifier
  /// Attribute columns after the labels.
  var attributes: [Identifier]
  var codes: [Code]
  /// The code each spelling means, as it stands here and folded.
  private(set) var bySpelling: [String: String] = [:]
  private var retired: [String: Retirement] = [:]

  var hasRetired: Bool { !retired.isEmpty }

  static let labelColumns = ["code", "label_en", "label_fr", "label_es"]

  /// - Throws: what the disk says of a file that cannot be read.
  init?(path: String, mistakes: MistakeList) throws {
    file = path
    guard let name = Identifier(DefinitionFile(path: path, text: "").name) else {
      mistakes.add(path, nil, "the file name must be \(Identifier.rule)")
      return nil
    }
    self.name = name
    attributes = []
    codes = []
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    do {
      read(try CSVReader.rows(of: [UInt8](data), file: path), mistakes)
    } catch {
      mistakes.add(path, error.cell?.row, "\(error)")
    }
  }

  /// The code a cell means: the code itself or a label, in any case.
  func code(spelt text: String) -> String? {
    bySpelling[text] ?? bySpelling[FoldedText.code(text)]
  }

  func label(of code: String) -> String? {
    codes.first { $0.code == code }?.labels.english
  }

  /// Further names of a code, in any language.
  func aliases(of code: Code) -> [String] {
    guard let index = attributes.firstIndex(where: { $0.name == Self.aliasColumn }) else {
      return []
    }
    return code.attributes[index].split(separator: ";").map { String($0).trimmed }
  }

  private static let aliasColumn = "aliases"

  /// From which reporting year on a code is no longer used, and which code takes its place.
  struct Retirement: Hashable, Sendable {
    var year: Int
    var successor: String?
  }

  /// When a code is retired, with the code to use instead; nil for one that stays in use.
  func retirement(of code: String) -> (year: Int, successor: Code?)? {
    guard !retired.isEmpty, let retired = retired[code] else { return nil }
    return (retired.year, codes.first { $0.code == retired.successor })
  }

  /// The codes that forms of a year may use; all without a year.
  func codes(in year: Int?) -> [Code] {
    guard let year, !retired.isEmpty else { return codes }
    return codes.filter { code in retired[code.code].map { year < $0.year } ?? true }
  }

  /// The code nearest to a misspelt one, among those of a year, if any is near.
  func nearest(to text: String, in year: Int? = nil) -> Code? {
    let wanted = Array(FoldedText.code(text).unicodeScalars)
    guard wanted.count >= 2 else { return nil }
    var best: (code: Code, distance: Int)?
    for code in codes(in: year) {
      for spelling in [code.code] + code.labels.all {
        let candidate = Array(FoldedText.code(spelling).unicodeScalars)
        guard abs(candidate.count - wanted.count) <= 3 else { continue }
        let distance = EditDistance.between(wanted, candidate)
        if distance < best?.distance ?? .max { best = (code, distance) }
      }
    }
    guard let best, best.distance <= max(1, wanted.count / 3) else { return nil }
    return best.code
  }

  private mutating func read(_ rows: [SheetRow], _ mistakes: MistakeList) {
    guard let header = rows.first else {
      mistakes.add(file, 1, "the file is empty; expected the columns \(Self.labelColumns)")
      return
    }
    let names = header.cells.map { CellText.shown($0.value) }
    for name in Self.labelColumns where !names.contains(name) {
      mistakes.add(file, header.number, "the column `\(name)` is missing")
    }
    let attributeNames = names.filter { !Self.labelColumns.contains($0) }
    attributes = attributeNames.compactMap(Identifier.init)
    guard Set(names).count == names.count, attributes.count == attributeNames.count,
      Self.labelColumns.allSatisfy(names.contains)
    else {
      mistakes.add(file, header.number, "a column name is no identifier or stands twice")
      return
    }
    for row in rows.dropFirst() { read(row, names, mistakes) }
    for row in rows.dropFirst() { readRetirement(row, names, mistakes) }
  }

  /// `retired` is the first reporting year without the code, `successor` the code to use instead.
  private mutating func readRetirement(
    _ row: SheetRow, _ names: [String], _ mistakes: MistakeList
  ) {
    let value = { (name: String) -> String in
      let cell = row.cells.first { names.firstIndex(of: name) == $0.reference.column - 1 }
      return CellText.shown(cell?.value).trimmed
    }
    let (year, successor) = (value("retired"), value("successor"))
    if year.isEmpty, successor.isEmpty { return }
    guard let year = Int(year), (1990...2100).contains(year) else {
      let message = "`retired` is “\(year)”; expected the first reporting year without the code"
      return mistakes.add(file, row.number, message)
    }
    let code = value("code")
    if !successor.isEmpty, successor == code || !codes.contains(where: { $0.code == successor }) {
      let message = "`successor` is “\(successor)”; expected another code of this list"
      return mistakes.add(file, row.number, message)
    }
    retired[code] = Retirement(year: year, successor: successor.isEmpty ? nil : successor)
  }

  private mutating func read(_ row: SheetRow, _ names: [String], _ mistakes: MistakeList) {
    var values: [String: String] = [:]
    for cell in row.cells where cell.reference.column <= names.count {
      values[names[cell.reference.column - 1]] = CellText.shown(cell.value).trimmed
    }
    guard let code = values["code"], !code.isEmpty, let english = values["label_en"] else {
      mistakes.add(file, row.number, "code or label_en is empty")
      return
    }
    let labels = LanguageText(
      english: english, french: values["label_fr"], spanish: values["label_es"])
    let aliases = (values[Self.aliasColumn] ?? "").split(separator: ";").map(String.init)
    let spellings = [code] + labels.all + aliases
    for spelling in Set(spellings.map(FoldedText.code)) {
      if let other = bySpelling[spelling], other != code {
        mistakes.add(file, row.number, "“\(spelling)” means both \(other) and \(code)")
      }
      bySpelling[spelling] = code
    }
    // As it stands here, too: most cells hold just that, and need no folding.
    for spelling in spellings { bySpelling[spelling] = code }
    if codes.contains(where: { $0.code == code }) {
      mistakes.add(file, row.number, "the code \(code) stands here twice")
    }
    codes.append(
      Code(code: code, labels: labels, attributes: attributes.map { values[$0.name] ?? "" }))
  }
}
