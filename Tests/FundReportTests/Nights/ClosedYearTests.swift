import Foundation
import GRDB
import Testing

@testable import FundReport

/// A year that was closed moves by a decision of a person, never by a run.
@Suite struct ClosedYearTests {
  /// One form with two agreements, and the year closed.
  private func closed() throws -> TinyFund {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A-1", [:]), ("A-2", ["partner_name": "Beta"])]))
    #expect(try fund.program().code == 0)
    let freeze = try fund.command(
      "freeze", "--period", "2025", "--reason", "Printed", "--by", "Secretariat")
    #expect(freeze.code == 0, "\(freeze.complaint)")
    return fund
  }

  private func restate(_ fund: TinyFund, _ reason: String = "Late form") throws -> Program {
    try fund.command("restate", "--period", "2025", "--reason", reason, "--by", "Board")
  }

  private func inForce(_ fund: TinyFund) throws -> String {
    try FileManager.default.destinationOfSymbolicLink(atPath: fund.folder + "/output/2025/current")
  }

  private func lateForm(_ fund: TinyFund) throws {
    try fund.form(
      by: "ILO", agreements: Agreements.rows([("B-1", ["puno": "ILO", "partner_name": "Gamma"])]))
  }

  @Test func `only a year with a release can be closed, once, with a name and a reason`() throws {
    let fund = try TinyFund()
    let words = ["freeze", "--period", "2025", "--by", "Secretariat", "--reason"]
    let none = try fund.command(words[0], words[1], words[2], words[3], words[4], words[5], "x")
    #expect(none.code == 2)
    let again = try closed()
    let twice = try again.command(
      "freeze", "--period", "2025", "--by", "Secretariat", "--reason", "x")
    #expect(twice.code == 2)
    #expect(twice.complaint.hasPrefix("2025 was closed by Secretariat on "))
    let silent = try again.command("restate", "--period", "2025", "--by", " ", "--reason", "x")
    #expect(silent.code == 2)
    #expect(silent.complaint.hasPrefix("--by is empty"))
  }

  @Test func `an open year cannot be restated`() throws {
    let fund = try TinyFund()
    #expect(try fund.program().code == 0)
    let run = try restate(fund)
    #expect(run.code == 2)
    #expect(run.complaint.contains("2025 is not closed"))
  }

  @Test func `a late form waits quietly, and shows in the status`() throws {
    let fund = try closed()
    let before = try inForce(fund)
    #expect(try fund.program().output.hasPrefix("2025: nothing new"))
    try lateForm(fund)
    let run = try fund.program()
    #expect(run.code == 0)
    #expect(run.output.contains("and wait: reports/2025/JP-1-ILO-v1"))
    #expect(try inForce(fund) == before)
    #expect(try fund.program("2026-11-21", "--quiet").output == "")
    let status = try fund.command("status")
    #expect(status.output.contains("waits for a restatement: reports/2025/JP-1-ILO-v1"))
    #expect(status.output.contains("by Secretariat: Printed"))
    let json = try fund.command("status", "--format", "json").output
    #expect(json.contains("\"late\" : [\n        \"reports/2025/JP-1-ILO-v1\"\n      ]"))
  }

  @Test func `a form whose day had not come when the year was closed goes on waiting`() throws {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    try fund.form(
      version: 2, submittedOn: "2026-05-01",
      agreements: Agreements.rows([("A-1", [:]), ("A-2", [:])]))
    #expect(try fund.program("2026-04-30").code == 0)
    _ = try fund.command("freeze", "--period", "2025", "--reason", "Printed", "--by", "Office")
    #expect(try fund.program("2026-06-01").code == 0)
    let current = Release(folder: fund.folder + "/output/2025/current")
    #expect(try current.value("PA-01") == "1")
  }

