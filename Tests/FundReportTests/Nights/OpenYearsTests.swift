import Foundation
import Testing

/// `run --period open`: every year whose forms may come, oldest first.
@Suite struct OpenYearsTests {
  private func fund() throws -> TinyFund {
    let fund = try TinyFund()
    try fund.register(
      "due_dates",
      """
      year,opens_on,due_on,closes_on
      2023,2024-01-01,2024-03-31,2024-06-30
      2024,2025-01-01,2025-03-31,2026-03-31
      2025,2026-01-01,2026-02-28,
      2026,,2027-02-28,2027-04-30
      """)
    return fund
  }

  @Test func `years are open from their first day to their last`() throws {
    let fund = try fund()
    // 2026 has no first day: it is not open yet. 2025 has no last one: it stays open.
    let days: [(String, [String])] = [
      ("2023-12-31", []), ("2024-01-01", ["2023"]), ("2024-06-30", ["2023"]),
      ("2024-07-01", []), ("2026-03-31", ["2024", "2025"]), ("2026-04-01", ["2025"]),
    ]
    for (day, years) in days {
      let run = try fund.night(day)
      #expect(run.code == 0, "\(run.complaint)")
      let said = run.output.split(separator: "\n").filter { $0.prefix(4).allSatisfy(\.isNumber) }
      #expect(said.map { String($0.prefix(4)) } == years, "\(day)")
    }
    #expect(try fund.night("2023-12-31").output == "no year is open on 2023-12-31\n")
  }

  @Test func `the first night of a year says that nobody has reported`() throws {
    let fund = try fund()
    for code in ["JP-2", "JP-3"] { try fund.add(code) }
    #expect(try fund.night("2026-01-01").code == 0)
    let release = Release(folder: fund.folder + "/output/2025/current")
    // None of three live programmes.
    #expect(try release.figure("RE-01")?.numerator == "0")
    #expect(try release.figure("RE-01")?.denominator == "3")
    #expect(try release.table("outstanding").map { $0["programme"] } == ["JP-1", "JP-2", "JP-3"])
  }

  @Test func `last year is released before the year that is compared with it`() throws {
    let fund = try fund()
    try fund.form(year: 2024, agreements: Agreements.rows([("A-1", ["start_on": "2024-02-01"])]))
    let run = try fund.night("2026-03-01")
    #expect(run.output.contains("2 years: 2 released, 0 failed"))
    let series = try Release(folder: fund.folder + "/output/2025/current").table("series")
    #expect(series.contains { $0["year"] == "2024" && $0["indicator"] == "PA-01" })
    #expect(try fund.night("2026-03-02").output.contains("2 years: 0 released, 0 failed"))
  }

  @Test func `a year that fails keeps no other from its release, and the gravest code counts`()
    throws
  {
    let fund = try fund()
    try fund.form(year: 2024)
    #expect(try fund.night("2026-03-01").code == 0)
    let freeze = try fund.command(
      "freeze", "--period", "2024", "--reason", "Printed", "--by", "Secretariat")
    #expect(freeze.code == 0, "\(freeze.complaint)")
    try fund.add("JP-2")
    try fund.form(agreements: Agreements.rows([("A-1", ["amount": "x"])]))
    let run = try fund.night("2026-03-01")
    // JP-2 was live in 2024, which is closed and would move (3); 2025 has a new refusal (1).
    #expect(run.code == 3)
    #expect(run.complaint.hasPrefix("2024 is closed, and published figures would move:"))
    #expect(run.output.contains("2025: released"))
  }

  @Test func `quiet says nothing unless something needs attention`() throws {
    let fund = try fund()
    #expect(try fund.night("2026-03-31", "--quiet").output == "")
    #expect(try fund.night("2023-12-31", "--quiet").output == "")
    try fund.form(agreements: Agreements.rows([("A-1", ["amount": "x"])]))
    let attention = try fund.night("2026-03-31", "--quiet")
    #expect(attention.code == 1)
    #expect(
      attention.output.contains(
        "  new refusals: 1 file or row; it is in the sheet Issues\n    reports/2025/"
          + "JP-1-IOM-v1/agreements.csv › agreements.csv, row 2: “x” is not a plain number;"))
    #expect(attention.complaint == "")
    #expect(!attention.output.contains("2024"))
  }

  private func log(_ fund: TinyFund) throws -> String {
    try String(contentsOfFile: fund.folder + "/output/run.log", encoding: .utf8)
  }

  @Test func `a night in which no year is open is a night that went well`() throws {
    let fund = try fund()
    #expect(try fund.night("2023-12-31", "--quiet").code == 0)
    #expect(try log(fund).hasSuffix(" open noYear\n"))
    let status = try fund.command("status", "--max-age", "1")
    #expect(status.code == 0)
    #expect(status.output.hasSuffix("  open  noYear\n"))
    let json = try fund.command("status", "--format", "json").output
    #expect(json.contains("\"lastSuccess\" : \"20"))
  }

  @Test func `what stops a night before a year begins is on record`() throws {
    let fund = try fund()
    try fund.register("exchange_rates", "currency,effective_from,units_per_usd\nKES,soon,100")
    let run = try fund.night("2026-03-31")
    #expect(run.code == 2)
    #expect(try log(fund).contains(" open failed: "))
    let status = try fund.command("status", "--max-age", "1")
    #expect(status.code == 1)
    #expect(status.output.contains("  open  failed: ") && status.output.contains("“soon”"))
  }

  @Test(arguments: ["", "/reports"])
  func `a data folder that is not there is said in one line`(lost: String) throws {
    let fund = try fund()
    let data = fund.folder + "/disk"
    if !lost.isEmpty { try fund.write("x", to: "disk/code-lists/x.csv") }
    let run = try Program(
      "run", "--pipeline", fund.pipelineFolder, "--data", data, "--output",
      fund.folder + "/output", "--period", "open")
    #expect(run.code == 2)
    #expect(
      run.complaint
        == "\(data)/reports: there is no such folder; name the data folder with --data\n")
    #expect(try log(fund).contains(" open failed: \(data)/reports: there is no such folder"))
  }

  @Test func `a register without such days is named`() throws {
    let fund = try fund()
    try fund.copyPipeline()
    try fund.edit(
      "1-sources/registers/due_dates.yml",
      "opens: { year: year, from: opens_on, until: closes_on }\n", "")
    let run = try fund.night("2026-03-31")
    #expect(run.code == 2)
    #expect(run.complaint.contains("name a year with --period"))
  }
}

extension TinyFund {
  /// Runs every open year with the built command.
  func night(_ day: String, _ more: String...) throws -> Program {
    try Program(
      list: [
        "run", "--pipeline", pipelineFolder, "--data", folder, "--output", folder + "/output",
        "--period", "open", "--as-of", day,
      ] + more)
  }

  /// Any command on this fund and its output.
  func command(_ words: String...) throws -> Program {
    try Program(
      list: words + [
        "--pipeline", pipelineFolder, "--data", folder, "--output", folder + "/output",
      ])
  }
}
