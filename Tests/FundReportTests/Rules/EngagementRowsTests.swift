import Testing

/// C-14, C-15 and C-19: what the cells of one row on engagement say of each other.
@Suite struct EngagementRowsTests {
  @Test func `asking people questions supports no collaboration`() throws {
    let fund = try TinyFund()
    try fund.form(
      sheets: Engagement.rows([
        ["engagement_level": "COLLABORATE", "mechanisms": "SURVEY;INTERVIEW"],
        ["engagement_level": "EMPOWER", "mechanisms": "written submission"],
        ["engagement_level": "COLLABORATE", "mechanisms": "SURVEY;MEETING"],
        ["engagement_level": "INVOLVE", "mechanisms": "SURVEY"],
      ]))
    let release = try fund.release()
    #expect(
      try release.issues(of: "C-14") == [
        "notice engagement.csv!C2 COLLABORATE", "notice engagement.csv!C3 EMPOWER",
      ])
    #expect(
      try release.messages(of: "C-14").first
        == "the level is “Collaboration”, and nothing supports it but SURVEY, INTERVIEW; add the "
        + "mechanism by which you collaborated, or correct the level")
    #expect(try release.value("EN-01") == "100")  // it counts all the same
  }

  @Test func `a row that contradicts itself is refused`() throws {
    let fund = try TinyFund()
    try fund.form(
      sheets: Engagement.rows([
        ["mechanisms": ""],
        ["mechanisms": "", "engagement_level": "NONE"],
        ["women": "3", "men": "2", "persons_total": "4"],
        ["persons_total": "4", "under_18": "3", "youth_18_24": "2"],
        ["women": "4", "under_18": "5"],
        ["women": "5", "under_18": "5", "persons_total": "5"],
        ["compensation_amount": "5"],
        ["women": "many"],
      ]))
    let release = try fund.release()
    let issues = try release.issues(of: "C-15")
    #expect(
      issues == [
        "error engagement.csv!E2 ", "error engagement.csv!K4 4", "error engagement.csv!K5 4",
        "error engagement.csv!K6 ", "error engagement.csv!O8 ", "error engagement.csv!H9 many",
      ])
    #expect(
      try release.messages(of: "C-15").prefix(4) == [
        "an engagement at the level of “Consultation” names no mechanism; say how it came about",
        "the total of persons is below its parts; correct one of them",
        "the total of persons is below its parts; correct one of them",
        "more persons are counted by age than as women, men and others, and there is no total; fill it "
          + "in, or correct the parts",
      ])
    #expect(try release.value("EN-11") == "5")
  }

  @Test func `a nil answer beside rows is ignored, whatever the sheet`() throws {
    let fund = try TinyFund()
    try fund.form(answers: ["no_engagement": "yes"], sheets: Engagement.rows([[:]]))
    let release = try fund.release()
    #expect(try release.issues(of: "C-15") == ["error programme.csv!B7 yes"])
    #expect(
      try release.messages(of: "C-15") == [
        "the form says there is no engagement and lists 1; the nil answer is ignored, correct it or "
          + "remove the rows"
      ])
    #expect(try release.value("EN-12") == "1")
  }

  @Test func `a compensation without a rate of the day, or with an old one, is named`() throws {
    let fund = try TinyFund()
    let paid = { (currency: String, day: String) in
      ["compensation_currency": currency, "compensation_amount": "5", "engaged_on": day]
    }
    try fund.form(
      sheets: Engagement.rows([
        paid("UGX", "2025-05"), paid("KES", "2025-03-04"), paid("KES", "2025-03-05"),
        paid("USD", "2025"),
      ]))
    let release = try fund.release()
    #expect(
      try release.issues(of: "C-19") == [
        "warning engagement.csv!O2 UGX", "notice engagement.csv!O4 KES",
      ])
    #expect(
      try release.messages(of: "C-19") == [
        "there is no rate of UGX on or before 2025-05-31: the compensation has no value in USD until "
          + "the register has one",
        "the newest rate of KES on 2025-03-05 is of 2025-01-01 and was used",
      ])
  }
}
