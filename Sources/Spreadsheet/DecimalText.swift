/// Numbers as plain decimal text.
public enum DecimalText {
  /// The shortest decimal that reads back as the same number, without an exponent.
  ///
  /// For example `1234.1`, `123456789012345` and `0.00001`. Both zeros are `0`. A number that is
  /// not finite has no decimal; it gives `nan`, `inf` or `-inf`.
  public static func shortest(_ number: Double) -> String {
    guard number.isFinite else { return "\(number)" }
    guard number != 0 else { return "0" }
    // Swift prints the shortest digits that read back, in the same way in every locale.
    let parts = "\(number.magnitude)".split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let whole = String(mantissa[0])
    var digits = whole + (mantissa.count > 1 ? String(mantissa[1]) : "")
    var point = whole.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)

    if point <= 0 {
      digits = String(repeating: "0", count: 1 - point) + digits
      point = 1
    } else if point > digits.count {
      digits += String(repeating: "0", count: point - digits.count)
    }
    let integer = digits.prefix(point)
    var fraction = digits.dropFirst(point)
    while fraction.last == "0" { fraction.removeLast() }
    let sign = number < 0 ? "-" : ""
    return fraction.isEmpty ? "\(sign)\(integer)" : "\(sign)\(integer).\(fraction)"
  }
}
