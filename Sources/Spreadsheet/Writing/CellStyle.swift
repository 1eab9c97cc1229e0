/// How a cell looks.
///
/// The font is always Arial: sans-serif, and present or replaced by its metric twin Liberation Sans
/// everywhere.
public struct CellStyle: Hashable, Sendable {
  /// The side text is set against.
  public enum Horizontal: Hashable, Sendable { case left, right, centre }
  /// The edge text is set against.
  public enum Vertical: Hashable, Sendable { case top, centre, bottom }
  /// The lines around a cell.
  public enum Border: Hashable, Sendable { case none, thinBottom, thinAll }

  /// Whether the text is bold.
  public var isBold: Bool
  /// The size in points.
  public var size: Double
  /// Whether long text continues on further lines of the cell.
  public var wraps: Bool
  /// An Excel number format, such as `#,##0.00`; nil is "General".
  public var numberFormat: String?
  /// The side text is set against; nil sets text left and numbers right.
  public var horizontal: Horizontal?
  /// The edge text is set against.
  public var vertical: Vertical
  /// The fill as 0xRRGGBB.
  public var fill: UInt32?
  /// The colour of the text as 0xRRGGBB; nil is the reader's default, usually black.
  public var fontColour: UInt32?
  /// The lines around the cell.
  public var border: Border
  /// How many steps the text is set in from its side.
  public var indent: Int
  /// Whether the cell may be changed on a protected sheet.
  public var isUnlocked: Bool

  /// Describes a look.
  public init(
    isBold: Bool = false, size: Double = 12, wraps: Bool = false, numberFormat: String? = nil,
    horizontal: Horizontal? = nil, vertical: Vertical = .top, fill: UInt32? = nil,
    fontColour: UInt32? = nil, border: Border = .none, indent: Int = 0,
    isUnlocked: Bool = false
  ) {
    self.isBold = isBold
    self.size = size
    self.wraps = wraps
    self.numberFormat = numberFormat
    self.horizontal = horizontal
    self.vertical = vertical
    self.fill = fill
    self.fontColour = fontColour
    self.border = border
    self.indent = indent
    self.isUnlocked = isUnlocked
  }
}

extension CellStyle {
  /// The title of a sheet.
  public static let title = CellStyle(isBold: true, size: 16)
  /// A heading within a sheet.
  public static let heading = CellStyle(isBold: true, size: 14)
  /// A header cell over text.
  public static let header = CellStyle(
    isBold: true, wraps: true, horizontal: .left, vertical: .bottom, border: .thinBottom)
  /// A header cell over numbers, set right as they are.
  public static let numberHeader = CellStyle(
    isBold: true, wraps: true, horizontal: .right, vertical: .bottom, border: .thinBottom)
  /// Text that wraps.
  public static let body = CellStyle(wraps: true, horizontal: .left)
  /// Text on one line, such as a code.
  public static let code = CellStyle(numberFormat: "@", horizontal: .left)
  /// A number of things.
  public static let integer = CellStyle(numberFormat: "#,##0", horizontal: .right)
  /// A number with two decimals.
  public static let decimal = CellStyle(numberFormat: "#,##0.00", horizontal: .right)
  /// An amount of money with cents.
  public static let money = CellStyle(numberFormat: "#,##0.00", horizontal: .right)
  /// A ratio shown in percent with one decimal: 0.125 is shown as 12.5%.
  public static let percent = CellStyle(numberFormat: "0.0%", horizontal: .right)
  /// A day as `2025-12-31`.
  public static let date = CellStyle(numberFormat: "yyyy-mm-dd", horizontal: .right)
  /// A link, blue and underlined; the contrast on white is 5.5 to 1.
  public static let link = CellStyle(wraps: true, horizontal: .left, fontColour: 0x0563C1)
}
