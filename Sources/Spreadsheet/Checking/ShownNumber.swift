/// What a number format shows of a number, as far as the rules need it.
struct ShownNumber: Hashable, Sendable {
  var code: String
  /// Decimals of positive numbers; those shown only when not zero (`#`) count too.
  private(set) var decimals = 0
  private(set) var separatesThousands = false
  private(set) var isPercent = false
  /// Signs around the number, such as ` pp`.
  private(set) var literal = ""
  /// Whether some number is not shown at all, as with `;;;`.
  private(set) var hides = false

  var isGeneral: Bool { code.lowercased() == "general" }
  var isText: Bool { code == "@" }
  /// Year, month and day as ISO 8601 has them; a time may follow.
  var isISODate: Bool {
    code.lowercased().filter { $0 != "\\" && $0 != "\"" }.hasPrefix("yyyy-mm-dd")
  }

  /// The format of a number that needs no definition (ECMA-376 part 1, 18.8.30).
  init(builtIn number: Int) {
    let codes = [
      1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
      14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 20: "h:mm",
      22: "m/d/yy h:mm", 37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)",
      40: "#,##0.00;(#,##0.00)", 45: "mm:ss", 49: "@",
    ]
    self.init(code: codes[number] ?? "General")
  }

  init(code: String) {
    self.code = code
    guard !isGeneral else { return }
    hides = code.hasPrefix(";") || code.hasSuffix(";;") || code == "\"\""
    var isAfterPoint = false
    var digitsSeen = false
    var rest = Substring(code)
    scan: while let sign = rest.popFirst() {
      switch sign {
      case ";": break scan
      case "\"":
        let quoted = rest.prefix { $0 != "\"" }
        literal += quoted
        rest = rest.dropFirst(quoted.count + 1)
      case "\\": if let next = rest.popFirst() { literal.append(next) }
      case "_", "*": rest = rest.dropFirst()
      case "[":
        let bracket = rest.prefix { $0 != "]" }
        // A currency stands between $ and the language: [$€-407].
        if bracket.hasPrefix("$") { literal += bracket.dropFirst().prefix { $0 != "-" } }
        rest = rest.dropFirst(bracket.count + 1)
      case "0", "#", "?":
        digitsSeen = true
        if isAfterPoint { decimals += 1 }
      case ".": isAfterPoint = digitsSeen || rest.first == "0"
      case ",": if rest.contains("0") || rest.contains("#") { separatesThousands = true }
      case "%":
        isPercent = true
        literal.append("%")
      case "$", "€", "£", "¥": literal.append(sign)
      default: break
      }
    }
  }

  /// About how many signs the number takes; none for a format that adapts to its column.
  func length(of number: Double) -> Int {
    guard !isGeneral, !isText, !code.contains("E+") else { return 0 }
    let shown = abs(isPercent ? number * 100 : number)
    guard shown < 1e15 else { return 0 }
    let whole = String(Int(shown)).utf8.count
    let fixed = decimals == 0 ? 0 : decimals + 1
    return (number < 0 ? 1 : 0) + whole + (separatesThousands ? (whole - 1) / 3 : 0) + fixed
      + literal.count
  }

  /// Whether digits of the number are not shown.
  func rounds(_ number: Double) -> Bool {
    guard !isGeneral, !isText else { return false }
    var scaled = abs(isPercent ? number * 100 : number)
    for _ in 0..<min(decimals, 9) { scaled *= 10 }
    return abs(scaled - scaled.rounded()) > 1e-6 * max(1, scaled)
  }
}
