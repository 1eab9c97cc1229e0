import Spreadsheet

/// A number, or a name, as it stands in a sentence of one language.
struct SaidNumber: Hashable, Sendable {
  /// How a kind of number is shown.
  enum Form: Hashable, Sendable {
    /// A name, or a year: no separators.
    case plain
    /// Things and means of things: at most one decimal.
    case things
    /// With the sign and one decimal, as on the sheets.
    case percent
    /// As many decimals, always.
    case decimals(Int)

    /// Amounts in whole units of the currency.
    static let money = Form.decimals(0)

    fileprivate var decimals: Int {
      switch self {
      case .plain: 0
      case .things, .percent: 1
      case .decimals(let decimals): decimals
      }
    }
  }

  var text: String
  /// Whether the noun beside it is in the singular.
  var isSingular: Bool

  init(name: String) {
    text = name
    isSingular = true
  }

  init(_ number: Double, _ form: Form, in language: Language) {
    var digits = Digits(number.magnitude, decimals: form.decimals)
    if form == .things, digits.fraction == "0" { digits.fraction = "" }
    isSingular = language.isSingular(digits)
    let whole = form == .plain ? digits.whole : language.separated(digits.whole)
    let fraction = digits.fraction.isEmpty ? "" : language.decimalSign + digits.fraction
    // A minus sign is not broken off its number as a hyphen is.
    let isZero = digits.whole == "0" && digits.fraction.allSatisfy { $0 == "0" }
    let sign = number < 0 && !isZero ? "\u{2212}" : ""
    text = sign + whole + fraction + (form == .percent ? language.percentSign : "")
  }

  /// The decimal digits of a number, rounded as spreadsheet programs show it: halves go up.
  struct Digits {
    var whole: String
    var fraction: String

    init(_ magnitude: Double, decimals: Int) {
      let parts = DecimalText.shortest(magnitude).split(separator: ".")
      var digits = Array(parts[0].utf8)
      let given = parts.count > 1 ? Array(parts[1].utf8) : []
      let zero = UInt8(ascii: "0")
      for place in 0..<decimals { digits.append(place < given.count ? given[place] : zero) }
      if given.count > decimals, given[decimals] >= UInt8(ascii: "5") { Self.increment(&digits) }
      let text = String(decoding: digits, as: UTF8.self)
      whole = String(text.dropLast(decimals))
      fraction = String(text.suffix(decimals))
    }

    private static func increment(_ digits: inout [UInt8]) {
      for index in digits.indices.reversed() {
        if digits[index] != UInt8(ascii: "9") {
          digits[index] += 1
          return
        }
        digits[index] = UInt8(ascii: "0")
      }
      digits.insert(UInt8(ascii: "1"), at: 0)
    }
  }
}

extension Language {
  fileprivate var decimalSign: String { self == .english ? "." : "," }

  /// Kept beside its number by a space that does not break a line.
  fileprivate var percentSign: String {
    switch self {
    case .english: "%"
    case .french: "\u{202F}%"
    case .spanish: "\u{00A0}%"
    }
  }

  /// Digits in threes; in Spanish only from five digits on.
  fileprivate func separated(_ whole: String) -> String {
    guard self != .spanish || whole.count > 4 else { return whole }
    let separator = self == .english ? "," : "\u{202F}"
    var text = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { text += separator }
      text.append(digit)
    }
    return text
  }

  /// The plural rules of Unicode's CLDR for cardinal numbers, of which two forms are used here.
  fileprivate func isSingular(_ digits: SaidNumber.Digits) -> Bool {
    switch self {
    case .english: digits.whole == "1" && digits.fraction.isEmpty
    case .french: digits.whole == "0" || digits.whole == "1"
    case .spanish: digits.whole == "1" && digits.fraction.allSatisfy { $0 == "0" }
    }
  }
}
