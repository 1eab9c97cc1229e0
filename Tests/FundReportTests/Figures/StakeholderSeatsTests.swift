import Testing

/// GO-01, GO-03, GO-04, GO-09: who sits in the bodies of Joint Programmes on 31 December.
@Suite struct StakeholderSeatsTests {
  private static let header =
    "body_name,body_kind,body_function,stakeholder_type,seats,voting_seats,valid_from,valid_to"

  private func structures(_ lines: String...) -> [String: String] {
    ["structures": ([Self.header] + lines).joined(separator: "\n")]
  }

  /// JP-1 an NGO with a vote, JP-2 migrants without one, JP-3 the government alone, JP-4 an empty
  /// seat and a reference group, JP-5 nil, JP-6 silent on structures, JP-7 without a form, JP-8 closed.
  private func release() throws -> Release {
    let fund = try TinyFund()
    try fund.add("JP-2", conceptNoteOn: "2023-02-06")
    for code in ["JP-3", "JP-4", "JP-5", "JP-6", "JP-7"] { try fund.add(code) }
    try fund.add("JP-8", endOn: "2024-12-31")
    try fund.form(
      "JP-1",
      sheets: structures(
        "Board,STEERING_COMMITTEE,DECISION,NGO_N,1,1,,",
        "Board,STEERING_COMMITTEE,DECISION,GOV,3,3,,",
        "Desk,TWG,TECHNICAL,ACADEMIA,2,,,"))
    try fund.form(
      "JP-2",
      sheets: structures(
        "Board,STEERING_COMMITTEE,DECISION,MIGRANT,2,,,", "Team,MGMT_TEAM,MANAGEMENT,UN,2,2,,",
        "Forum,OTHER,ADVISORY,MIGRANT,1,1,,"))
    try fund.form("JP-3", sheets: structures("Board,STEERING_COMMITTEE,DECISION,GOV,3,3,,"))
    try fund.form(
      "JP-4",
      sheets: structures(
        "Board,STEERING_COMMITTEE,DECISION,DIASPORA,0,0,,", "Voices,CSRG,ADVISORY,NHRI,4,,,"))
    try fund.form("JP-5", answers: ["no_structures": "yes"])
    try fund.form("JP-6", answers: ["no_structures": "no"])
    try fund.form("JP-8", sheets: structures("Board,STEERING_COMMITTEE,DECISION,NGO_N,1,1,,"))
    return try fund.release()
  }

  @Test func `shares are of those that answered on structures, and silence is no answer`() throws {
    let release = try release()
    // Live: JP-1 to JP-7. Answered: JP-1 to JP-5. With a stakeholder seat: JP-1 and JP-2; the seat of
    // JP-4 is empty, and a human rights institution is no stakeholder group.
    #expect(
      try release.figure("GO-01")
        == Release.Figure(
          value: "40", numerator: "2", denominator: "5", coverage: "71.42857142857143"))
    // Migrants of JP-2 have no vote where it is decided.
    #expect(try release.figure("GO-03")?.numerator == "1")
    #expect(try release.value("GO-03") == "20")
    #expect(try release.value("GO-04") == "20")  // JP-4, whoever sits in it
    #expect(try release.value("GO-09") == "20")  // JP-2; the diaspora's seat of JP-4 is empty
  }

  @Test func `by function every share is of the whole, by rules of its own part`() throws {
    let release = try release()
    #expect(
      try release.parts("GO-01", by: "body_function")
        == ["DECISION": "2/5", "MANAGEMENT": "0/5", "ADVISORY": "1/5", "TECHNICAL": "1/5"])
    #expect(try release.parts("GO-01", by: "rule_cohort") == ["BEFORE": "1/4", "SINCE": "1/1"])
    // BEFORE: 4 of JP-1, JP-3 to JP-7 answered.
    #expect(
      try release.figure("GO-01", "rule_cohort", "BEFORE")?.coverage == "66.66666666666667")
  }

  @Test func `a body counts from its first to its last day, both included`() throws {
    let fund = try TinyFund()
    for code in ["JP-2", "JP-3", "JP-4"] { try fund.add(code) }
    let days = [
      "JP-1": "2025-12-31,2025-12-31", "JP-2": ",2025-12-30", "JP-3": "2026-01-01,", "JP-4": ",",
    ]
    for (code, days) in days {
      try fund.form(code, sheets: structures("Board,CSRG,DECISION,MLO,1,1,\(days)"))
    }
    let release = try fund.release()
    for indicator in ["GO-01", "GO-03", "GO-04", "GO-09"] {
      let figure = try release.figure(indicator)
      #expect("\(figure?.numerator ?? "")/\(figure?.denominator ?? "")" == "2/4", "\(indicator)")
    }
    #expect(try release.parts("GO-01", by: "body_function")["DECISION"] == "2/4")
  }

  @Test func `where nobody answered there is no share`() throws {
    let fund = try TinyFund()
    // More votes than seats: the only row is refused, and a nil answer beside it is ignored.
    try fund.form(
      answers: ["no_structures": "yes"], sheets: structures("Board,OTHER,DECISION,MLO,1,2,,"))
    #expect(
      try fund.release().figure("GO-01")
        == Release.Figure(
          value: "", numerator: "0", denominator: "0", coverage: "0", reason: "NO_DENOMINATOR"))
  }

  @Test func `last year's form says nothing of this year`() throws {
    let fund = try TinyFund()
    try fund.form(year: 2024, sheets: structures("Board,OTHER,DECISION,MLO,1,1,,"))
    #expect(try fund.release().figure("GO-01")?.denominator == "0")
  }
}
