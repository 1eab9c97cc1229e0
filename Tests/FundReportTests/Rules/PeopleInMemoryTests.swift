import Foundation
import Spreadsheet
import Testing

/// Rows about people are counted, and stand nowhere but in the register they came in.
@Suite struct PeopleInMemoryTests {
  /// Stands in every pseudonym of these tests, so that it can be searched for.
  private static let planted = "planted5c1f"

  private func fund(people: Int) throws -> TinyFund {
    let fund = try TinyFund()
    try FileManager.default.createDirectory(
      atPath: fund.folder + "/temporary", withIntermediateDirectories: true)
    try fund.registrations(
      (1...people).map { number in
        // Long enough for thousands of them to need temporary files, if those were allowed.
        ("\(Self.planted)-\(number)-" + String(repeating: "x", count: 200), ["sex": "F"])
      })
    return fund
  }

  /// Files below a folder that hold the planted text, the register itself left out.
  private func places(below folder: String) throws -> [String] {
    try (FileManager.default.subpaths(atPath: folder) ?? []).filter { name in
      guard name != "registers/registrations.csv" else { return false }
      let path = folder + "/" + name
      if Self.holdsPlanted(path) { return true }
      guard name.hasSuffix(".xlsx") else { return false }
      let workbook = try WorkbookReader(path: path)
      return try workbook.sheets.contains { sheet in
        try workbook.rows(of: sheet).contains { row in
          row.cells.contains { "\($0.value)".contains(Self.planted) }
        }
      }
    }
  }

  private static func holdsPlanted(_ path: String) -> Bool {
    FileManager.default.contents(atPath: path)?.range(of: Data(planted.utf8)) != nil
  }

  @Test func `no file holds them after a run`() throws {
    let fund = try fund(people: 3)
    let run = try fund.program(environment: ["TMPDIR": fund.folder + "/temporary"])
    #expect(run.code == 0)
    let release = Release(folder: fund.folder + "/output/2025/current")
    #expect(try release.value("EV-03") == "3")
    #expect(try places(below: fund.folder) == [])
    #expect(!(run.output + run.complaint).contains(Self.planted))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: fund.folder + "/temporary") == [])
  }

  @Test func `no file a run has open holds them, those without a name included`() throws {
    let fund = try fund(people: 8_000)
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = [
      "run", "--pipeline", fund.pipelineFolder, "--data", fund.folder, "--output",
      fund.folder + "/output", "--period", "2025", "--as-of", "2026-11-21",
    ]
    process.environment = ["TMPDIR": fund.folder + "/temporary"]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let open = "/proc/\(process.processIdentifier)/fd"
    var holding: Set<String> = []
    while process.isRunning {
      for number in (try? FileManager.default.contentsOfDirectory(atPath: open)) ?? [] {
        let path = "\(open)/\(number)"
        // A file may be closed while it is looked at.
        let target = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) ?? ""
        guard target.hasPrefix("/"), !target.hasSuffix("/registrations.csv"),
          !target.hasPrefix("/dev/")
        else { continue }
        if !holding.contains(target), Self.holdsPlanted(path) { holding.insert(target) }
      }
    }
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(holding == [])
    #expect(try places(below: fund.folder) == [])
  }

  @Test func `the figures are values, their rows have no sheet, and an explanation counts`() throws
  {
    let fund = try fund(people: 3)
    let release = try fund.release()
    let workbook = try WorkbookReader(
      path: release.folder + "/internal/annual-report-2025.xlsx")
    #expect(workbook.sheets.filter { $0.name.hasPrefix("Data Participants") }.map(\.name) == [])
    let chapter = try #require(workbook.sheets.first { $0.name == "Fund-level events" })
    let line = try workbook.rows(of: chapter).first { row in
      row.cells.first?.value == .text("EV-03")
    }
    #expect(line?.cells.contains { $0.isFormula } == false)
    #expect(line?.cells.contains { $0.value == .number(3) } == true)
    #expect(
      line?.cells.contains { $0.value == .text("a value: people are counted, never listed") }
        == true)
    let explained = try Program(
      "explain", "EV-03", "--pipeline", fund.pipelineFolder, "--output", fund.folder + "/output")
    #expect(
      explained.output.hasSuffix(
        """
        Value        3 number

        Rows that count: of event_participant where in_year
          These rows are about people. They are counted in memory and kept nowhere.

        """))
  }

  @Test func `a mistake in the register names line and column, and not what stands there`() throws {
    let fund = try fund(people: 1)
    let header = Registrations.fields.joined(separator: ",")
    let secret = Self.planted
    try fund.register(
      "registrations",
      """
      \(header),\(secret)
      E1,\(secret),STATISTICS,\(secret),\(secret),F,,,,,,,,\(secret),\(secret)
      E1,\(secret),,,,,,,,,,,,yes,\(secret)
      """)
    let said = try validated(fund)
    #expect(
      said == [
        ":2: attended: the value is not what belongs here; expected yes, no or unknown",
        ":2: country: the value is not what belongs here; expected a code of the list countries",
        ":2: stakeholder_type: the value is not what belongs here; expected a code of the list "
          + "stakeholder_types",
        ":3: consent_scope: the required cell “consent_scope” is empty; fill it in",
      ])
    try fund.register("registrations", "\(secret);a,b;\(secret),c\n")
    #expect(try validated(fund).count == 1)
  }

  @Test(arguments: [
    ("planted5c1f@example.org", "STATISTICS", "E1", "a pseudonym has no @"),
    ("Planted5c1f Doe", "PUBLIC", "E1", "a pseudonym has no @"),
    ("planted5c1f\u{A0}doe", "PUBLIC", "E1", "a pseudonym has no @"),
    ("planted5c1f", "NONE", "E1", "this person does not consent"),
    ("planted5c1f", "STATISTICS", "E9", "the event is not in the register of events"),
  ])
  func `who is named or did not consent stops the run`(
    person: String, consent: String, event: String, words: String
  ) throws {
    let fund = try fund(people: 1)
    try fund.registrations([
      ("a", [:]), (person, ["consent_scope": consent, "event": event]),
    ])
    let said = try validated(fund)
    #expect(said.count == 1)
    #expect(said.first?.hasPrefix(":3: \(words)") == true)
  }

  /// What `validate` and `run` say of the register; the run leaves nothing of it behind.
  private func validated(_ fund: TinyFund) throws -> [String] {
    let validated = try Program(
      "validate", "--pipeline", fund.pipelineFolder, "--data", fund.folder)
    let run = try fund.program(environment: ["TMPDIR": fund.folder + "/temporary"])
    #expect(validated.code == 2)
    #expect(run.code == 2)
    #expect(run.complaint == validated.complaint)
    #expect(!run.complaint.lowercased().contains(Self.planted))
    #expect(try places(below: fund.folder) == [])
    return run.complaint.replacing(fund.folder + "/", with: "")
      .replacing("registers/registrations.csv", with: "")
      .split(separator: "\n").map(String.init)
  }

  @Test func `a column nobody knows is a notice without its name`() throws {
    let fund = try fund(people: 1)
    let rows = Registrations.rows([("a", [:])]).split(separator: "\n")
    try fund.register(
      "registrations",
      zip(rows, [Self.planted, Self.planted]).map { "\($0),\($1)" }
        .joined(separator: "\n"))
    let release = try fund.release()
    let notices = try release.issues.filter { $0.file == "registers/registrations.csv" }
    #expect(notices.map(\.found) == [""])
    #expect(try places(below: fund.folder) == [])
  }
}
