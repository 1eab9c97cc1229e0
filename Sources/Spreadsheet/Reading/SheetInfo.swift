/// A worksheet of a workbook.
public struct SheetInfo: Hashable, Sendable {
  /// The name on the tab.
  public let name: String
  /// Whether the sheet is hidden, however deeply.
  public let isHidden: Bool
  /// The path of the part that holds its cells.
  let part: String
}
