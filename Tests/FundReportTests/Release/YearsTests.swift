import Foundation
import GRDB
import Testing

@testable import FundReport

/// Last year's release beside this year's.
@Suite struct YearsTests {
  /// Three programmes over two years.
  ///
  /// 2024: JP-1 reports two agreements, JP-2 one. 2025: JP-1 reports three, JP-2 nothing, JP-3,
  /// which was silent, two.
  private func fund() throws -> TinyFund {
    let fund = try TinyFund()
    try fund.add("JP-2")
    try fund.add("JP-3")
    let rows = { (count: Int, start: String) in
      Agreements.rows((1...count).map { ("A-\($0)", ["start_on": start, "signed_on": start]) })
    }
    try fund.form(year: 2024, agreements: rows(2, "2024-02-01"))
    try fund.form("JP-2", year: 2024, agreements: rows(1, "2024-02-01"))
    try fund.form(agreements: rows(3, "2024-02-01"))
    try fund.form("JP-3", agreements: rows(2, "2024-02-01"))
    return fund
  }

  private func series(_ release: Release, _ indicator: String, _ year: String) throws
    -> [String: String]
  {
    try #require(
      release.table("series").first {
        $0["indicator"] == indicator && $0["dimension"] == "" && $0["year"] == year
      })
  }

  private func likeForLike(_ release: Release, _ indicator: String) throws -> [Double?] {
    let store = try RunStore.openRelease(path: try Evidence.path(in: release.folder))
    let row = try store.read {
      try Row.fetchOne(
        $0, sql: "SELECT * FROM like_for_like WHERE indicator = ?", arguments: [indicator])
    }
    return row.map { [$0.number("units"), $0.number("last_value"), $0.number("value")] } ?? []
  }

  @Test func `a release of last year that is not what was released stops this year's`() throws {
    let fund = try fund()
    let last = try fund.release(2024)
    let evidence = try Evidence.path(in: last.folder)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: evidence)
    let handle = try #require(FileHandle(forWritingAtPath: evidence))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("more".utf8))
    try handle.close()
    #expect(throws: RunError.self) { try fund.release() }
    let run = try fund.program()
    #expect(run.code == 4)
    #expect(run.complaint.contains("last year's release"))
  }

  @Test func `without a release or a printed figure of last year there is nothing to compare`()
    throws
  {
    let release = try fund().release()
    #expect(try release.table("series").allSatisfy { $0["year"] == "2025" })
    #expect(try likeForLike(release, "PA-01") == [])
  }

  @Test func `the change over programmes that reported in both years leaves the others out`()
    throws
  {
    let fund = try fund()
    _ = try fund.release(2024)
    let release = try fund.release()
    // All: 3 in 2024, 5 in 2025. In both years only JP-1 reported: 2, then 3.
    #expect(try series(release, "PA-01", "2024")["revised"] == "3")
    #expect(try series(release, "PA-01", "2025")["revised"] == "5")
    #expect(try likeForLike(release, "PA-01") == [1, 2, 3])
    // A figure about things that belong to no programme has no such change.
    #expect(try likeForLike(release, "PF-05").isEmpty == false)
  }

  @Test func `a programme that got a new code is compared with itself`() throws {
    let fund = try TinyFund()
    try fund.form(year: 2024, agreements: Agreements.rows([("A-1", ["start_on": "2024-02-01"])]))
    _ = try fund.release(2024)
    try fund.register(
      "programmes",
      """
      programme_code,former_codes,title,scope,countries,thematic_area,concept_note_on,start_on,end_on
      JP-9,JP-1,One (fictional),COUNTRY,KEN,1,2022-05-01,2022-01-01,2026-12-31
      """)
    try fund.register("programme_punos", "programme_code,puno,role,from_on,to_on\nJP-9,IOM,LEAD,,")
    try fund.form("JP-9", agreements: Agreements.rows([("A-1", [:]), ("A-2", [:])]))
    let release = try fund.release()
    #expect(try likeForLike(release, "PA-01") == [1, 1, 2])
    let before = try release.table("series").first {
      $0["indicator"] == "PA-01" && $0["category"] == "JP-9" && $0["year"] == "2024"
    }
    #expect(before?["revised"] == "1")
  }

  @Test func `what an annual report printed stays beside what the release says now`() throws {
    let fund = try fund()
    try fund.register(
      "history",
      """
      indicator,dimension,category,year,value,numerator,denominator,source,comparable,note
      PA-01,,,2022,7,,,Annual report 2022,no,Counted ministries too
      PA-01,,,2023,2,,,Annual report 2023,yes,
      PA-01,,,2024,4,,,Annual report 2024,yes,
      """)
    _ = try fund.release(2024)
    let release = try fund.release()
    let printed = try series(release, "PA-01", "2024")
    #expect(printed["first_published"] == "4")
    #expect(printed["revised"] == "3")
    #expect(try series(release, "PA-01", "2022")["comparable"] == "no")
    let after = try series(release, "PA-01", "2023")
    #expect(after["comparable"] == "yes")
    #expect(after["break"] == "yes")
    #expect(try series(release, "PA-01", "2025")["break"] == "no")
  }

  @Test func `a changed definition breaks the series of the figures that rest on it only`() throws {
    let fund = try fund()
    try fund.copyPipeline()
    try fund.register(
      "results_framework",
      """
      rf_code,level,statement_en,indicator,unit,direction,baseline_year,baseline
      R1,OUTPUT,Broken,PA-05,percent,UP,2023,0
      R2,OUTPUT,As before,PA-01,agreements,UP,2023,0
      """)
    try fund.register("targets", "rf_code,year,value\nR1,2025,10\nR2,2025,1")
    _ = try fund.release(2024)
    // What counts as financial: also without an amount.
    try fund.edit(
      "2-models/agreement.sql", "f.financial AND coalesce(a.amount, 0) > 0",
      "f.financial")
    try fund.edit("2-models/agreement.sql", "-- Agreements\n", "-- Agreements\n-- New words.\n")
    let release = try fund.release()
    #expect(try series(release, "PA-05", "2024")["comparable"] == "no")
    #expect(try series(release, "PA-05", "2025")["break"] == "yes")
    #expect(try series(release, "PA-01", "2024")["comparable"] == "yes")
    #expect(try likeForLike(release, "PA-05") == [])
    #expect(
      try release.table("results_framework").map { $0["status"] } == [
        "NOT_COMPARABLE", "PROVISIONAL",
      ])
  }

  @Test func `a code that counts otherwise breaks the series too`() throws {
    let fund = try fund()
    _ = try fund.release(2024)
    let path = fund.folder + "/code-lists/stakeholder_types.csv"
    let list = try String(contentsOfFile: path, encoding: .utf8)
    let header = try #require(list.split(separator: "\n").first).split(separator: ",")
    let column = try #require(header.firstIndex(of: "non_governmental"))
    let changed = list.split(separator: "\n").map { line in
      var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if cells[0] == "ACADEMIA" { cells[column] = cells[column] == "yes" ? "no" : "yes" }
      return cells.joined(separator: ",")
    }
    try Data((changed.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
    let release = try fund.release()
    #expect(try series(release, "PA-01", "2024")["comparable"] == "no")
    #expect(try series(release, "TR-05", "2024")["comparable"] == "yes")
  }

  @Test func `less passed on since the start than last year is a warning`() throws {
    let fund = try TinyFund()
    let agreement = ["start_on": "2024-02-01", "signed_on": "2024-02-01"]
    try fund.form(
      year: 2024, agreements: Agreements.rows([("A-1", agreement)]),
      transfers: Transfers.rows([("A-1", ["paid_on": "2024-05-01", "amount": "300"])]))
    try fund.form(
      agreements: Agreements.rows([("A-1", agreement)]),
      transfers: Transfers.rows([("A-1", ["amount": "200"])]))
    _ = try fund.release(2024)
    let found = try fund.release().findings(in: "2025", of: "C-12")
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix("warning C-12 transfers.csv! | USD 200.00 | at least USD 300.00")
        == true)
  }

  @Test func `a programme is compared with itself a year ago, whatever else has its name`() throws {
    let fund = try TinyFund()
    try fund.add("KEN")  // as Kenya, where both programmes work
    let agreement = ["start_on": "2023-02-01", "signed_on": "2023-02-01"]
    // JP-1 had passed on 900, then 300 and 300; KEN 100 each time, all of it in 2023.
    for (year, amount) in [(2023, "900"), (2024, "300"), (2025, "300")] {
      for (code, paid) in [("JP-1", amount), ("KEN", "100")] {
        try fund.form(
          code, year: year, agreements: Agreements.rows([("A-1", agreement)]),
          transfers: Transfers.rows([("A-1", ["paid_on": "2023-05-01", "amount": paid])]))
      }
    }
    _ = try fund.release(2023)
    // In 2024 Kenya as a whole has less too, and nothing was passed on in that year.
    #expect(try fund.release(2024).issues(of: "C-12") == ["warning transfers.csv! USD 300.00"])
    #expect(try fund.release(2025).issues(of: "C-12") == [])
  }

  @Test func `a share of money outside 0 to 100 is printed and noticed`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([("A-1", [:]), ("A-2", ["level": "INTERNATIONAL"])]),
      transfers: Transfers.rows([("A-1", ["amount": "300"]), ("A-2", ["amount": "-100"])]))
    let release = try fund.release()
    // 300 of 200 went to local and national partners.
    #expect(try release.value("TR-07") == "150")
    let notices = try release.table("issues").filter { $0["rule"] == "C-23" }
    // TR-07 and TR-08, each as a whole and in Eastern Africa.
    #expect(notices.map { $0["found"] } == ["150", "150", "150", "150"])
    #expect(Set(notices.map { $0["severity"] }) == ["notice"])
  }

  @Test func `another share than of money may go beyond 100 without a notice`() throws {
    let fund = try TinyFund()
    try fund.register(
      "fund_events",
      "event,event_kind,held_on,submissions_received,submissions_posted\n"
        + "E-1,CONSULTATIVE_FORUM,2025-05-01,2,3")
    let release = try fund.release()
    #expect(try release.value("EV-08") == "150")
    #expect(try release.issues(of: "C-23") == [])
  }
}
