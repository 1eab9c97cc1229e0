import Testing

/// C-01: live Joint Programmes that do not answer on agreements.
@Suite struct SilentProgrammeTests {
  @Test func `each silent live programme is one warning at its lead's form, without a cell`() throws
  {
    let fund = try TinyFund()
    for code in ["JP-2", "JP-3", "JP-4"] { try fund.add(code) }
    try fund.add("JP-5", endOn: "2024-12-31")
    try fund.form("JP-1", by: "ILO")
    try fund.form("JP-1", by: "IOM")
    try fund.form("JP-2", agreements: Agreements.rows([("A-1", ["amount": ""])]))
    try fund.form("JP-3", answers: ["no_agreements": "yes"])
    try fund.form("JP-4", year: 2024)  // not of this year
    let issues = try fund.release().issues.filter { $0.rule == "C-01" }
    let silent = "no accepted row and no nil answer"
    #expect(
      issues == [
        Release.Issue(
          severity: "warning", rule: "C-01", file: "", sheet: "", cell: "",
          found: "no accepted form"),
        Release.Issue(
          severity: "warning", rule: "C-01", file: "reports/2025/JP-1-IOM-v1/agreements.csv",
          sheet: "agreements.csv", cell: "", found: silent),
        Release.Issue(
          severity: "warning", rule: "C-01", file: "reports/2025/JP-2-IOM-v1/agreements.csv",
          sheet: "agreements.csv", cell: "", found: silent),
      ])
  }

  @Test func `the message says what to ask for`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2")
    try fund.form()
    let release = try fund.release()
    #expect(
      try release.messages(of: "C-01") == [
        "the programme JP-2 is live and no accepted form for the year has come; ask the lead "
          + "organisation for it",
        "the programme JP-1 sent a form, but neither an accepted agreement nor a nil answer; mend the "
          + "refused rows, or answer the nil question with yes",
      ])
    #expect(
      try release.table("issues").filter { $0["rule"] == "C-01" }.map { $0["programme"] }
        == ["JP-2", "JP-1"])
  }

  @Test func `the lead on 31 December is asked, else the last one`() throws {
    let fund = try TinyFund()
    try fund.register(
      "programme_punos",
      """
      programme_code,puno,role,from_on,to_on
      JP-1,ILO,LEAD,2022-01-01,2025-06-30
      JP-1,IOM,LEAD,2025-07-01,
      JP-1,FAO,PARTICIPATING,2022-01-01,
      """)
    for puno in ["FAO", "ILO", "IOM"] { try fund.form(by: puno) }
    let files = try fund.release().issues.filter { $0.rule == "C-01" }.map(\.file)
    #expect(files == ["reports/2025/JP-1-IOM-v1/agreements.csv"])
  }
}
