import Testing

/// CA-01 to CA-03: training of civil society, and Joint Programmes that build its capacity.
@Suite struct TrainingTests {
  private static let header =
    "event_ref,title,event_kind,started_on,stakeholder_type,capacity_kind,organisations,women,men,"
    + "other_or_undisclosed,persons_total"

  private func events(_ lines: String...) -> [String: String] {
    ["events": ([Self.header] + lines).joined(separator: "\n")]
  }

  @Test func `participations are the total given, else the parts, and the rest is of unknown sex`()
    throws
  {
    let fund = try TinyFund()
    try fund.add("JP-2", endOn: "2024-12-31")
    try fund.form(
      sheets: events(
        "T-1,One,TRAINING,2025-01-01,NGO_L,TECHNICAL,2,10,5,1,20",
        "T-1,One,TRAINING,2025-01-01,GOV,TECHNICAL,9,90,,,",
        "T-1,One,TRAINING,2025-01-01,COMMUNITY,TECHNICAL,,90,,,",
        "T-2,Two,TRAINING,2025-12-31,CBO,TECHNOLOGY,3,4,3,,",
        "T-3,Three,TRAINING,2025-05-01,MLO,,1,,,,8", "T-4,Four,TRAINING,2025-05-01,FBO,,,,,,",
        "T-5,Five,TRAINING,2024-12-31,NGO_L,TECHNICAL,9,90,,,",
        "T-6,Six,DIALOGUE,2025-05-01,NGO_L,TECHNICAL,9,90,,,"))
    // Counts take every accepted form, also of a closed programme.
    try fund.form("JP-2", sheets: events("T-1,One,TRAINING,2025-02-01,UNION,,9,90,,,"))
    try fund.form(
      "JP-2", by: "IOM", version: 2,
      sheets: events("T-1,One,TRAINING,2025-02-01,DIASPORA,,4,,,2,"))
    let release = try fund.release()
    // 20 + 7 + 8 + 2; unions are no civil society to the Fund, and version 1 does not count.
    #expect(try release.figure("CA-01") == Release.Figure(value: "37"))
    // U: 4 of the 20, and all of the 8.
    #expect(
      try release.breakdown("CA-01", by: "sex") == ["F": "14", "M": "8", "O": "3", "U": "12"])
    #expect(
      try release.breakdown("CA-01", by: "capacity_kind") == ["TECHNICAL": "20", "TECHNOLOGY": "7"])
    #expect(try release.value("CA-02") == "10")  // 2 + 3 + 1 + 4
    #expect(
      try release.breakdown("CA-02", by: "capacity_kind") == ["TECHNICAL": "2", "TECHNOLOGY": "3"])
  }

  @Test func `what last year's form announced is not reported for this year`() throws {
    let fund = try TinyFund()
    try fund.form(
      year: 2024, sheets: events("T-1,One,TRAINING,2025-01-01,NGO_L,TECHNICAL,2,10,,,"))
    try fund.form(answers: ["no_events": "yes"])
    let release = try fund.release()
    #expect(try release.value("CA-01") == "0")
    #expect(try release.value("CA-03") == "0")
  }

  @Test func `no training is 0, trainings without any number have no value`() throws {
    let none = try TinyFund()
    try none.form(answers: ["no_events": "yes"])
    #expect(try none.release().figure("CA-01") == Release.Figure(value: "0"))

    let uncounted = try TinyFund()
    try uncounted.form(sheets: events("T-1,One,TRAINING,2025-01-01,NGO_L,TECHNICAL,,,,,"))
    let release = try uncounted.release()
    for indicator in ["CA-01", "CA-02"] {
      #expect(
        try release.figure(indicator) == Release.Figure(value: "", reason: "NO_DATA"),
        "\(indicator)")
    }
    #expect(try release.breakdown("CA-01", by: "sex") == [:])
    let recalculated = try Witness(
      "recalculate.py", release.folder + "/internal/annual-report-2025.xlsx")
    #expect(recalculated.code == 0, "\(recalculated.lines)")
  }

  @Test func `of an event in two forms the lead's rows count, per stakeholder type`() throws {
    let fund = try TinyFund()  // IOM leads
    try fund.form(
      by: "ILO",
      sheets: events(
        "t-1 ,One,TRAINING,2025-01-01,NGO_L,TECHNICAL,7,70,,,",
        "T-1,One,TRAINING,2025-01-01,CBO,TECHNICAL,2,3,,,"))
    try fund.form(
      by: "IOM",
      sheets: events(
        "T-1,One,TRAINING,2025-01-01,NGO_L,TECHNICAL,1,10,,,",
        "T-1,One,TRAINING,2025-01-01,NGO_L,TECHNICAL,1,20,,,"))
    let release = try fund.release()
    #expect(try release.value("CA-01") == "33")  // 10 + 20 + 3
    #expect(try release.value("CA-02") == "4")
  }

  @Test func `a programme builds capacity by a training or by an agreement`() throws {
    let fund = try TinyFund()
    for code in ["JP-2", "JP-3", "JP-4", "JP-5"] { try fund.add(code) }
    try fund.add("JP-6", endOn: "2024-12-31")
    try fund.form("JP-1", sheets: events("T-1,One,TRAINING,2025-01-01,NGO_L,TECHNICAL,,,,,"))
    func agreement(_ answer: String, from day: String = "2025-02-01") -> String {
      Agreements.rows(
        [("A-1", ["capacity_building": answer, "start_on": day])], further: ["capacity_building"])
    }
    try fund.form("JP-2", agreements: agreement("yes"))
    try fund.form("JP-3", agreements: agreement("unknown"))
    // A training of the government, and an agreement of next year.
    try fund.form(
      "JP-4", agreements: agreement("yes", from: "2026-01-01"),
      sheets: events("T-1,One,TRAINING,2025-01-01,GOV,TECHNICAL,,9,,,"))
    try fund.form("JP-6", sheets: events("T-1,One,TRAINING,2025-01-01,NGO_L,TECHNICAL,,,,,"))
    let release = try fund.release()
    // Reported: JP-1 to JP-4 of five live ones. Builds: JP-1 and JP-2.
    #expect(
      try release.figure("CA-03")
        == Release.Figure(value: "50", numerator: "2", denominator: "4", coverage: "80"))
    // By kind only the training counts, of the same whole.
    #expect(try release.parts("CA-03", by: "capacity_kind") == ["TECHNICAL": "1/4"])
  }

  @Test func `awareness activities count once, by their reference`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2")
    let header = "event_ref,title,event_kind,started_on,stakeholder_type,audience,awareness_kind\n"
    try fund.form(
      "JP-1",
      sheets: [
        "events": header + """
          A-1,Week,AWARENESS,2025-03-01,NGO_L,PUBLIC,CULTURAL
          a-1,Week,AWARENESS,2025-03-01,MIGRANT,STAKEHOLDERS,CULTURAL
          A-2,Radio,AWARENESS,2025-06-01,MEDIA,PUBLIC,TRADITIONAL_MEDIA
          A-3,Leaflet,AWARENESS,2025-06-01,GOV,,
          A-4,Old,AWARENESS,2024-12-31,GOV,PUBLIC,MATERIALS
          A-5,Talk,DIALOGUE,2025-06-01,GOV,PUBLIC,BRIEFING
          """
      ])
    try fund.form(
      "JP-2",
      sheets: ["events": header + "A-1,Other,AWARENESS,2025-03-01,NGO_L,PUBLIC,BRIEFING"])
    let release = try fund.release()
    // and another A-1 of JP-2.
    #expect(try release.figure("CA-04") == Release.Figure(value: "4"))
    #expect(
      try release.breakdown("CA-04", by: "audience") == ["PUBLIC": "3", "STAKEHOLDERS": "1"])
    #expect(
      try release.breakdown("CA-04", by: "awareness_kind")
        == ["CULTURAL": "1", "TRADITIONAL_MEDIA": "1", "BRIEFING": "1"])
  }
}
