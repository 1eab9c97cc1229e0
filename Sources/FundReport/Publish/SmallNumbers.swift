/// Shares of few things are read as counts: "3 of 4" says more than 75 %, and moves less.
struct SmallNumbers {
  /// Below this denominator a share of counts has no percentage.
  var threshold: Int

  /// `3 of 4`; nil for shares of enough things, and for what is no share of counts.
  func text(numerator: Double?, denominator: Double?) -> String? {
    guard let numerator, let denominator, denominator > 0, denominator < Double(threshold),
      numerator == numerator.rounded(), denominator == denominator.rounded()
    else { return nil }
    return "\(Int(numerator)) of \(Int(denominator))"
  }

  /// The formula of a share whose parts stand in two cells.
  func formula(part: String, whole: String) -> String {
    "IF(\(whole)=0,\"\(Shorthand.notApplicable)\","
      + "IF(\(whole)<\(threshold),\(part)&\" of \"&\(whole),100*\(part)/\(whole)))"
  }
}
