/// Makes figures from measured rows: values, coverage, and the reason where there is none.
struct FigureComputation {
  var indicator: IndicatorDefinition
  /// Whether the unit of the measured columns is the cent.
  var isMoney: Bool
  var outOfIsMoney: Bool

  /// What was measured for one category.
  struct Inputs {
    var numerator: Measured
    var denominator: Measured?
    /// The part of the denominator where the answer is known; of a sum, the rows that must have a
    /// value.
    var covered: Measured?
    /// The denominator with unknown answers in it.
    var all: Measured?
  }

  func figure(_ inputs: Inputs, _ selection: IndicatorDefinition.Selection) -> Figure {
    var figure = Figure(indicator: indicator.code, unit: indicator.unit(of: selection))
    var numerator = value(of: inputs.numerator, selection.measure.value, isMoney: isMoney)
    if selection.outOf == nil, let covered = inputs.covered, covered.rows > 0, covered.filled == 0 {
      numerator = nil
    }
    figure.coverage = coverage(inputs, selection)
    guard let outOf = selection.outOf, let measured = inputs.denominator else {
      figure.value = numerator
      figure.reason = numerator == nil ? reason(for: inputs.numerator, selection.measure) : nil
      return figure
    }
    let denominator = value(of: measured, outOf.value, isMoney: outOfIsMoney)
    figure.numerator = numerator
    figure.denominator = denominator
    guard let numerator else {
      figure.reason = reason(for: inputs.numerator, selection.measure)
      return figure
    }
    guard let denominator else {
      figure.reason = reason(for: measured, outOf)
      return figure
    }
    guard denominator != 0 else {
      figure.reason = .noDenominator
      return figure
    }
    figure.value = percent(inputs.numerator, measured) ?? 100 * numerator / denominator
    return figure
  }

  /// Of the units themselves, counts or cents, so that equal parts are exactly 100; nil where the
  /// two are in different units.
  private func percent(_ part: Measured, _ whole: Measured) -> Double? {
    guard isMoney == outOfIsMoney, let part = part.value, let whole = whole.value else {
      return nil
    }
    return 100 * part / whole
  }

  /// A count, sum or distinct count over no rows is 0; a mean or median over nothing is none.
  private func value(
    of measured: Measured, _ value: IndicatorDefinition.Value, isMoney: Bool
  ) -> Double? {
    switch value {
    case .count, .distinct: return measured.value ?? 0
    case .sum where measured.rows == 0: return 0
    case .sum, .mean, .median: return measured.value.map { isMoney ? $0 / 100 : $0 }
    }
  }

  private func reason(for measured: Measured, _ measure: IndicatorDefinition.Measure)
    -> Figure.Reason
  {
    switch measure.value {
    case .mean, .median: .noDenominator
    case .count, .sum, .distinct: .noData
    }
  }

  /// Known of all where answers may be unknown; else, for money, rows with USD of all rows.
  private func coverage(_ inputs: Inputs, _ selection: IndicatorDefinition.Selection) -> Double? {
    let whole = inputs.covered == nil ? inputs.all : inputs.denominator
    if let outOf = selection.outOf, let all = whole,
      let known = inputs.covered ?? inputs.denominator
    {
      guard let part = value(of: known, outOf.value, isMoney: outOfIsMoney),
        let whole = value(of: all, outOf.value, isMoney: outOfIsMoney), whole != 0
      else { return nil }
      return min(100, max(0, percent(known, all) ?? 100 * part / whole))
    }
    let rows = selection.outOf == nil ? inputs.covered ?? inputs.numerator : inputs.numerator
    guard isMoney, rows.rows > 0 else { return nil }
    return 100 * Double(rows.filled) / Double(rows.rows)
  }
}
