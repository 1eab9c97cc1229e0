/// A decimal number written plainly, such as `1200.50` or `-300`: nothing is guessed.
struct DecimalNumber: Hashable {
  var isNegative: Bool
  /// Digits before and after the point, without leading or trailing zeros.
  var whole: Substring
  var fraction: Substring

  /// Nil for anything else: thousands separators, decimal commas, exponents, signs other than `-`.
  init?(_ text: String) {
    var rest = text[...]
    isNegative = rest.first == "-"
    if isNegative { rest = rest.dropFirst() }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, Self.isDigits(first) else { return nil }
    if parts.count == 2, !Self.isDigits(parts[1]) { return nil }
    whole = first.drop { $0 == "0" }
    var fraction = parts.count == 2 ? parts[1] : ""
    while fraction.last == "0" { fraction.removeLast() }
    self.fraction = fraction
  }

  /// A number that may also be written with an exponent, such as `1.96999E+07`.
  init?(withExponent text: String) {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == "E" || $0 == "e"
    }
    guard parts.count == 2 else {
      self.init(text)
      return
    }
    let sign = parts[1].first
    let digits = sign == "+" || sign == "-" ? parts[1].dropFirst() : parts[1]
    guard let plain = DecimalNumber(String(parts[0])), Self.isDigits(digits), digits.count <= 3,
      let size = Int(digits), size <= 40
    else { return nil }
    let zeros = String(repeating: "0", count: size)
    let written = String(plain.whole + plain.fraction)
    let all = sign == "-" ? zeros + written : written + zeros
    let point = sign == "-" ? plain.whole.count : plain.whole.count + size
    let mark = plain.isNegative ? "-" : ""
    self.init("\(mark)0\(all.prefix(point)).\(all.dropFirst(point))0")
  }

  /// The number times 10^`places`, rounded half-even; nil when it does not fit.
  func scaled(places: Int) -> (value: Int64, isExact: Bool)? {
    let kept = fraction.prefix(places)
    let dropped = fraction.dropFirst(places)
    let padding = String(repeating: "0", count: places - kept.count)
    guard var value = Int64("0" + whole + kept + padding) else { return nil }
    if let first = dropped.first {
      let isHalf = dropped == "5"
      if (isHalf && value % 2 == 1) || (!isHalf && first >= "5") {
        let (rounded, isTooLarge) = value.addingReportingOverflow(1)
        if isTooLarge { return nil }
        value = rounded
      }
    }
    return (isNegative ? -value : value, dropped.isEmpty)
  }

  var isZero: Bool { whole.isEmpty && fraction.isEmpty }

  /// The shortest way to write it.
  var text: String {
    let sign = isNegative && !isZero ? "-" : ""
    return sign + (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
