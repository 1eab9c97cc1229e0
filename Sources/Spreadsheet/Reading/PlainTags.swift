/// Tags and the text between them in the plain shape of ``PlainRows``.
struct PlainTags {
  /// Why a row is not read here.
  enum Leave: Error { case incomplete, unusual }

  /// The attributes known, each of which may stand once.
  struct Attributes {
    var reference: Range<Int>?
    var style: Range<Int>?
    var type: Range<Int>?
    var hidden: Range<Int>?
    /// Which of the others stood there, a bit for each.
    var passedOver: UInt32 = 0
    /// Whether the element ended with its start tag.
    var isEmpty = false
  }

  /// Whether the sheet declares the prefix of `x14ac:dyDescent`, which Excel writes in each row.
  let declaresDescent: Bool
  /// Line feeds passed, for the parser's messages.
  var lines = 0

  /// The attributes of a start tag, to its end.
  mutating func attributes(
    _ bytes: Span<UInt8>, _ next: inout Int
  ) throws(Leave) -> Attributes {
    var found = Attributes()
    while true {
      let start = next
      try skipSpace(bytes, &next)
      let byte = try byte(bytes, next)
      if byte == UInt8(ascii: ">") {
        next += 1
        return found
      }
      if byte == UInt8(ascii: "/") {
        guard try takes("/>", bytes, &next) else { throw .unusual }
        found.isEmpty = true
        return found
      }
      guard next > start else { throw .unusual }
      let name = next
      while try self.byte(bytes, next) != UInt8(ascii: "=") { next += 1 }
      let nameEnd = next
      next += 1
      guard try self.byte(bytes, next) == UInt8(ascii: "\"") else { throw .unusual }
      next += 1
      let value = try plainText(bytes, &next, until: UInt8(ascii: "\""))
      next += 1
      try note(value, named: bytes.extracting(name..<nameEnd), in: &found)
    }
  }

  /// What else rows and cells usually have; of another one the parser must say what it is.
  private static let passedOver: [StaticString] = [
    "spans", "ht", "customHeight", "customFormat", "outlineLevel", "collapsed", "thickBot",
    "thickTop", "x14ac:dyDescent",
  ]

  private func note(
    _ value: Range<Int>, named name: Span<UInt8>, in found: inout Attributes
  ) throws(Leave) {
    if name.count == 1 {
      switch name[0] {
      case UInt8(ascii: "r") where found.reference == nil: found.reference = value
      case UInt8(ascii: "s") where found.style == nil: found.style = value
      case UInt8(ascii: "t") where found.type == nil: found.type = value
      default: throw .unusual
      }
      return
    }
    if found.hidden == nil, name.count == 6, name.holds("hidden", at: 0) {
      found.hidden = value
      return
    }
    let known = Self.passedOver.firstIndex {
      name.count == $0.utf8CodeUnitCount && name.holds($0, at: 0)
    }
    guard let known, known < Self.passedOver.count - 1 || declaresDescent,
      found.passedOver & (1 << UInt32(known)) == 0
    else { throw .unusual }
    found.passedOver |= 1 << UInt32(known)
  }

  /// Printable ASCII up to a byte, without entities.
  func plainText(
    _ bytes: Span<UInt8>, _ next: inout Int, until end: UInt8 = UInt8(ascii: "<")
  ) throws(Leave) -> Range<Int> {
    let start = next
    while true {
      let byte = try byte(bytes, next)
      if byte == end { return start..<next }
      guard (0x20..<0x7F).contains(byte), byte != UInt8(ascii: "&"), byte != UInt8(ascii: "<"),
        byte != UInt8(ascii: ">")
      else { throw .unusual }
      next += 1
    }
  }

  mutating func skipSpace(_ bytes: Span<UInt8>, _ next: inout Int) throws(Leave) {
    while true {
      switch try byte(bytes, next) {
      case 0x0A: lines += 1
      case 0x20, 0x09, 0x0D: break
      default: return
      }
      next += 1
    }
  }

  /// Moves behind a literal, where it stands.
  func takes(
    _ literal: StaticString, _ bytes: Span<UInt8>, _ next: inout Int
  ) throws(Leave) -> Bool {
    guard next + literal.utf8CodeUnitCount <= bytes.count else {
      // What is there must be its beginning for more bytes to matter.
      for index in next..<bytes.count where bytes[index] != literal.utf8Start[index - next] {
        return false
      }
      throw .incomplete
    }
    guard bytes.holds(literal, at: next) else { return false }
    next += literal.utf8CodeUnitCount
    return true
  }

  private func byte(_ bytes: Span<UInt8>, _ index: Int) throws(Leave) -> UInt8 {
    guard index < bytes.count else { throw .incomplete }
    return bytes[index]
  }
}

extension Span<UInt8> {
  /// Whether a literal stands at a place, with room for it.
  func holds(_ literal: StaticString, at place: Int) -> Bool {
    for index in 0..<literal.utf8CodeUnitCount
    where self[place + index] != literal.utf8Start[index] {
      return false
    }
    return true
  }

  /// Where a literal first stands; nil where it does not.
  func firstIndex(of literal: StaticString) -> Int? {
    let last = count - literal.utf8CodeUnitCount
    guard last >= 0 else { return nil }
    return (0...last).first { self[$0] == literal.utf8Start[0] && holds(literal, at: $0) }
  }
}
