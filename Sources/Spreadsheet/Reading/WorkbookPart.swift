/// Reads the part that lists the sheets and says how days are counted.
final class WorkbookPart: XMLHandler {
  /// A sheet as the workbook lists it.
  struct Sheet {
    var name: String
    var isHidden: Bool
    var relationship: String
  }

  private(set) var sheets: [Sheet] = []
  private(set) var dateSystem = DateSystem.from1900
  private let limits: ReadingLimits

  init(limits: ReadingLimits) {
    self.limits = limits
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetError.Reason) {
    switch name {
    case "workbookPr":
      dateSystem = attributes.isTrue("date1904") ? .from1904 : .from1900
    case "sheet":
      guard let title = attributes["name"], let relationship = attributes.relationship else {
        throw .malformedValue(
          found: attributes["name"] ?? "", expected: "a sheet with a name and a part")
      }
      guard title.utf16.count <= limits.charactersPerSheetName else {
        throw .tooLarge(
          what: "the characters of the name of a sheet", limit: limits.charactersPerSheetName)
      }
      guard sheets.count < limits.sheets else {
        throw .tooLarge(what: "the sheets of the workbook", limit: limits.sheets)
      }
      let state = attributes["state"]
      sheets.append(
        Sheet(
          name: EscapedText.decode(Array(title.utf8)),
          isHidden: state == "hidden" || state == "veryHidden", relationship: relationship))
    default:
      break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end(_ name: XMLName) {}
}
