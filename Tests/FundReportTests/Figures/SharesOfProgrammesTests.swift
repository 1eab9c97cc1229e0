import Testing

/// What all shares of Joint Programmes have in common.
@Suite struct SharesOfProgrammesTests {
  /// Three programmes alike: JP-1 reports everything that shares ask for, JP-2 is live and silent,
  /// JP-3 reports the same as JP-1 and has ended.
  private func release() throws -> Release {
    let fund = try TinyFund()
    let live = "2022-01-01,2026-12-31"
    let ended = "2022-01-01,2024-12-31"
    try fund.register(
      "programmes",
      """
      programme_code,title,scope,countries,thematic_area,concept_note_on,phases_reached,start_on,\
      end_on,gender_marker,human_rights_marker,child_marker
      JP-1,One,COUNTRY,KEN,1,2023-03-15,CONCEPT,\(live),2,B,B
      JP-2,Two,COUNTRY,KEN,1,2023-03-15,CONCEPT,\(live),,,
      JP-3,Three,COUNTRY,KEN,1,2023-03-15,CONCEPT,\(ended),2,B,B
      """)
    try fund.register(
      "programme_punos", "programme_code,puno,role\nJP-1,IOM,LEAD\nJP-2,IOM,LEAD\nJP-3,IOM,LEAD")
    try fund.register("due_dates", "year,due_on\n2025,2026-02-05")
    try fund.register(
      "endorsements",
      "programme_code,country,authority,endorsed_on\nJP-1,KEN,State,2024-01-01\n"
        + "JP-3,KEN,State,2024-01-01")
    try fund.register(
      "assessments",
      "programme_code,item,answer,assessed_on\nJP-1,STAKEHOLDER_MAPPING,yes,2024-01-01\n"
        + "JP-3,STAKEHOLDER_MAPPING,yes,2024-01-01")
    try report("JP-1", of: fund, on: "2026-02-01")
    try report("JP-3", of: fund, on: "2026-01-01")
    return try fund.release()
  }

  private func report(_ programme: String, of fund: TinyFund, on day: String) throws {
    let early = ["phase": "CONCEPT", "engaged_on": "2022"]
    var sheets = Engagement.rows([
      early, early.merging(["stakeholder_type": "COMMUNITY"]) { $1 },
      early.merging(["stakeholder_type": "CBO"]) { $1 },
      [
        "engagement_level": "COLLABORATE", "modes": "CO_DESIGN;CO_DELIVERY;PARTICIPATORY_DIALOGUE",
        "evidence": "Minutes", "compensated": "yes",
      ],
      ["stakeholder_type": "COMMUNITY"],
    ])
    sheets["structures"] = """
      body_name,body_kind,body_function,stakeholder_type,seats,voting_seats
      Board,CSRG,DECISION,MLO,1,1
      """
    sheets["events"] = """
      event_ref,title,event_kind,capacity_kind,started_on,stakeholder_type,persons_total
      E-1,Course,TRAINING,TECHNICAL,2025-05-01,CBO,9
      """
    sheets["accountability"] = """
      item,in_place,held_on,stakeholder_role
      BASELINE,yes,2025-05-01,DESIGN
      FEEDBACK_ROUND,yes,2025-05-01,
      CFM,yes,,
      """
    sheets["narrative"] = "kind,text\nKEY_PARTNERSHIP,\(String(repeating: "a", count: 40))"
    try fund.form(
      programme, submittedOn: day, answers: ["transparency": "yes", "civic_space_activity": "yes"],
      agreements: Agreements.rows([("A-1", [:])]), sheets: sheets)
  }

  @Test func `an ended programme is in no share, a silent one in the coverage only`() throws {
    let release = try release()
    for code in [
      "AC-01", "AC-02", "AC-03", "CA-03", "EN-01", "EN-02", "EN-05", "EN-06", "EN-07", "EN-08",
      "EN-09", "EN-14", "GO-01", "GO-03", "GO-04", "GO-09", "PA-04", "PA-04c", "PF-01", "PF-02",
      "PF-03",
    ] {
      #expect(
        try release.figure(code)
          == Release.Figure(value: "100", numerator: "1", denominator: "1", coverage: "50"),
        "\(code)")
    }
  }

  @Test func `shares of all live programmes take silence for a no`() throws {
    let release = try release()
    for code in ["GO-05", "PA-04b", "PF-06", "RE-01", "RE-02"] {
      #expect(
        try release.figure(code)
          == Release.Figure(value: "50", numerator: "1", denominator: "2", coverage: "100"),
        "\(code)")
    }
    #expect(
      try release.figure("PF-06", "item", "STAKEHOLDER_MAPPING")
        == Release.Figure(value: "50", numerator: "1", denominator: "2", coverage: "100"))
  }

  @Test func `it is the same in breakdowns`() throws {
    let release = try release()
    for (code, dimension, category) in [
      ("AC-01", "item", "BASELINE"), ("CA-03", "capacity_kind", "TECHNICAL"),
      ("EN-01", "thematic_area", "1"), ("EN-01", "rule_cohort", "SINCE"),
      ("EN-02", "stakeholder_type", "MIGRANT"), ("EN-04", "phase", "CONCEPT"),
      ("EN-06", "thematic_area", "1"), ("EN-07", "thematic_area", "1"),
      ("EN-08", "thematic_area", "1"), ("EN-09", "thematic_area", "1"),
      ("EN-13", "principle", "TRANSPARENCY"), ("GO-01", "body_function", "DECISION"),
      ("PA-04", "sub_region", "014"), ("PA-04c", "thematic_area", "1"),
      ("RE-04", "item", "KEY_PARTNERSHIP"),
    ] {
      #expect(
        try release.figure(code, dimension, category)
          == Release.Figure(value: "100", numerator: "1", denominator: "1", coverage: "50"),
        "\(code) by \(dimension)")
    }
  }

  @Test func `means and medians are over those that answered`() throws {
    let release = try release()
    #expect(try release.value("EN-04") == "100")
    #expect(try release.value("EN-13") == "1")
    #expect(try release.value("PA-09") == "1")
    #expect(try release.value("PA-10") == "1")
    #expect(try release.value("RE-03") == "-4")
    #expect(try release.value("RE-04") == "50")  // a key partnership, and an answer on agreements
  }
}
