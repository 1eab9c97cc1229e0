/// Rows of a sheet as the XML of its part (ECMA-376 part 1, 18.3.1.73 `row` and 18.3.1.4 `c`).
struct SheetText {
  /// What has been written so far.
  private(set) var bytes: [UInt8] = []
  private var columns: [[UInt8]] = []
  private var row: [UInt8] = []

  /// Leaves the bytes to the caller and goes on with none.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  mutating func openRow(_ number: Int, height: Double?) {
    row = Array(String(number).utf8)
    append("<row r=\"")
    bytes += row
    if let height {
      append("\" ht=\"")
      append(height)
      append("\" customHeight=\"1")
    }
    append("\">")
  }

  mutating func closeRow() { append("</row>") }

  mutating func blank(column: Int, format: Int) {
    openCell(column, format)
    append("/>")
  }

  mutating func number(_ number: Double, column: Int, format: Int) {
    openCell(column, format)
    append("><v>")
    append(number)
    append("</v></c>")
  }

  mutating func boolean(_ value: Bool, column: Int, format: Int) {
    openCell(column, format)
    append(value ? " t=\"b\"><v>1</v></c>" : " t=\"b\"><v>0</v></c>")
  }

  /// - Parameter stored: The text as ``StoredText`` encodes it.
  mutating func text(_ stored: String, column: Int, format: Int) {
    openCell(column, format)
    let isEdged =
      stored.utf8.first.map(Self.isBlank) == true || stored.utf8.last.map(Self.isBlank) == true
    append(isEdged ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">" : " t=\"inlineStr\"><is><t>")
    appendEscaped(stored)
    append("</t></is></c>")
  }

  private mutating func openCell(_ column: Int, _ format: Int) {
    while columns.count < column {
      columns.append(Array(CellReference.columnName(columns.count + 1).utf8))
    }
    append("<c r=\"")
    bytes += columns[column - 1]
    bytes += row
    append("\" s=\"")
    append(format)
    append("\"")
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

  private mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for (index, byte) in utf8.enumerated() {
        let entity: StaticString
        switch byte {
        case UInt8(ascii: "&"): entity = "&amp;"
        case UInt8(ascii: "<"): entity = "&lt;"
        case UInt8(ascii: ">"): entity = "&gt;"
        default: continue
        }
        bytes += utf8[start..<index]
        append(entity)
        start = index + 1
      }
      bytes += utf8[start...]
    }
  }

  /// The shortest decimal that reads back as the same number.
  private mutating func append(_ number: Double) {
    if let whole = Int(exactly: number), whole.magnitude < 1 << 53 {
      append(whole)
    } else {
      bytes += number.description.utf8
    }
  }

  private mutating func append(_ number: Int) { bytes += String(number).utf8 }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes += $0 }
  }
}
