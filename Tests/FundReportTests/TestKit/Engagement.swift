/// A line of the sheet Engagement: migrants consulted in a meeting in June 2025 unless told
/// otherwise.
enum Engagement {
  static let fields = [
    "phase", "stakeholder_type", "engagement_level", "engaged_on", "mechanisms", "modes", "medium",
    "women", "men", "other_or_undisclosed", "persons_total", "under_18", "youth_18_24",
    "compensated", "compensation_currency", "compensation_amount", "justification", "evidence",
  ]
  private static let usual = [
    "phase": "IMPLEMENTATION", "stakeholder_type": "MIGRANT", "engagement_level": "CONSULT",
    "engaged_on": "2025-06-01", "mechanisms": "MEETING",
  ]

  /// The sheet for `TinyFund.form`; each row changes what it names of the usual one, `""` empties a
  /// cell.
  static func rows(_ rows: [[String: String]]) -> [String: String] {
    let lines = rows.map { changes in
      fields.map { changes[$0] ?? usual[$0] ?? "" }.joined(separator: ",")
    }
    return ["engagement": ([fields.joined(separator: ",")] + lines).joined(separator: "\n")]
  }

  /// The same, each row by stakeholder type, level and date.
  static func rows(_ rows: [(type: String, level: String, on: String)]) -> [String: String] {
    self.rows(
      rows.map {
        ["stakeholder_type": $0.type, "engagement_level": $0.level, "engaged_on": $0.on]
      })
  }
}
