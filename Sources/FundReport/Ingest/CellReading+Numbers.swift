import Spreadsheet

extension CellReading {
  private func number(_ value: CellValue, _ source: SourceDefinition) -> DecimalNumber? {
    switch value {
    case .number(let number): DecimalNumber(DecimalText.shortest(number))
    case .text(let text) where source.allowsExponents: DecimalNumber(withExponent: text.trimmed)
    case .text(let text): DecimalNumber(text.trimmed)
    default: nil
    }
  }

  private func notANumber(_ value: CellValue) -> Outcome {
    .wrong(expected: .number, .notANumber, ["text": .text(CellText.quoted(value))])
  }

  /// The sums of all files, of amounts in 1/10 000 and of USD in cents, must fit 64 bits.
  fileprivate static let largestAmount: UInt64 = 1_000_000_000_000
  private static let largestCount: UInt64 = 1_000_000_000

  func scaled(_ value: CellValue, _ source: SourceDefinition, places: Int) -> Outcome {
    if let plain = Self.plainlyScaled(value, places: places) {
      return Outcome(value: .integer(plain))
    }
    guard let number = number(value, source) else { return notANumber(value) }
    guard let scaled = number.scaled(places: places),
      scaled.value.magnitude <= Self.largestAmount * (places == 4 ? 10_000 : 100)
    else {
      return .wrong(
        expected: .smallerNumber, .tooLarge, ["number": .text(CellText.quoted(value))])
    }
    guard !scaled.isExact else { return Outcome(value: .integer(scaled.value)) }
    let allowed = ["places": Wording.Value.text(places)]
    return Outcome(
      value: .integer(scaled.value),
      problem: (.rounded, Wording(.decimals, allowed), Wording(.rounded, allowed)))
  }

  /// The same for a number that has no more places, and at most 15 digits: no other decimal of so
  /// few is written as that number, so that it need not be spelt out to be read.
  private static func plainlyScaled(_ value: CellValue, places: Int) -> Int64? {
    guard case .number(let number) = value else { return nil }
    let factor =
      switch places {
      case 4: 10_000.0
      case 2: 100.0
      default: 1.0
      }
    let scaled = (number * factor).rounded()
    guard scaled.magnitude < 1e15, scaled / factor == number,
      scaled.magnitude <= Double(largestAmount) * factor
    else { return nil }
    return Int64(scaled)
  }

  func whole(
    _ value: CellValue, _ field: SourceDefinition.Field, _ source: SourceDefinition
  ) -> Outcome {
    guard let count = Self.plainlyScaled(value, places: 0) ?? exactWhole(value, source) else {
      return .wrong(expected: .wholeNumber, .notWhole, ["text": .text(CellText.quoted(value))])
    }
    guard count.magnitude <= Self.largestCount else {
      return .wrong(
        expected: .smallerCount, .tooMany, ["number": .text(CellText.quoted(value))])
    }
    if let minimum = field.minimum, count < minimum {
      return .wrong(
        .tooSmall, expected: .atLeast, .tooSmall,
        ["number": .text(count), "minimum": .text(minimum)])
    }
    return Outcome(value: .integer(count))
  }

  private func exactWhole(_ value: CellValue, _ source: SourceDefinition) -> Int64? {
    guard let scaled = number(value, source)?.scaled(places: 0), scaled.isExact else { return nil }
    return scaled.value
  }

  func decimal(_ value: CellValue, _ source: SourceDefinition) -> Outcome {
    guard let number = number(value, source) else { return notANumber(value) }
    return Outcome(value: .text(number.text))
  }
}

extension FieldType {
  /// What the amounts of one column may add up to: ten times the largest of them, as landed.
  var largestTotal: UInt64? {
    switch self {
    case .amount: CellReading.largestAmount * 10 * 10_000
    case .money: CellReading.largestAmount * 10 * 100
    default: nil
    }
  }
}

extension CellReading.Outcome {
  static func tooLargeTotal(_ value: CellValue?) -> Self {
    .wrong(
      expected: .smallerTotal, .tooLargeTotal, ["number": .text(CellText.quoted(value))])
  }
}
