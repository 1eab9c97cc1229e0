import Testing

/// Whatever one sender types, the others are consolidated and nothing is left unsaid.
@Suite struct OneBadFormTests {
  @Test func `a row with two mistakes is told both in one pass`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([("A-1", [:])]),
      transfers: Transfers.rows([("A-9", ["currency": ""])]))
    #expect(
      try fund.release().issues(of: "C-15") == [
        "error transfers.csv!A2 A-9", "error transfers.csv!D2 ",
      ])
  }

  @Test func `a file with a missing column and an unknown programme is told both`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([("A-1", ["start_on": "soon"])])
        .replacing("partner_name", with: "partner"))
    try fund.write(
      """
      field,value
      programme_code,JP-77
      reporting_year,2025
      version,1
      submitted_on,2026-02-01
      prepared_by,IOM
      """, to: "reports/2025/JP-1-IOM-v1/programme.csv")
    let release = try fund.release()
    #expect(try release.issues(of: "C-21") == ["error agreements.csv!A1 "])
    #expect(try release.issues(of: "C-16") == ["error programme.csv!B2 JP-77"])
    #expect(try release.issues(of: "C-15") == ["error agreements.csv!O2 soon"])
    let submission = try release.table("submissions").first
    #expect(submission?["state"] == "refused")
    #expect(submission?["programme"] == "JP-77")
    #expect(submission?["accepted"] == "0")
  }

  @Test func `texts, dates and names no workbook can hold stay with their row`() throws {
    let fund = try TinyFund()
    let long = String(repeating: "A", count: 1_000)
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", [:]), ("A-2", ["start_on": "0025-01-01"]),
        ("A-3", ["partner_name": String(repeating: "B", count: 40_000)]),
        (long, ["partner_name": "Gamma"]),
        ("A-4", ["partner_name": "Delta", "end_on": "9999-12-31"]),
      ]),
      transfers: Transfers.rows([(long + "X", [:])]))
    let release = try fund.release()
    #expect(try release.value("PA-01") == "3")
    #expect(try release.issues(of: "C-15").count == 3)
  }

  @Test func `a sheet with a header alone and no nil answer says nothing, and that is said`() throws
  {
    let fund = try TinyFund()
    try fund.form(answers: ["no_agreements": "yes"])
    #expect(try fund.release().issues(of: "FORM-01") == ["notice transfers.csv!A1 0 rows"])
  }

  @Test func `payments that may be the missing ones are not said to be missing`() throws {
    let fund = try TinyFund()
    try fund.form(
      year: 2024, agreements: Agreements.rows([("A-1", [:])]),
      transfers: Transfers.rows([
        ("A-1", ["paid_on": "2024-05-01"]), ("A-1", ["paid_on": "2024-06-01", "amount": "7"]),
      ]))
    try fund.form(
      agreements: Agreements.rows([("A-1", [:])]),
      transfers: Transfers.rows([("A-1", ["paid_on": "2024-13-01"])]))
    #expect(
      try fund.release().messages(of: "C-25") == [
        "the payment of USD 7 on 2024-06-01 under A-1 stood in last year's form "
          + "(reports/2024/JP-1-IOM-v1/transfers.csv › transfers.csv!A3) and is missing; add it "
          + "again, or say why"
      ])
  }
}
