import Foundation
import Testing

/// A release is whole, reproducible, and in force until another takes its place.
@Suite struct ReleaseTests {
  private func fund() throws -> TinyFund {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([("A-1", [:]), ("A-2", ["partner_name": "=1+1", "amount": "x"])]),
      transfers: Transfers.rows([("A-1", [:])]))
    return fund
  }

  @Test func `a file refused for the first time exits with 1, nothing new with 0`() throws {
    let fund = try fund()
    let first = try fund.program()
    #expect(first.code == 1)
    #expect(first.output.contains("findings: 1 error, 0 warnings, 0 notices"))
    let second = try fund.program("2026-11-22")
    #expect(second.code == 0)
    #expect(second.output.hasPrefix("2025: nothing new; release "))
    let stages = try Program(
      "run", "--data", fund.folder, "--output", fund.folder + "/output", "--period", "2025",
      "--as-of", "2026-11-23", "--timings"
    ).complaint
    #expect(stages.contains("inputs") && !stages.contains("ingest"))
  }

  @Test func `the same inputs make the same bytes, wherever and whenever`() throws {
    let fund = try fund()
    _ = try fund.program(environment: ["TZ": "UTC", "LC_ALL": "C"])
    let first = try digests(fund)
    try FileManager.default.removeItem(atPath: fund.folder + "/output")
    _ = try fund.program(
      "2027-03-01", environment: ["TZ": "Asia/Kathmandu", "LC_ALL": "de_DE.UTF-8"])
    #expect(try digests(fund) == first)
    #expect(first.count > 8)
  }

  @Test func `the release in force is a link, closed to others`() throws {
    let fund = try fund()
    _ = try fund.program()
    let manager = FileManager.default
    let link = try manager.destinationOfSymbolicLink(atPath: fund.folder + "/output/2025/current")
    #expect(link.hasPrefix("releases/"))
    let inside = fund.folder + "/output/2025/current/internal"
    let mode = { (path: String) in
      try manager.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(inside) == 0o750)
    #expect(try mode(inside + "/csv/indicators.csv") == 0o640)
    let names = try manager.contentsOfDirectory(atPath: fund.folder + "/output/2025")
    #expect(names.sorted() == ["current", "releases"])
  }

  @Test func `a changed, missing or added file is found out`() throws {
    let fund = try fund()
    _ = try fund.program()
    let release = fund.folder + "/output/2025/current"
    #expect(try Program("verify", release).code == 0)
    try Data("more".utf8).write(to: URL(fileURLWithPath: release + "/internal/csv/issues.csv"))
    try Data("more".utf8).write(to: URL(fileURLWithPath: release + "/internal/extra.txt"))
    try FileManager.default.removeItem(atPath: release + "/internal/csv/transfers.csv")
    let verified = try Program("verify", release)
    #expect(verified.code == 1)
    #expect(
      verified.output.replacing(release + "/internal/", with: "") == """
        csv/issues.csv: has other content than when it was released
        csv/transfers.csv: is missing
        extra.txt: does not belong to the release

        """)
  }

  @Test func `a form of tomorrow waits, and an earlier cut-off does not move the link`() throws {
    let fund = try fund()
    try fund.form(
      version: 2, submittedOn: "2026-05-01", agreements: Agreements.rows([("A-1", [:])]))
    let before = try fund.release(asOf: "2026-04-30")
    #expect(try before.issues(of: "C-16") == ["notice programme.csv!B5 2026-05-01"])
    #expect(try before.table("submissions").map { $0["state"] } == ["counting", "waiting"])
    let after = try fund.release(asOf: "2026-05-01")
    #expect(after.folder != before.folder)
    let past = try fund.program("2026-04-30")
    #expect(past.output.contains("the release in force is newer and stays"))
    let link = fund.folder + "/output/2025/current"
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: link)
    #expect(after.folder.hasSuffix(target))
  }

  @Test func `text of a submitter never becomes a formula`() throws {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A-1", ["partner_name": "=1+1"])]))
    let release = try fund.release()
    #expect(try release.table("agreements").first?["partner_name"] == "'=1+1")
  }

  private func digests(_ fund: TinyFund) throws -> [String: Data] {
    let folder = fund.folder + "/output/2025/current/"
    var contents: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      if let data = FileManager.default.contents(atPath: folder + path) { contents[path] = data }
    }
    return contents
  }
}
