import Foundation

/// Texts made comparable, for matching what people typed with what was declared.
enum FoldedText {
  /// A header, label or sheet name: case, accents, spaces and a trailing `*` do not matter.
  static func label(_ text: String) -> String {
    var folded = folding(text, punctuationToSpace: false)
    while folded.utf8.last == UInt8(ascii: "*") { folded = String(folded.dropLast()).trimmed }
    guard folded.utf8.contains(UInt8(ascii: "_")) else { return folded }
    return folded.replacing("_", with: " ")
  }

  /// A reference or programme code: ends are trimmed and case does not matter, nothing else is
  /// changed.
  static func reference(_ text: String) -> String {
    text.trimmed.precomposedStringWithCanonicalMapping.uppercased().lowercased()
  }

  /// A code or its label: case and accents do not matter, ends are trimmed.
  static func code(_ text: String) -> String { folding(text, punctuationToSpace: false) }

  /// An organisation's name: compatibility decomposition, full case folding, marks removed,
  /// punctuation to spaces, spaces collapsed.
  static func name(_ text: String) -> String { folding(text, punctuationToSpace: true) }

  private static func folding(_ text: String, punctuationToSpace: Bool) -> String {
    if let folded = asciiFolding(text, punctuationToSpace: punctuationToSpace) { return folded }
    var folded = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in caseFolded(text).unicodeScalars {
      let isSpace =
        scalar.properties.isWhitespace || (punctuationToSpace && scalar.isPunctuation)
      if isSpace {
        pendingSpace = !folded.isEmpty
        continue
      }
      if scalar.isMark { continue }
      if pendingSpace { folded.append(" ") }
      pendingSpace = false
      // Word processors curl the apostrophe of names such as Côte d'Ivoire.
      folded.append(scalar == "\u{2019}" ? "'" : scalar)
    }
    return String(folded)
  }

  /// Decomposed and case-folded; the second decomposition undoes what folding composed.
  private static func caseFolded(_ text: String) -> String {
    let decomposed = text.decomposedStringWithCompatibilityMapping
    let upper = decomposed.uppercased()  // ß becomes SS, as full case folding asks
    return upper.lowercased().decomposedStringWithCompatibilityMapping
  }

  private static let asciiPunctuation = (0..<0x80).map { Unicode.Scalar($0).isPunctuation }

  /// The same for plain ASCII, which needs no tables; nil for anything else.
  private static func asciiFolding(_ text: String, punctuationToSpace: Bool) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    for byte in text.utf8 {
      guard byte < 0x80 else { return nil }
      let isSpace =
        byte == 0x20 || (0x09...0x0D).contains(byte)
        || (punctuationToSpace && asciiPunctuation[Int(byte)])
      if isSpace {
        pendingSpace = !bytes.isEmpty
        continue
      }
      if pendingSpace { bytes.append(0x20) }
      pendingSpace = false
      bytes.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// General category P.
  fileprivate var isPunctuation: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }

  /// General category M.
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// A control or format character, such as an escape or a mark that turns the direction of text.
  var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

extension String {
  /// Without white space at the ends, no-break spaces included.
  var trimmed: String {
    // Most texts have none, which their first and last byte tell without Unicode's tables.
    guard let first = utf8.first, let last = utf8.last else { return self }
    if (0x21..<0x7F).contains(first), (0x21..<0x7F).contains(last) { return self }
    var scalars = unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
