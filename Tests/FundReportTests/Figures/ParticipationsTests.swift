import Testing

/// EN-11 and EN-12: who took part how often, and by which mechanisms.
@Suite struct ParticipationsTests {
  @Test func `the head-count is the total where given, else the sum of its parts`() throws {
    let fund = try TinyFund()
    try fund.form(
      sheets: Engagement.rows([
        ["engaged_on": "2024-12", "women": "100"],
        ["phase": "EVALUATION"],  // counts nobody
        ["women": "3", "men": "2", "other_or_undisclosed": "1"],
        [
          "phase": "MONITORING", "stakeholder_type": "COMMUNITY", "women": "3",
          "persons_total": "10", "under_18": "4", "youth_18_24": "1",
        ],
        [
          "phase": "CONCEPT", "stakeholder_type": "CBO", "persons_total": "64",
          "engaged_on": "2025",
        ],
      ]))
    let release = try fund.release()
    #expect(try release.figure("EN-11") == Release.Figure(value: "80"))  // 6 + 10 + 64
    let figures: [String: [String: String]] = [
      "sex": ["F": "6", "M": "2", "O": "1", "U": "71"],  // of unknown sex: 7 + 64
      "age": ["UNDER_18": "4", "18_24": "1", "OTHER": "75"],  // 6 + 5 + 64
      "stakeholder_type": ["MIGRANT": "6", "COMMUNITY": "10", "CBO": "64"],
      "phase": [
        "CONCEPT": "64", "DEVELOPMENT": "0", "IMPLEMENTATION": "6", "MONITORING": "10",
        "REPORTING": "0", "EVALUATION": "0",
      ],
    ]
    for (dimension, expected) in figures {
      #expect(try release.breakdown("EN-11", by: dimension) == expected)
    }
    // A row per engagement and sex with anybody in it: 1 of 2024, then 3, 2 and 1.
    #expect(try AnalystWorkbook(release).lines("Data Engagement by sex").count == 7)
  }

  @Test func `an engagement counts once, and once under each of its mechanisms`() throws {
    let fund = try TinyFund()
    try fund.form(
      sheets: Engagement.rows([
        ["engaged_on": "2024"],
        ["engagement_level": "NONE", "medium": "ONLINE"],
        [
          "engagement_level": "INFORM", "mechanisms": "survey; Interviews;SURVEY",
          "medium": "ONLINE",
        ],
        ["mechanisms": "SURVEY", "medium": ""],
      ]))
    let release = try fund.release()
    #expect(try release.figure("EN-12") == Release.Figure(value: "2"))
    #expect(
      try release.breakdown("EN-12", by: "mechanism") == ["SURVEY": "2", "INTERVIEW": "1"])
    #expect(try release.breakdown("EN-12", by: "medium") == ["ONLINE": "1"])
  }

  @Test func `rows have no identity: the same row in two forms counts twice`() throws {
    let fund = try TinyFund()
    for puno in ["IOM", "ILO"] {
      try fund.form(by: puno, sheets: Engagement.rows([["persons_total": "5"]]))
    }
    // Of a programme that has ended too, but not from a form for another year.
    try fund.add("JP-2", endOn: "2024-12-31")
    try fund.form("JP-2", sheets: Engagement.rows([["persons_total": "40"]]))
    try fund.add("JP-3")
    try fund.form("JP-3", year: 2024, sheets: Engagement.rows([["persons_total": "300"]]))
    let release = try fund.release()
    #expect(try release.value("EN-11") == "50")
    #expect(try release.value("EN-12") == "3")
  }

  @Test func `without engagement both are 0`() throws {
    let fund = try TinyFund()
    try fund.form(answers: ["no_engagement": "yes"])
    let release = try fund.release()
    #expect(try release.figure("EN-11") == Release.Figure(value: "0"))
    #expect(try release.figure("EN-12") == Release.Figure(value: "0"))
  }
}
