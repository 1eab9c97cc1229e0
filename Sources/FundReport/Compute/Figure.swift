/// One number of the report: an indicator's total, or its value for a category.
struct Figure: Hashable, Sendable {
  /// Why a figure has no value.
  enum Reason: String, Sendable {
    case noDenominator = "NO_DENOMINATOR"
    case noData = "NO_DATA"
    case notReported = "NOT_REPORTED"
    /// Withheld from the public.
    case suppressed = "SUPPRESSED"
  }

  var indicator: String
  var unit: IndicatorDefinition.Unit
  /// The breakdown it stands in; nil for the total.
  var dimension: String?
  /// Empty for the total; several codes for a cross table.
  var categories: [String] = []
  /// In its unit: percent 0–100, USD with two decimals.
  var value: Double?
  var numerator: Double?
  var denominator: Double?
  /// Percent.
  var coverage: Double?
  var reason: Reason?
}
