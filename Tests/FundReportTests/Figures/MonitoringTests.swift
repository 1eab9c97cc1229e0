import Testing

/// AC-01 to AC-04: stakeholders in monitoring, feedback rounds, complaints and feedback mechanisms.
@Suite struct MonitoringTests {
  private static let header = "item,in_place,held_on,stakeholder_role,received,closed"

  private func items(_ lines: String...) -> [String: String] {
    ["accountability": ([Self.header] + lines).joined(separator: "\n")]
  }

  private func share(_ release: Release, _ indicator: String) throws -> String? {
    try release.figure(indicator).map { "\($0.numerator)/\($0.denominator)" }
  }

  @Test func `an item counts in place, in the year or undated, and with a part in it`() throws {
    let fund = try TinyFund()
    let cases = [
      "JP-1": "BASELINE,yes,2025-12-31,DESIGN,,", "JP-2": "FOCUS_GROUP,yes,,DATA_COLLECTION,,",
      "JP-3": "BASELINE,no,2025-05-01,DESIGN,,", "JP-4": "BASELINE,yes,2024-12-31,DESIGN,,",
      "JP-5": "BASELINE,yes,2025-05-01,RESPONDENT,,", "JP-6": "BASELINE,yes,2025-05-01,,,",
      "JP-7": "EVALUATION,yes,2025-05-01,DESIGN,,",
    ]
    for (code, line) in cases.sorted(by: { $0.key < $1.key }) {
      if code != "JP-1" { try fund.add(code) }
      try fund.form(code, sheets: items(line))
    }
    try fund.add("JP-8")
    try fund.form("JP-8", answers: ["no_accountability": "yes"])
    for code in ["JP-9", "JP-10"] { try fund.add(code) }
    try fund.form("JP-9")
    let release = try fund.release()
    // Answered: JP-1 to JP-8 of ten. JP-1 and JP-2 count.
    #expect(
      try release.figure("AC-01")
        == Release.Figure(value: "25", numerator: "2", denominator: "8", coverage: "80"))
    #expect(
      try release.parts("AC-01", by: "item") == [
        "BASELINE": "1/8", "ENDLINE": "0/8", "ASSESSMENT": "0/8", "KEY_INFORMANT": "0/8",
        "FOCUS_GROUP": "1/8", "LESSONS_LEARNED": "0/8", "WORKPLAN": "0/8",
      ])
  }

  @Test func `a feedback round has a day in the year`() throws {
    let fund = try TinyFund()
    let cases = [
      "JP-1": "FEEDBACK_ROUND,yes,2025-01-01,,,", "JP-2": "FEEDBACK_ROUND,yes,,,,",
      "JP-3": "FEEDBACK_ROUND,no,2025-01-01,,,", "JP-4": "FEEDBACK_ROUND,yes,2026-01-01,,,",
      "JP-5": "WORKPLAN,yes,2025-01-01,,,",
    ]
    for (code, line) in cases {
      if code != "JP-1" { try fund.add(code) }
      try fund.form(code, sheets: items(line))
    }
    #expect(try share(fund.release(), "AC-02") == "1/5")
  }

  @Test func `mechanisms in place, and cases over all rows on them`() throws {
    let fund = try TinyFund()
    for code in ["JP-2", "JP-3"] { try fund.add(code) }
    try fund.add("JP-4", endOn: "2024-12-31")
    try fund.form("JP-1", sheets: items("CFM,yes,2019-01-01,,10,9", "CFM,yes,,,5,"))
    try fund.form("JP-2", sheets: items("CFM,no,,,2,1", "FEEDBACK_ROUND,yes,2025-02-01,,50,50"))
    try fund.form("JP-3", sheets: items("WORKPLAN,yes,,NONE,,"))
    try fund.form("JP-4", sheets: items("CFM,yes,,,3,2"))
    let release = try fund.release()
    #expect(try share(release, "AC-03") == "1/3")
    // 9 + 1 + 2 of 10 + 5 + 2 + 3: a closed programme counts among cases.
    #expect(
      try release.figure("AC-04") == Release.Figure(value: "60", numerator: "12", denominator: "20")
    )
    for indicator in ["AC-03", "AC-04"] {
      let lines = try release.table("indicators").filter { $0["indicator"] == indicator }
      #expect(lines.count == 1, "the Fund's total only")
    }
  }

  @Test func `cases that nobody counted make no share, none received neither`() throws {
    let uncounted = try TinyFund()
    try uncounted.form(sheets: items("CFM,yes,,,,"))
    #expect(
      try uncounted.release().figure("AC-04")
        == Release.Figure(value: "", reason: "NO_DATA"))
    let none = try TinyFund()
    try none.form(sheets: items("CFM,yes,,,0,0"))
    #expect(
      try none.release().figure("AC-04")
        == Release.Figure(value: "", numerator: "0", denominator: "0", reason: "NO_DENOMINATOR"))
  }

  @Test func `a refused row is no answer, nor is a nil answer beside it`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2")
    try fund.form("JP-1", answers: ["no_accountability": "yes"], sheets: items("CFM,,,,,"))
    try fund.form("JP-2", sheets: items("CFM,yes,,,,"))
    #expect(
      try fund.release().figure("AC-03")
        == Release.Figure(value: "100", numerator: "1", denominator: "1", coverage: "50"))
  }

  @Test func `last year's form says nothing of this year`() throws {
    let fund = try TinyFund()
    try fund.form(
      year: 2024, sheets: items("CFM,yes,,,5,5", "BASELINE,yes,,DESIGN,,"))
    try fund.form(sheets: items("WORKPLAN,yes,,NONE,,"))
    let release = try fund.release()
    for code in ["AC-01", "AC-03"] { #expect(try share(release, code) == "0/1") }
    #expect(try share(release, "AC-04") == "0/0")
  }

  @Test func `of an item in two forms the lead's rows count`() throws {
    let fund = try TinyFund()  // IOM leads
    try fund.form(
      by: "ILO", sheets: items("CFM,yes,,,70,70", "BASELINE,yes,2025-01-01,DESIGN,,"))
    try fund.form(by: "IOM", sheets: items("CFM,yes,,,10,4", "CFM,yes,,,10,5"))
    let release = try fund.release()
    #expect(try share(release, "AC-04") == "9/20")
    #expect(try share(release, "AC-01") == "1/1")  // the baseline stands in ILO's form alone
  }

  @Test func `without a form of the lead the alphabetically first organisation's count`() throws {
    let fund = try TinyFund()
    try fund.addPUNO("FAO", to: "JP-1")
    try fund.form(by: "ILO", sheets: items("CFM,yes,,,70,70"))
    try fund.form(by: "FAO", sheets: items("CFM,no,,,10,4"))
    let release = try fund.release()
    #expect(try share(release, "AC-04") == "4/10")
    #expect(try share(release, "AC-03") == "0/1")
  }
}
