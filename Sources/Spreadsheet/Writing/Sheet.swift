/// One sheet of a workbook.
///
/// It has no merged cells: they break tables and screen readers.
public struct Sheet {
  /// The name on the tab, at most 31 characters, unique in the workbook whatever the case.
  public var name: String
  /// The colour of the tab as 0xRRGGBB.
  public var tabColour: UInt32?
  /// Widths from column A, in digits of the body font; see ``ColumnWidth``.
  public var columnWidths: [Double] = []
  /// The lines from row 1.
  public var rows: RowSource = .rows([])
  /// The areas marked as tables.
  public var tables: [Table] = []
  /// How many rows stay in view at the top.
  public var frozenRows = 0
  /// How many columns stay in view at the left.
  public var frozenColumns = 0
  /// How many pages the sheet is wide; they are printed across before down.
  public var pagesAcross = 1
  /// How many columns each page of a sheet begins with that is wider than one.
  public var repeatedColumns = 2
  /// Whether the page is landscape.
  public var isLandscape = false
  /// Whether the paper is A3, for wide sheets, and not A4.
  public var isA3 = false
  /// The rows printed at the top of every page, one-based.
  public var repeatedRows: ClosedRange<Int>?
  /// The area that is printed; nil prints all.
  public var printArea: CellArea?
  /// What stands at the foot of each page, beside the sheet's name and the number of the page; nil
  /// leaves the foot empty.
  public var footer: String?
  /// The area with filter buttons on its first row; tables bring their own.
  public var autoFilter: CellArea?
  /// Charts over the rows.
  public var charts: [Chart] = []
  /// The looks of whole columns from column A, for cells nobody has written; nil for none.
  public var columnStyles: [CellStyle?] = []
  /// What may be typed where.
  public var inputRules: [InputRule] = []
  /// Remarks on cells.
  public var comments: [CellComment] = []
  /// Whether only cells whose style is unlocked may be changed; without a password.
  public var isProtected = false
  /// The areas whose fill follows their numbers.
  public var colourScales: [ColourScale] = []

  /// Starts an empty sheet.
  public init(name: String) {
    self.name = name
  }
}
