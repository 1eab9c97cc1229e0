/// The place of a cell on its sheet, such as `B12`; row and column count from one.
public struct CellReference: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The largest row a worksheet has.
  public static let lastRow = 1_048_576
  /// The largest column a worksheet has, `XFD`.
  public static let lastColumn = 16_384

  /// The row, one-based.
  public var row: Int
  /// The column, one-based: 1 is `A`.
  public var column: Int

  /// Makes the reference of a row and a column, both one-based.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads an A1 reference such as `B12` or `$B$12`, in either case, up to `XFD1048576`.
  public init?(_ a1: String) {
    self.init(ascii: a1.utf8)
  }

  /// Reads an A1 reference from its bytes.
  init?(ascii bytes: some Sequence<UInt8>) {
    var iterator = bytes.makeIterator()
    var next = iterator.next()
    if next == UInt8(ascii: "$") { next = iterator.next() }

    var column = 0
    while let byte = next, let letter = Self.placeInAlphabet(byte) {
      column = column * 26 + letter
      guard column <= Self.lastColumn else { return nil }
      next = iterator.next()
    }
    if next == UInt8(ascii: "$") { next = iterator.next() }

    var row = 0
    while let byte = next {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      row = row * 10 + Int(byte - UInt8(ascii: "0"))
      // Zero after the first digit also stops a leading zero: A01 is no reference.
      guard row >= 1, row <= Self.lastRow else { return nil }
      next = iterator.next()
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row, column: column)
  }

  private static func placeInAlphabet(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A")) + 1
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a")) + 1
    default: nil
    }
  }

  /// The letters of a one-based column: 1 is `A`, 28 is `AB`.
  public static func columnName(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// The reference in A1 style.
  public var description: String {
    Self.columnName(column) + String(row)
  }

  /// Orders by row, then by column.
  public static func < (left: CellReference, right: CellReference) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}
