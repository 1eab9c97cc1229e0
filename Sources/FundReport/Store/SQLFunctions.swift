import GRDB
import Spreadsheet

/// The functions definitions may call beside SQLite's own.
enum SQLFunctions {
  /// - `fold(text)`: an organisation's name made comparable.
  /// - `code_key(text)`: a code or reference made comparable: ends trimmed, case folded.
  /// - `similarity(words, words)`: how alike two names are, 0 to 100, in any order of their words.
  /// - `usd(amount, rate)`: INTEGER cents of an amount in 1/10 000, rounded half-even;
  ///   the rate is an exact decimal TEXT. NULL when either is.
  /// - `days(date)`: number of a calendar day, so that differences count days.
  /// - `decimal_text(number, places)`: a plain decimal; as short as it is exact without places.
  /// - `cell(row, column)`: the reference A1 style, NULL when either is.
  static func add(to db: Database) {
    for function in [fold, codeKey, similarity, usd, days, decimalText, cell] {
      db.add(function: function)
    }
  }

  private static let decimalText = DatabaseFunction("decimal_text", argumentCount: 2, pure: true) {
    values in
    guard let number = Double.fromDatabaseValue(values[0]) else { return nil }
    guard let places = Int.fromDatabaseValue(values[1]) else {
      return DecimalText.shortest(number)
    }
    guard let decimal = DecimalNumber(DecimalText.shortest(number)),
      let scaled = decimal.scaled(places: places)
    else { return nil }
    return PlainAmount.text(scaled.value, places: places, keeping: places)
  }

  private static let cell = DatabaseFunction("cell", argumentCount: 2, pure: true) { values in
    guard let row = Int.fromDatabaseValue(values[0]), let column = Int.fromDatabaseValue(values[1])
    else { return nil }
    return CellReference(row: row, column: column).description
  }

  private static let fold = DatabaseFunction("fold", argumentCount: 1, pure: true) { values in
    String.fromDatabaseValue(values[0]).map(FoldedText.name)
  }

  private static let codeKey = DatabaseFunction("code_key", argumentCount: 1, pure: true) {
    values in
    String.fromDatabaseValue(values[0]).map(FoldedText.reference)
  }

  private static let similarity = DatabaseFunction("similarity", argumentCount: 2, pure: true) {
    values in
    guard let one = String.fromDatabaseValue(values[0]),
      let other = String.fromDatabaseValue(values[1])
    else { return nil }
    return NameSimilarity.score(one, other)
  }

  private static let usd = DatabaseFunction("usd", argumentCount: 2, pure: true) { values in
    guard let amount = Int64.fromDatabaseValue(values[0]),
      let rate = String.fromDatabaseValue(values[1])
    else { return nil }
    return try Money.cents(amount: amount, unitsPerUSD: rate)
  }

  private static let days = DatabaseFunction("days", argumentCount: 1, pure: true) { values in
    guard let text = String.fromDatabaseValue(values[0]) else { return nil }
    return CalendarDay(iso8601: text)?.daysSince1970
  }
}

/// Amounts in USD, in exact arithmetic.
enum Money {
  struct RateError: Error, CustomStringConvertible {
    var rate: String
    var description: String { "the exchange rate “\(rate)” is no positive decimal" }
  }

  /// Cents of an amount in 1/10 000 of a currency's unit, rounded half-even once.
  ///
  /// - Throws: ``RateError`` if the rate is not a positive plain decimal.
  static func cents(amount: Int64, unitsPerUSD rate: String) throws -> Int64 {
    guard let number = DecimalNumber(rate), !number.isNegative, !number.isZero,
      number.fraction.count <= 12, let scaled = number.scaled(places: number.fraction.count)
    else { throw RateError(rate: rate) }
    var power: Int128 = 1
    for _ in 0..<number.fraction.count { power *= 10 }
    // amount / 10 000 ÷ (scaled / power) × 100
    return try halfEven(Int128(amount) * power, Int128(scaled.value) * 100, rate)
  }

  private static func halfEven(_ dividend: Int128, _ divisor: Int128, _ rate: String) throws
    -> Int64
  {
    let magnitude = dividend.magnitude
    let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: divisor.magnitude)
    let twice = remainder * 2
    let isUp = twice > divisor.magnitude || (twice == divisor.magnitude && quotient % 2 == 1)
    guard let cents = Int64(exactly: quotient + (isUp ? 1 : 0)) else { throw RateError(rate: rate) }
    return dividend < 0 ? -cents : cents
  }
}
