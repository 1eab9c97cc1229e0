import Foundation
import FundReport
import Testing

/// When a run makes a release, which one is in force, and what it leaves when it fails.
@Suite struct WhenReleasesAppearTests {
  private func fund() throws -> TinyFund {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([("A-1", [:])]), transfers: Transfers.rows([("A-1", [:])]))
    return fund
  }

  private func inForce(_ fund: TinyFund) throws -> String {
    try FileManager.default.destinationOfSymbolicLink(atPath: fund.folder + "/output/2025/current")
  }

  private func releases(_ fund: TinyFund) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: fund.folder + "/output/2025/releases").count
  }

  @Test func `a mistake in a definition leaves the old release in force and nothing beside it`()
    throws
  {
    let fund = try fund()
    try fund.copyPipeline()
    #expect(try fund.program().code == 0)
    let before = try inForce(fund)
    try fund.edit("4-indicators/partnerships/PA-05.yml", "in_year", "in_yaer")
    let failed = try fund.program()
    #expect(failed.code == 2)
    #expect(try inForce(fund) == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: fund.folder + "/output/2025")
    #expect(names.sorted() == ["current", "releases"])
    #expect(try releases(fund) == 1)
  }

  @Test func `a failure while data are computed leaves the old release and no staging`() throws {
    let fund = try fund()
    try fund.copyPipeline()
    #expect(try fund.program().code == 0)
    let before = try inForce(fund)
    // A key that is none shows only with data: every row has the same.
    try fund.write(
      "-- Probe\n-- key: one\n-- columns:\n--   one  integer  One: always\n"
        + "SELECT 1 AS one FROM list_levels\n", to: "pipeline/2-models/probe.sql")
    let failed = try fund.program()
    #expect(failed.code == 2)
    #expect(failed.complaint.contains("2-models/probe.sql: "))
    #expect(try inForce(fund) == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: fund.folder + "/output/2025")
    #expect(names.sorted() == ["current", "releases"])
    try FileManager.default.removeItem(atPath: fund.pipelineFolder + "/2-models/probe.sql")
    let again = try fund.program()
    #expect(again.output.hasPrefix("2025: nothing new"))
    #expect(try Program("verify", fund.folder + "/output/2025/current").code == 0)
  }

  @Test func `what an interrupted run left is removed by the next`() throws {
    let fund = try fund()
    for said in ["released", "nothing new"] {
      try fund.write("half", to: "output/2025/.staging-1/internal/half.csv")
      #expect(try fund.program().output.hasPrefix("2025: \(said)"))
      let names = try FileManager.default.contentsOfDirectory(atPath: fund.folder + "/output/2025")
      #expect(names.sorted() == ["current", "releases"])
    }
  }

  @Test func `every new input makes a release of its own, and going back finds the old one`() throws
  {
    let fund = try fund()
    let first = try fund.run()
    try fund.register(
      "due_dates", "year,opens_on,due_on,closes_on\n2025,2026-01-01,2026-03-31,2026-06-30")
    let second = try fund.run()
    #expect(second.kind == .released)
    #expect(second.release != first.release)
    try FileManager.default.removeItem(atPath: fund.folder + "/registers/due_dates.csv")
    let third = try fund.run()
    #expect(third.release == first.release)
    #expect(third.kind == .released)
    #expect(try inForce(fund) == "releases/" + first.release)
    #expect(try releases(fund) == 2)
  }

  @Test func `files that are left alone change nothing`() throws {
    let fund = try fund()
    _ = try fund.run()
    for name in ["~$JP-1.xlsx", "new.xlsx.part", ".lock"] {
      try fund.write("x", to: "reports/2025/" + name)
    }
    try fund.write("x", to: "reports/2026/next-year.xlsx")
    #expect(try fund.run().kind == .nothingNew)
  }

  @Test func `verify without a release looks at the newest year in force`() throws {
    let fund = try fund()
    let output = fund.folder + "/output"
    let none = try Program("verify", "--output", output)
    #expect(none.code == 2)
    #expect(
      none.complaint == "\(output): there is no release yet; make one with `fundreport run`\n")
    _ = try fund.run(2024)
    _ = try fund.run(2025)
    let whole = try Program("verify", "--output", output)
    #expect(whole.code == 0)
    #expect(whole.output == "\(output)/2025/current: as it was released\n")
  }

  @Test func `a damaged release in force is built again`() throws {
    let fund = try fund()
    let first = try fund.run()
    let workbook = try #require(first.workbook)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: workbook))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: workbook)
    try Data("broken".utf8).write(to: URL(fileURLWithPath: workbook))
    let second = try fund.run()
    #expect(second.release == first.release)
    let mended = try Data(contentsOf: URL(fileURLWithPath: workbook))
    #expect(mended == bytes)
    #expect(try Program("verify", first.releaseFolder).code == 0)
  }

  @Test(arguments: ["internal/annual-report-2025.sqlite", "manifest.json"])
  func `a release in force that cannot be read does not block the next`(file: String) throws {
    let fund = try fund()
    let first = try fund.run()
    let path = first.releaseFolder + "/" + file
    try Data("broken".utf8).write(to: URL(fileURLWithPath: path))
    try fund.form(by: "ILO", agreements: Agreements.rows([("B-1", ["partner_name": "Beta"])]))
    let second = try fund.program()
    #expect(second.code == 0, "\(second.complaint)")
    #expect(try inForce(fund) != "releases/" + first.release)
    try FileManager.default.removeItem(atPath: fund.folder + "/reports/2025/JP-1-ILO-v1")
    let third = try fund.run()
    #expect(third.release == first.release)
    #expect(try Program("verify", third.releaseFolder).code == 0)
  }

  @Test func `only a refusal that is new exits with 1`() throws {
    let fund = try fund()
    try fund.write("x", to: "reports/2025/broken.xlsx")
    #expect(try fund.program().code == 1)
    // Another release with the same refusal: a document came.
    try fund.write("x", to: "reports/2025/letter.txt")
    let second = try fund.program()
    #expect(second.code == 0, "\(second.output)")
    #expect(second.output.contains("released"))
    try fund.form(by: "ILO", agreements: Agreements.rows([("B-1", ["amount": "x"])]))
    let third = try fund.program()
    #expect(third.code == 1)
    #expect(third.output.contains("new refusals: 1 file or row"))
  }

  @Test func `two years are two releases, also where all their files are the same`() throws {
    let fund = try fund()
    let first = try fund.run(2025)
    let other = try fund.run(2031)
    #expect(first.release != other.release)
    #expect(try Release(folder: other.releaseFolder, fund: fund).value("PA-01") == "0")
  }

  @Test func `last year's release is an input of this year's`() throws {
    let fund = try fund()
    let before = try fund.run(2025).release
    try fund.form(year: 2024, agreements: Agreements.rows([("A-0", ["start_on": "2024-02-01"])]))
    _ = try fund.run(2024)
    #expect(try fund.run(2025).release != before)
  }

  @Test func `the same inputs make the same bytes from another folder and by another path`() throws
  {
    let fund = try fund()
    #expect(try fund.program().code == 0)
    let here = fund.folder + "/output/2025/" + (try inForce(fund))
    let there = try Program(
      "run", "--pipeline", fund.pipelineFolder, "--data", ".", "--output", "elsewhere/out",
      "--period",
      "2025", "--as-of", "2026-12-31", in: fund.folder,
      environment: ["TZ": "Pacific/Kiritimati", "LC_ALL": "fr_FR.UTF-8"])
    #expect(there.code == 0, "\(there.complaint)")
    let copy = fund.folder + "/elsewhere/out/2025/" + (try inForce(fund))
    let paths = try FileManager.default.subpathsOfDirectory(atPath: here)
    let copied = try FileManager.default.subpathsOfDirectory(atPath: copy)
    #expect(paths == copied)
    for path in paths {
      let same =
        FileManager.default.contents(atPath: here + "/" + path)
        == FileManager.default.contents(atPath: copy + "/" + path)
      #expect(same, "\(path)")
    }
  }

  @Test func `a second file of a version that would displace the one in force stops the release`()
    throws
  {
    let fund = try fund()
    #expect(try fund.program().code == 0)
    let before = try inForce(fund)
    try fund.form(agreements: Agreements.rows([("A-9", [:])]), folder: "A-comes-before")
    let stopped = try fund.program()
    #expect(stopped.code == 3)
    #expect(stopped.complaint.hasPrefix("nothing was released:\nreports/2025/JP-1-IOM-v1"))
    #expect(try inForce(fund) == before)
    #expect(try releases(fund) == 1)
  }
}
