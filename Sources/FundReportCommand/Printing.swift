/// Prints text that may hold what strangers sent.
func print(_ text: String, terminator: String = "\n") {
  Swift.print(text.withoutControls, terminator: terminator)
}

extension String {
  /// The text with its control characters spelt out.
  ///
  /// A terminal would obey escape sequences, and marks that turn the direction of writing make a
  /// name look like another.
  var withoutControls: String {
    guard unicodeScalars.contains(where: Self.isControl) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if Self.isControl(scalar) {
        text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case ..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
