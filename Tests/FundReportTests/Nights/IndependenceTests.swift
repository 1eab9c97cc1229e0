import Foundation
import Testing

/// What must not matter to a release: order, cores, an empty environment, the day.
@Suite struct IndependenceTests {
  private static let rows: [(String, [String: String])] = [
    ("A-1", [:]), ("A-2", ["partner_name": "Beta", "currency": "KES"]),
    ("A-3", ["partner_name": "Gamma", "stakeholder_type": "UNION"]),
  ]

  private func fund(backwards: Bool = false, shuffled: Bool = false) throws -> TinyFund {
    let fund = try TinyFund()
    try fund.add("JP-2")
    let rows = shuffled ? Array(Self.rows.reversed()) : Self.rows
    var forms: [() throws -> Void] = [
      { try fund.form(agreements: Agreements.rows(rows)) },
      { try fund.form(by: "ILO", agreements: Agreements.rows([("B-1", ["puno": "ILO"])])) },
      { try fund.form("JP-2", agreements: Agreements.rows([("C-1", [:])])) },
    ]
    if backwards { forms.reverse() }
    for form in forms { try form() }
    return fund
  }

  /// Path and content of every file of the release in force.
  private func contents(_ fund: TinyFund) throws -> [String: Data] {
    let folder = fund.folder + "/output/2025/current/"
    var contents: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      if let data = FileManager.default.contents(atPath: folder + path) { contents[path] = data }
    }
    return contents
  }

  @Test func `the order in which files came makes no difference`() throws {
    let (one, other) = (try fund(), try fund(backwards: true))
    #expect(try one.run().release == other.run().release)
    #expect(try contents(one) == contents(other))
  }

  @Test func `the order of rows makes no difference to any figure`() throws {
    let (one, other) = (try fund(), try fund(shuffled: true))
    let indicators = { (fund: TinyFund) in
      FileManager.default.contents(
        atPath: try fund.run().releaseFolder + "/internal/csv/indicators.csv")
    }
    let first = try indicators(one)
    #expect(first != nil)
    #expect(try indicators(other) == first)
  }

  @Test func `one core and no environment at all make the same bytes`() throws {
    let fund = try fund()
    _ = try fund.run()
    let first = try contents(fund)
    try FileManager.default.removeItem(atPath: fund.folder + "/output")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "-i", "/usr/bin/taskset", "-c", "0", Program.executable.path, "run", "--pipeline",
      fund.pipelineFolder, "--data", fund.folder, "--output", fund.folder + "/output",
      "--period", "2025", "--quiet",
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try contents(fund) == first)
  }

  @Test func `neither language nor time zone nor the order of folders changes a byte`() throws {
    let fund = try fund()
    let program = Program.executable.path
    let witness = try Witness("surroundings.py", program, fund.pipelineFolder, fund.folder, "2025")
    #expect(witness.code == 0, "\(witness.lines)")
    #expect(witness.lines.last?.hasSuffix(" files and folders, 0 differences") == true)
  }

  @Test func `definitions named by a link are those it leads to`() throws {
    let fund = try fund()
    try fund.copyPipeline()
    let link = fund.folder + "/definitions"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "pipeline")
    let folder = fund.pipelineFolder
    let first = try fund.run().release
    fund.pipelineFolder = link
    #expect(try fund.run().release == first)
    fund.pipelineFolder = folder
    try fund.edit("4-indicators/partnerships/PA-01.yml", "where: in_year", "where: in_year and 0")
    fund.pipelineFolder = link
    #expect(try fund.release().value("PA-01") == "0")
  }

  @Test func `a new day alone changes nothing`() throws {
    let fund = try fund()
    #expect(try fund.program("2026-11-21").output.hasPrefix("2025: released"))
    let before = try contents(fund)
    #expect(try fund.program("2027-05-05").output.hasPrefix("2025: nothing new"))
    #expect(try contents(fund) == before)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: fund.folder + "/output/2025/releases")
    #expect(names.count == 1)
  }
}