  @Test func `what moves a published figure is said, and refused`() throws {
    let fund = try closed()
    let before = try inForce(fund)
    try fund.copyPipeline()
    try fund.edit("4-indicators/partnerships/PA-01.yml", "where: in_year", "where: in_year and 0")
    let run = try fund.program()
    #expect(run.code == 3)
    #expect(run.complaint.hasPrefix("2025 is closed, and published figures would move:\n"))
    #expect(run.complaint.contains("  PA-01, Implementation agreements in year: 2 → 0\n"))
    #expect(try inForce(fund) == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: fund.folder + "/output/2025")
    #expect(names.sorted() == ["closed.json", "current", "releases"])
  }

  @Test func `what moves no published figure is let be`() throws {
    let fund = try closed()
    let before = try inForce(fund)
    // A rate nobody needs, and a document beside the forms.
    try fund.register(
      "exchange_rates",
      "currency,effective_from,units_per_usd\nKES,2025-01-01,100\nUGX,2025-01-01,9")
    try fund.write("x", to: "reports/2025/letter.txt")
    let run = try fund.program()
    #expect(run.code == 0, "\(run.complaint)")
    #expect(run.output.hasPrefix("2025: closed; no published figure would move, release "))
    #expect(try inForce(fund) == before)
  }

  @Test func `what is computed aside is computed once, and said every night`() throws {
    let fund = try closed()
    let log = fund.folder + "/output/run.log"
    let computed = {
      try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        .count { $0.contains(" compute ") }
    }
    // A rate nobody needs.
    try fund.register(
      "exchange_rates",
      "currency,effective_from,units_per_usd\nKES,2025-01-01,100\nUGX,2025-01-01,9")
    let harmless = try (1...2).map { _ in try fund.program() }
    #expect(harmless.map(\.code) == [0, 0])
    #expect(harmless[0].output == harmless[1].output)
    #expect(try computed() == 2)  // the release, and the first night with the rate
    try fund.copyPipeline()
    try fund.edit("4-indicators/partnerships/PA-01.yml", "where: in_year", "where: in_year and 0")
    let moving = try (1...2).map { _ in try fund.program() }
    #expect(moving.map(\.code) == [3, 3])
    #expect(moving[0].complaint == moving[1].complaint)
    #expect(try computed() == 3)
    // Another change is another computation.
    try fund.edit(
      "4-indicators/partnerships/PA-01.yml", "where: in_year and 0", "where: in_year and not 0")
    #expect(try fund.program().code == 0)
    #expect(try computed() == 4)
  }

