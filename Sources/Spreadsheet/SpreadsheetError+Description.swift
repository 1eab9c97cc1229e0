extension SpreadsheetError: CustomStringConvertible {
  /// One sentence: what was found, what was expected and how to mend it; the place is left out.
  public var description: String { reason.description }

  /// The same with its place in front, such as `report.xlsx › Agreements!B7: …`.
  public var located: String {
    var place = file
    if let sheet { place += " › " + sheet }
    if let cell { place += (sheet == nil ? " › " : "!") + cell.description }
    return place + ": " + description
  }

  /// What is said of a file that cannot be read, with its values in braces.
  ///
  /// One sentence each: what was found, what was expected and how to mend it.
  public enum Sentence: String, CaseIterable, Sendable {
    // the file
    case unreadable = "the file cannot be read ({words}); check that it is there and may be read"
    case empty =
      "the file is empty; expected a workbook or a table with a header line; send it again"
    case otherFormat = "the file is {kind}; expected an Excel workbook (.xlsx); save it as .xlsx"
    case encrypted =
      "the workbook is protected by a password; expected one that opens without; remove the password and save it again"
    case legacyWorkbook =
      "the file is of the Excel 97–2003 kind (.xls); expected .xlsx; open it and save it as an Excel workbook (.xlsx)"
    case html =
      "the file is a web page or other markup, whatever its name; expected an Excel workbook; open it in Excel and save it as .xlsx"
    case notAWorkbook =
      "the file is not a workbook, whatever its name; expected an Excel workbook (.xlsx); save it as .xlsx"
    // its parts
    case damagedArchive =
      "the file is damaged ({detail}); expected a whole workbook; send it again or save it anew"
    case missingPart =
      "the workbook lacks its part “{name}”; expected a whole workbook; save it anew in Excel"
    case malformedXML =
      "the part “{part}” is damaged at line {line} ({detail}); expected well-formed XML; save the workbook anew in Excel"
    case documentTypeDeclaration =
      "the part “{part}” declares a document type, which is refused for safety; expected a workbook as Excel writes it; save it anew in Excel"
    case tooLarge =
      "too large: {what}; expected at most {limit}; remove what is not data and save the file again"
    // a sheet
    case duplicateSheet =
      "two sheets are named “{name}”; expected each name once; rename one"
    case outOfOrder =
      "{detail}; expected rows and cells in ascending order, each once; save the workbook anew in Excel"
    case malformedValue = "found “{found}”; expected {expected}; save the workbook anew in Excel"
    case missingSharedString =
      "the cell points at shared text {index}, which the workbook does not have; expected text; enter the cell again and save the workbook anew"
    // CSV
    case undecodable =
      "byte 0x{byte} at offset {offset} is not {encoding} text; save the file as UTF-8, or declare its encoding in datapackage.json"
    case raggedRowOfOne =
      "line {line} has 1 field; expected {expected} as in the header line; add or remove delimiters, or quote a field that contains one"
    case raggedRow =
      "line {line} has {fields} fields; expected {expected} as in the header line; add or remove delimiters, or quote a field that contains one"
    case unclosedQuote =
      "a quoted field opens on line {line} and is never closed; expected a closing quote; add it, or double a quote that belongs to the text"
    case textAfterQuote =
      "text follows a closing quote on line {line}; expected a delimiter or the end of the line; double a quote that belongs to the text"
    case ambiguousDelimiter =
      "the header line “{header}” can be divided in more than one way; expected one of comma, semicolon or tab; declare the delimiter in datapackage.json"
    case unusableDialect =
      "the declared dialect cannot be read ({detail}); expected one ASCII character each for delimiter and quote, not the same; correct datapackage.json"
    /// No file is read here.
    case unwritable = "{words}"
  }
}

extension SpreadsheetError.Reason: CustomStringConvertible {
  /// One sentence: what was found, what was expected and how to mend it.
  public var description: String { sentence.rawValue.filled(with: values) }

  /// The sentence that says it.
  public var sentence: SpreadsheetError.Sentence {
    switch self {
    case .unreadable: .unreadable
    case .empty: .empty
    case .notAWorkbook: .notAWorkbook
    case .otherFormat: .otherFormat
    case .encrypted: .encrypted
    case .legacyWorkbook: .legacyWorkbook
    case .html: .html
    case .damagedArchive: .damagedArchive
    case .missingPart: .missingPart
    case .malformedXML: .malformedXML
    case .documentTypeDeclaration: .documentTypeDeclaration
    case .tooLarge: .tooLarge
    case .duplicateSheet: .duplicateSheet
    case .outOfOrder: .outOfOrder
    case .malformedValue: .malformedValue
    case .missingSharedString: .missingSharedString
    case .undecodable: .undecodable
    case .raggedRow(_, let fields, _): fields == 1 ? .raggedRowOfOne : .raggedRow
    case .unclosedQuote: .unclosedQuote
    case .textAfterQuote: .textAfterQuote
    case .ambiguousDelimiter: .ambiguousDelimiter
    case .unusableDialect: .unusableDialect
    case .unwritable: .unwritable
    }
  }

  /// What stands in the braces of the sentence.
  public var values: [String: String] {
    switch self {
    case .empty, .notAWorkbook, .encrypted, .legacyWorkbook, .html: [:]
    case .unreadable(let words): ["words": words]
    case .otherFormat(let kind): ["kind": kind]
    case .damagedArchive(let detail), .outOfOrder(let detail), .unusableDialect(let detail):
      ["detail": detail]
    case .missingPart(let name), .duplicateSheet(let name): ["name": name]
    case .malformedXML(let part, let line, let detail):
      ["part": part, "line": "\(line)", "detail": detail]
    case .documentTypeDeclaration(let part): ["part": part]
    case .tooLarge(let what, let limit): ["what": what, "limit": Self.grouped(limit)]
    case .malformedValue(let found, let expected): ["found": found, "expected": expected]
    case .missingSharedString(let index): ["index": "\(index)"]
    case .undecodable(let offset, let byte, let encoding):
      ["offset": "\(offset)", "byte": Self.hexadecimal(byte), "encoding": encoding.name]
    case .raggedRow(let line, let fields, let expected):
      ["line": "\(line)", "fields": "\(fields)", "expected": "\(expected)"]
    case .unclosedQuote(let line), .textAfterQuote(let line): ["line": "\(line)"]
    case .ambiguousDelimiter(let header): ["header": header]
    case .unwritable(let problem): ["words": problem.description]
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  private static func grouped(_ number: Int) -> String {
    let digits = String(number)
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0 && (digits.count - place).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }
}

extension String {
  // Made once: that costs far more than to look for it.
  private nonisolated(unsafe) static let nameInBraces = /\{([a-z_]+)\}/

  /// The sentence with its values in place of their names in braces; unknown names stay.
  public func filled(with values: [String: String]) -> String {
    // One pass: a brace in a value names nothing.
    replacing(Self.nameInBraces) { match in values[String(match.output.1)] ?? String(match.output.0)
    }
  }
}
