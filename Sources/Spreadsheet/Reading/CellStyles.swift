/// The number formats of the cell formats of a workbook, in the order cells count them.
struct CellStyles: Sendable {
  private var formats: [NumberFormat] = []

  /// No styles, as in a workbook without that part: every number is a number.
  init() {}

  fileprivate init(formats: [NumberFormat]) {
    self.formats = formats
  }

  /// The number format of a cell, by the number in its `s` attribute.
  subscript(style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .number
  }
}

/// Reads the part that holds the styles.
final class CellStylesPart: XMLHandler {
  private let limits: ReadingLimits
  private var isInFormatCodes = false
  private var isInCellFormats = false
  private var codes: [Int: NumberFormat] = [:]
  private var identifiers: [Int] = []

  init(limits: ReadingLimits) {
    self.limits = limits
  }

  /// The styles, once the part is read.
  var styles: CellStyles {
    CellStyles(formats: identifiers.map { codes[$0] ?? NumberFormat(builtIn: $0) })
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetError.Reason) {
    switch name {
    case "numFmts": isInFormatCodes = true
    case "cellXfs": isInCellFormats = true
    case "numFmt" where isInFormatCodes:
      guard let identifier = attributes["numFmtId"].flatMap({ Int($0) }),
        let code = attributes["formatCode"]
      else { return }
      codes[identifier] = NumberFormat(code: code)
      try requireRoom(codes.count)
    case "xf" where isInCellFormats:
      identifiers.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
      try requireRoom(identifiers.count)
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end(_ name: XMLName) {
    switch name {
    case "numFmts": isInFormatCodes = false
    case "cellXfs": isInCellFormats = false
    default: break
    }
  }

  private func requireRoom(_ count: Int) throws(SpreadsheetError.Reason) {
    guard count <= limits.cellFormats else {
      throw .tooLarge(what: "the cell formats of the workbook", limit: limits.cellFormats)
    }
  }
}