  @Test func `a restatement records old and new values, who decided, when and why`() throws {
    let fund = try closed()
    let before = try inForce(fund).dropFirst("releases/".count)
    try lateForm(fund)
    let run = try restate(fund)
    #expect(run.code == 0, "\(run.complaint)")
    let release = Release(folder: fund.folder + "/output/2025/current")
    let line = try #require(
      release.table("restatements").first { $0["indicator"] == "PA-01" && $0["dimension"] == "" })
    #expect(line["old_value"] == "2" && line["new_value"] == "3")
    #expect(line["restated_by"] == "Board" && line["why"] == "Late form")
    #expect(line["previous"] == String(before) && line["number"] == "1")
    #expect(
      try release.table("restatements").allSatisfy {
        $0["old_value"] != $0["new_value"]
          || $0["unit"] == "percent"
      })
    let sheet = try AnalystWorkbook(release).lines("Restatements")
    let row = try #require(
      sheet.first { $0["Indicator"] == "PA-01" && ($0["Dimension"] ?? "").isEmpty })
    #expect(row["Old value"] == "2" && row["New value"] == "3")
    #expect(row["Restated by"] == "Board" && row["Reason"] == "Late form")
    // From now on it is in force, and nothing waits.
    #expect(try fund.program().output.hasPrefix("2025: nothing new"))
    #expect(try restate(fund).output.hasPrefix("2025: nothing to restate"))
    let changes = try FileManager.default.contentsOfDirectory(
      atPath: fund.folder + "/output/2025/changes")
    #expect(changes == ["\(before)-\(try inForce(fund).dropFirst("releases/".count)).md"])
  }

  @Test func `a restated figure bears its mark, and what was first published stays beside it`()
    throws
  {
    let fund = try closed()
    try lateForm(fund)
    #expect(try restate(fund).code == 0)
    let folder = fund.folder + "/output/2025/current"
    let unzip = Process()
    unzip.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    unzip.arguments = [
      "-c",
      "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); "
        + "sys.exit(b'[r]&quot;' not in z.read('xl/styles.xml'))",
      folder + "/internal/annual-report-2025.xlsx",
    ]
    try unzip.run()
    unzip.waitUntilExit()
    #expect(unzip.terminationStatus == 0)
    let own = try Release(folder: folder).table("series").first {
      $0["indicator"] == "PA-01" && $0["dimension"] == "" && $0["year"] == "2025"
    }
    #expect(own?["first_published"] == "2" && own?["revised"] == "3")
    // The next year sees both too.
    let next = try fund.release(2026).table("series").first {
      $0["indicator"] == "PA-01" && $0["dimension"] == "" && $0["year"] == "2025"
    }
    #expect(next?["first_published"] == "2" && next?["revised"] == "3")
  }

  @Test func `a second restatement adds to the first, which stays the first published`() throws {
    let fund = try closed()
    try lateForm(fund)
    #expect(try restate(fund).code == 0)
    try fund.form(
      by: "ILO", version: 2,
      agreements: Agreements.rows([
        ("B-1", ["puno": "ILO", "partner_name": "Gamma"]),
        ("B-2", ["puno": "ILO", "partner_name": "Delta"]),
      ]))
    #expect(try restate(fund, "Corrected form").code == 0)
    let release = Release(folder: fund.folder + "/output/2025/current")
    let moves = try release.table("restatements").filter {
      $0["indicator"] == "PA-01" && $0["dimension"] == ""
    }.map { "\($0["number"] ?? "") \($0["old_value"] ?? "") \($0["new_value"] ?? "")" }
    #expect(moves == ["1 2 3", "2 3 4"])
    let own = try release.table("series").first {
      $0["indicator"] == "PA-01" && $0["dimension"] == "" && $0["year"] == "2025"
    }
    #expect(own?["first_published"] == "2" && own?["revised"] == "4")
  }

  @Test(arguments: ["state.sqlite", "2025/closed.json"])
  func `the loss of one record does not open a closed year`(lost: String) throws {
    let fund = try closed()
    let output = fund.folder + "/output/"
    for name in [lost, lost + "-wal", lost + "-shm"] {
      if FileManager.default.fileExists(atPath: output + name) {
        try FileManager.default.removeItem(atPath: output + name)
      }
    }
    try lateForm(fund)
    let run = try fund.program()
    #expect(run.output.contains("and wait: reports/2025/JP-1-ILO-v1"), "\(run.complaint)")
    #expect(FileManager.default.fileExists(atPath: output + lost))
  }

  @Test func `a crash between decision and link is mended by the next run`() throws {
    let fund = try closed()
    let before = try inForce(fund)
    try lateForm(fund)
    #expect(try restate(fund).code == 0)
    let after = try inForce(fund)
    let link = fund.folder + "/output/2025/current"
    try FileManager.default.removeItem(atPath: link)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: before)
    #expect(try fund.program().code == 0)
    #expect(try inForce(fund) == after)
  }

  @Test func `a damaged release of a closed year is reported, not built again`() throws {
    let fund = try closed()
    let file = fund.folder + "/output/2025/current/internal/csv/issues.csv"
    try Data("more".utf8).write(to: URL(fileURLWithPath: file))
    let run = try fund.program()
    #expect(run.code == 4)
    #expect(run.complaint.contains("restore it from a back-up"))
  }
}
