import Foundation
import Testing

/// What the figures of a new year make of a programme that closed, and of who left or took over.
@Suite struct ChangingProgrammesTests {
  private static let since2024 = ["start_on": "2024-02-01", "signed_on": "2024-02-01"]

  @Test func `a closed programme is in no figure of the year, and stays in those since the start`()
    throws
  {
    let fund = try TinyFund()
    try fund.add("JP-2", endOn: "2024-12-31")
    try fund.form("JP-2", year: 2024, agreements: Agreements.rows([("A-1", Self.since2024)]))
    try fund.form(agreements: Agreements.rows([("B-1", ["partner_name": "Beta"])]))
    let release = try fund.release()
    #expect(try release.value("PA-01") == "1")
    #expect(try release.value("PA-02") == "2")
    // Of the one live programme, one reported; nobody waits for the other.
    #expect(try release.figure("RE-01")?.denominator == "1")
    #expect(try release.table("outstanding").isEmpty)
  }

  @Test func `what an organisation reported before it left is carried`() throws {
    let fund = try TinyFund()
    try fund.addPUNO("UNICEF", to: "JP-1", until: "2024-12-31")
    try fund.form(
      year: 2024, by: "UNICEF",
      agreements: Agreements.rows([
        ("U-1", Self.since2024.merging(["puno": "UNICEF"]) { $1 })
      ]))
    try fund.form(agreements: Agreements.rows([("B-1", ["partner_name": "Beta"])]))
    let release = try fund.release()
    #expect(try release.value("PA-02") == "2")
    #expect(try release.value("PA-02", "puno", "UNICEF") == "1")
  }

  @Test func `what an organisation reported for the year in which it left counts`() throws {
    let fund = try TinyFund()
    try fund.addPUNO("UNICEF", to: "JP-1", until: "2025-06-30")
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    try fund.form(
      by: "UNICEF",
      agreements: Agreements.rows([("U-1", ["puno": "UNICEF", "partner_name": "Beta"])]))
    let release = try fund.release()
    #expect(try release.breakdown("PA-01", by: "puno")["UNICEF"] == "1")
    #expect(try release.value("PA-01") == "2")
    // One live programme, whose lead reported: nobody waits for the one that left.
    #expect(try release.table("outstanding").isEmpty)
  }

  @Test func `a form under the code of yesterday stays the programme's when the code changes`()
    throws
  {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    #expect(try fund.release().breakdown("PA-01", by: "programme") == ["JP-1": "1"])
    try fund.register(
      "programmes",
      """
      programme_code,former_codes,title,scope,countries,thematic_area,concept_note_on,start_on,end_on
      JP-9,JP-1,One (fictional),COUNTRY,KEN,1,2022-05-01,2022-01-01,2026-12-31
      """)
    try fund.register("programme_punos", "programme_code,puno,role,from_on,to_on\nJP-9,IOM,LEAD,,")
    let release = try fund.release()
    #expect(try release.breakdown("PA-01", by: "programme") == ["JP-9": "1"])
    #expect(try release.figure("RE-01")?.denominator == "1")
    #expect(try release.table("outstanding").isEmpty)
    #expect(try release.issues.filter { $0.severity == "error" }.isEmpty)
  }

  @Test func `the form is awaited from who leads on the last day of the year`() throws {
    let fund = try TinyFund()
    try fund.register(
      "programme_punos",
      """
      programme_code,puno,role,from_on,to_on
      JP-1,IOM,LEAD,2022-01-01,2025-06-30
      JP-1,ILO,LEAD,2025-07-01,
      """)
    #expect(try fund.release(2024).table("outstanding").map { $0["lead"] } == ["IOM"])
    #expect(try fund.release(2025).table("outstanding").map { $0["lead"] } == ["ILO"])
  }
}
