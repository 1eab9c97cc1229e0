extension Sheet {
  /// The most rows of a sheet.
  public static let rowLimit = 1_048_576
  /// The most columns of a sheet.
  static let columnLimit = 16_384
  /// The most links of a sheet; libxlsxwriter drops those past it.
  public static let linkLimit = 65_530

  /// The first thing wrong with the sheet apart from its rows.
  var problem: WritingProblem? {
    if let rule = nameRuleBroken { return .sheetName(rule) }
    return layoutProblem ?? tableProblem ?? inputProblem
  }

  private var nameRuleBroken: String? {
    if name.isEmpty { return "is empty" }
    if name.utf16.count > 31 {
      return "has \(name.utf16.count) characters; expected 31 at most"
    }
    let forbidden = name.unicodeScalars.first {
      "[]:*?/\\".unicodeScalars.contains($0) || $0.value < 32
    }
    if let forbidden {
      return "has \(forbidden.debugDescription), which is not allowed in it"
    }
    if name.hasPrefix("'") || name.hasSuffix("'") {
      return "starts or ends with an apostrophe, which is not allowed"
    }
    if name.first?.isWhitespace == true || name.last?.isWhitespace == true {
      return "starts or ends with a blank"
    }
    if name.lowercased() == "history" { return "is \"\(name)\", which Excel keeps for itself" }
    return nil
  }

  private var layoutProblem: WritingProblem? {
    if columnWidths.count > Self.columnLimit { return .tooManyColumns(columnWidths.count) }
    if let width = columnWidths.first(where: { !(0.1...255 ~= $0) }) {
      return .layout("column width is \(width); expected 0.1 to 255")
    }
    if !(0..<Self.rowLimit ~= frozenRows) || !(0..<Self.columnLimit ~= frozenColumns) {
      return .layout("\(frozenRows) rows and \(frozenColumns) columns are frozen; expected fewer")
    }
    if let repeatedRows, repeatedRows.lowerBound < 1 || repeatedRows.upperBound > Self.rowLimit {
      return .layout("repeated rows are \(repeatedRows); expected rows of the sheet")
    }
    let areas =
      tables.map(\.area) + colourScales.map(\.area) + [autoFilter, printArea].compactMap { $0 }
      + inputRules.map(\.area)
    if let area = areas.first(where: { !$0.isOnSheet }) {
      return .layout("area of rows \(area.rows), columns \(area.columns) leaves the sheet")
    }
    return nil
  }

  private var inputProblem: WritingProblem? {
    for rule in inputRules {
      for text in [rule.prompt, rule.refusal] where text.utf16.count > 255 {
        return .layout(
          "prompt “\(text.prefix(40))…” has \(text.utf16.count) characters; a cell shows 255")
      }
      if case .oneOf(let range) = rule.kind, !range.hasPrefix("=") {
        return .layout("list is “\(range)”; expected a range such as =Lists!$A$5:$A$20")
      }
    }
    return nil
  }

  private var tableProblem: WritingProblem? {
    for (index, table) in tables.enumerated() {
      if let why = table.problem { return .table(table.name, why: why) }
      if let other = tables[..<index].first(where: { $0.area.overlaps(table.area) }) {
        return .table(table.name, why: "overlaps table \"\(other.name)\"")
      }
    }
    return nil
  }
}

extension CellArea {
  /// Whether a sheet is large enough for the area.
  fileprivate var isOnSheet: Bool {
    rows.lowerBound >= 1 && rows.upperBound <= Sheet.rowLimit && columns.lowerBound >= 1
      && columns.upperBound <= Sheet.columnLimit
  }
}

extension Table {
  /// What Excel would repair.
  fileprivate var problem: String? {
    if area.rows.count < 2 { return "has no row below its header; expected at least one" }
    if headers.count != area.columns.count {
      return "has \(headers.count) headers for \(area.columns.count) columns"
    }
    var seen: Set<String> = []
    for header in headers {
      if header.isEmpty { return "has an empty header" }
      if header.utf16.count > 255 { return "has a header of more than 255 characters" }
      if header.unicodeScalars.contains(where: { $0.value < 32 }) {
        return
          "has header \(header.debugDescription); expected no line breaks or control characters"
      }
      if !seen.insert(header.lowercased()).inserted {
        return "has header \"\(header)\" twice, whatever the case"
      }
    }
    return nil
  }
}
