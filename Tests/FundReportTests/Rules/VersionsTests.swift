import FundReport
import Testing

/// Which version of a form counts at the cut-off (C-16, last clause), and conflicts (C-20).
@Suite struct VersionsTests {
  @Test func `a form dated after the cut-off waits, with a notice`() throws {
    let fund = try TinyFund()
    func send(_ version: Int, on day: String, rows: Int) throws {
      try fund.form(
        version: version, submittedOn: day,
        agreements: Agreements.rows((1...rows).map { ("A-\($0)", [:]) }))
    }
    try send(1, on: "2026-02-01", rows: 1)
    try send(2, on: "2026-03-01", rows: 2)
    try send(3, on: "2026-02-15", rows: 3)
    #expect(try fund.release(asOf: "2026-02-01").value("PA-01") == "1")
    #expect(try fund.release(asOf: "2026-02-14").value("PA-01") == "1")
    // The highest version counts, not the one dated last.
    #expect(try fund.release(asOf: "2026-02-28").value("PA-01") == "3")
    #expect(try fund.release(asOf: "2026-03-01").value("PA-01") == "3")
  }

  @Test func `the notice names the day on the form`() throws {
    let fund = try TinyFund()
    try fund.form(submittedOn: "2026-02-01", agreements: Agreements.rows([("A-1", [:])]))
    try fund.form(
      version: 2, submittedOn: "2026-03-02",
      agreements: Agreements.rows([("A-1", [:]), ("A-2", [:])]))
    let early = try fund.release(asOf: "2026-03-01")
    #expect(try early.value("PA-01") == "1")
    #expect(try early.issues(of: "C-16") == ["notice programme.csv!B5 2026-03-02"])
    #expect(
      try early.messages(of: "C-16") == [
        "the form is dated 2026-03-02, after the cut-off: it waits until then, or until the date is "
          + "corrected"
      ])
    let late = try fund.release(asOf: "2026-03-02")
    #expect(try late.value("PA-01") == "2")
    #expect(try late.issues(of: "C-16") == [])
  }

  @Test func `every organisation has versions of its own, in every year`() throws {
    let fund = try TinyFund()
    try fund.form(by: "IOM", version: 2, agreements: Agreements.rows([("A-1", [:])]))
    try fund.form(
      by: "ILO", version: 1,
      agreements: Agreements.rows([("A-2", ["puno": "ILO", "partner_name": "Beta"])]))
    try fund.form(
      year: 2024, by: "IOM", version: 7,
      agreements: Agreements.rows([("A-3", ["start_on": "2024-03-01"])]))
    #expect(try fund.release().value("PA-01") == "2")
  }

  @Test func `of two files with one version the first in path order counts, the other is refused`()
    throws
  {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A-1", [:]), ("A-2", [:])]), folder: "b")
    try fund.form(agreements: Agreements.rows([("A-1", [:])]), folder: "B")  // before b in bytes
    try fund.form(version: 2, agreements: Agreements.rows([("A-1", ["puno": "XX"])]), folder: "c/2")
    let first = try fund.release(asOf: "2026-11-21")
    #expect(try first.value("PA-01") == "0")  // version 2 counts, its only row is refused
    #expect(
      try first.issues.filter { $0.rule == "C-20" } == [
        Release.Issue(
          severity: "error", rule: "C-20", file: "reports/2025/b/programme.csv",
          sheet: "programme.csv", cell: "B4", found: "1")
      ])
    #expect(
      try first.messages(of: "C-20") == [
        "version 1 of JP-1 for 2025 by IOM also came as reports/2025/B, which counts; give the newer "
          + "one the next version number"
      ])
  }

  @Test func `a file that waits displaces none of the same version`() throws {
    let fund = try TinyFund()
    try fund.form(submittedOn: "2026-04-01", folder: "a")
    try fund.form(agreements: Agreements.rows([("A-1", [:])]), folder: "b")
    let release = try fund.release(asOf: "2026-03-01")
    #expect(try release.value("PA-01") == "1")
    #expect(try release.issues(of: "C-20") == [])
  }

  @Test func `the same bytes twice count once, without a finding`() throws {
    let fund = try TinyFund()
    for folder in ["first", "second"] {
      try fund.form(agreements: Agreements.rows([("A-1", [:])]), folder: folder)
    }
    let release = try fund.release()
    #expect(try release.value("PA-01") == "1")
    #expect(try release.issues(of: "C-20") == [])
    #expect(try release.table("submissions").map { $0["state"] } == ["counting", "copy"])
  }

  @Test func `a programme has one identity under its codes of all days`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2", formerCodes: "OLD-2")
    try fund.form("JP-2", agreements: Agreements.rows([("A-1", [:])]), folder: "a")
    try fund.form("old-2", agreements: Agreements.rows([("A-2", [:])]), folder: "b")
    let release = try fund.release()
    #expect(try release.value("PA-01") == "1")
    #expect(try release.issues(of: "C-20") == ["error programme.csv!B4 1"])
  }

  @Test func `nothing is released when an accepted file would give way to a new one`() throws {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A-1", [:])]), folder: "b")
    let before = try fund.run()
    try fund.form(agreements: Agreements.rows([("A-1", [:]), ("A-2", [:])]), folder: "a")
    #expect {
      try fund.run()
    } throws: { error in
      guard case RunError.refusedToRelease(let reasons, _) = error else { return false }
      return reasons == [
        "reports/2025/b: reports/2025/b counts in the release in force and would give way to another "
          + "file of the same version that comes before it; remove one of the two, or give the newer "
          + "one the next version number"
      ]
    }
    // A person decides: the newer one gets the next version number.
    try fund.form(
      version: 2, agreements: Agreements.rows([("A-1", [:]), ("A-2", [:])]), folder: "a")
    let after = try fund.release()
    #expect(try after.value("PA-01") == "2")
    #expect(try Release(folder: before.releaseFolder).value("PA-01") == "1")
  }

  @Test func `a refused later file blocks nothing`() throws {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A-1", [:])]), folder: "a")
    _ = try fund.run()
    try fund.form(agreements: Agreements.rows([("A-2", [:])]), folder: "b")
    #expect(
      try fund.run().newRefusals == [
        "reports/2025/b/programme.csv › programme.csv, row 4: version 1 of JP-1 for 2025 by IOM also "
          + "came as reports/2025/a, which counts; give the newer one the next version number"
      ])
    try fund.form("JP-1", by: "ILO", answers: ["no_agreements": "yes"], folder: "c")
    #expect(try fund.run().newRefusals == [])  // no longer new
  }

  @Test func `a file that leaves for another reason than its version gives way to nobody`() throws {
    let fund = try TinyFund()
    try fund.form(by: "IOM", agreements: Agreements.rows([("A-1", [:])]))
    try fund.form(by: "ILO", agreements: Agreements.rows([("A-2", ["puno": "ILO"])]))
    _ = try fund.run()
    // The register no longer knows ILO.
    try fund.register("programme_punos", "programme_code,puno,role\nJP-1,IOM,LEAD")
    let release = try fund.release()
    #expect(try release.issues(of: "C-16") == ["error programme.csv!B6 ILO"])
    #expect(try release.value("PA-01") == "1")
  }

  @Test func `of three files with one version the first counts`() throws {
    let fund = try TinyFund()
    for (rows, folder) in [(3, "c"), (2, "b"), (1, "a")] {
      try fund.form(
        agreements: Agreements.rows((1...rows).map { ("A-\($0)", [:]) }), folder: folder)
    }
    // With the same version, but of another programme, organisation or year.
    try fund.add("JP-2")
    try fund.form("JP-2", folder: "d")
    try fund.form(by: "ILO", folder: "e")
    try fund.form(year: 2024)
    let release = try fund.release()
    #expect(try release.value("PA-01") == "1")
    let files = try release.issues.filter { $0.rule == "C-20" }.map(\.file)
    #expect(files == ["reports/2025/b/programme.csv", "reports/2025/c/programme.csv"])
  }
}
