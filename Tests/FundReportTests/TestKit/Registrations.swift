/// Lines of the register of registrations: a participant who attended unless told otherwise.
enum Registrations {
  static let fields = [
    "event", "person", "consent_scope", "stakeholder_type", "country", "sex", "age_group",
    "migrant_led", "ecosoc", "role", "eligible_entity", "authorised", "has_expertise", "attended",
  ]
  private static let usual = [
    "event": "E1", "consent_scope": "STATISTICS", "role": "PARTICIPANT", "attended": "yes",
  ]

  /// Rows by person; each changes what it names of the usual row.
  static func rows(_ rows: [(person: String, changes: [String: String])]) -> String {
    ([fields.joined(separator: ",")]
      + rows.map { person, changes in
        fields.map { field in
          field == "person" ? person : changes[field] ?? usual[field] ?? ""
        }.joined(separator: ",")
      }).joined(separator: "\n")
  }
}

extension TinyFund {
  /// Registrations for `E1` and `E2` of 2025 and `E0` of 2024.
  func registrations(_ rows: [(person: String, changes: [String: String])]) throws {
    try register(
      "fund_events",
      """
      event,title,event_kind,held_on
      E0,Earlier,BRIEFING,2024-12-31
      E1,First,CONSULTATIVE_FORUM,2025-01-01
      E2,Second,BRIEFING,2025-12-31
      """)
    try register("registrations", Registrations.rows(rows))
  }
}
