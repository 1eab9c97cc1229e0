import Spreadsheet

extension Sheet {
  /// With words at the foot of every printed page, between the sheet's name and the page's number:
  /// further pages do not repeat the line beside the link back.
  func footed(_ words: String) -> Sheet {
    var sheet = self
    sheet.footer = words
    return sheet
  }
}
