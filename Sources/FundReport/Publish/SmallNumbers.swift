/// Shares of few things are read as counts: "3 of 4" says more than 75 %, and moves less.
struct SmallNumbers: Hashable {
  /// Below this denominator a share of counts has no percentage.
  var threshold: Int

  /// `3 of 4`; nil for shares of enough things, and for what is no share of counts.
  func text(numerator: Double?, denominator: Double?) -> String? {
    guard let denominator, denominator < Double(threshold) else { return nil }
    return counts(numerator, denominator)
  }

  /// The same for a share of somewhat more, which has a percentage, too: up to twice as many.
  func textBesideShare(numerator: Double?, denominator: Double?) -> String? {
    guard let denominator, denominator >= Double(threshold), denominator < Double(2 * threshold)
    else { return nil }
    return counts(numerator, denominator)
  }

  private func counts(_ numerator: Double?, _ denominator: Double) -> String? {
    guard let numerator, denominator > 0, numerator == numerator.rounded(),
      denominator == denominator.rounded()
    else { return nil }
    return "\(Int(numerator)) of \(Int(denominator))"
  }

  /// The formula of a share whose parts stand in two cells.
  func formula(part: String, whole: String) -> String {
    "IF(\(whole)=0,\"\(Shorthand.notApplicable)\","
      + "IF(\(whole)<\(threshold),\(part)&\" of \"&\(whole),100*\(part)/\(whole)))"
  }
}
