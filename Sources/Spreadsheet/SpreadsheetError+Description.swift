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
}

extension SpreadsheetError.Reason: CustomStringConvertible {
  /// One sentence: what was found, what was expected and how to mend it.
  public var description: String {
    switch self {
    case .unreadable, .empty, .notAWorkbook, .otherFormat, .encrypted, .legacyWorkbook, .html:
      wrongFile
    case .damagedArchive, .missingPart, .malformedXML, .documentTypeDeclaration, .tooLarge:
      wrongPackage
    case .duplicateSheet, .outOfOrder, .malformedValue, .missingSharedString:
      wrongSheet
    case .undecodable, .raggedRow, .unclosedQuote, .textAfterQuote, .ambiguousDelimiter,
      .unusableDialect:
      wrongCSV
    case .unwritable(let problem):
      problem.description
    }
  }

  private var wrongFile: String {
    switch self {
    case .unreadable(let words):
      "the file cannot be read (\(words)); check that it is there and may be read"
    case .empty:
      "the file is empty; expected a workbook or a table with a header line; send it again"
    case .otherFormat(let kind):
      "the file is \(kind); expected an Excel workbook (.xlsx); save it as .xlsx"
    case .encrypted:
      "the workbook is protected by a password; expected one that opens without; "
        + "remove the password and save it again"
    case .legacyWorkbook:
      "the file is of the Excel 97–2003 kind (.xls); expected .xlsx; "
        + "open it and save it as an Excel workbook (.xlsx)"
    case .html:
      "the file is a web page or other markup, whatever its name; expected an Excel workbook; "
        + "open it in Excel and save it as .xlsx"
    default:
      "the file is not a workbook, whatever its name; expected an Excel workbook (.xlsx); "
        + "save it as .xlsx"
    }
  }

  private var wrongPackage: String {
    switch self {
    case .damagedArchive(let detail):
      "the file is damaged (\(detail)); expected a whole workbook; send it again or save it anew"
    case .missingPart(let name):
      "the workbook lacks its part “\(name)”; expected a whole workbook; save it anew in Excel"
    case .malformedXML(let part, let line, let detail):
      "the part “\(part)” is damaged at line \(line) (\(detail)); expected well-formed XML; "
        + "save the workbook anew in Excel"
    case .documentTypeDeclaration(let part):
      "the part “\(part)” declares a document type, which is refused for safety; expected a "
        + "workbook as Excel writes it; save it anew in Excel"
    case .tooLarge(let what, let limit):
      "too large: \(what); expected at most \(Self.grouped(limit)); "
        + "remove what is not data and save the file again"
    default:
      ""
    }
  }

  private var wrongSheet: String {
    switch self {
    case .duplicateSheet(let name):
      "two sheets are named “\(name)”; expected each name once; rename one"
    case .outOfOrder(let detail):
      "\(detail); expected rows and cells in ascending order, each once; "
        + "save the workbook anew in Excel"
    case .malformedValue(let found, let expected):
      "found “\(found)”; expected \(expected); save the workbook anew in Excel"
    case .missingSharedString(let index):
      "the cell points at shared text \(index), which the workbook does not have; "
        + "expected text; enter the cell again and save the workbook anew"
    default:
      ""
    }
  }

  private var wrongCSV: String {
    switch self {
    case .undecodable(let offset, let byte, let encoding):
      "byte 0x\(Self.hexadecimal(byte)) at offset \(offset) is not \(encoding.name) text; "
        + "save the file as UTF-8, or declare its encoding in datapackage.json"
    case .raggedRow(let line, let fields, let expected):
      "line \(line) has \(fields) field\(fields == 1 ? "" : "s"); expected \(expected) as in the "
        + "header line; add or remove delimiters, or quote a field that contains one"
    case .unclosedQuote(let line):
      "a quoted field opens on line \(line) and is never closed; expected a closing quote; "
        + "add it, or double a quote that belongs to the text"
    case .textAfterQuote(let line):
      "text follows a closing quote on line \(line); expected a delimiter or the end of the line; "
        + "double a quote that belongs to the text"
    case .ambiguousDelimiter(let header):
      "the header line “\(header)” can be divided in more than one way; expected one of comma, "
        + "semicolon or tab; declare the delimiter in datapackage.json"
    case .unusableDialect(let detail):
      "the declared dialect cannot be read (\(detail)); expected one ASCII character each for "
        + "delimiter and quote, not the same; correct datapackage.json"
    default:
      ""
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
