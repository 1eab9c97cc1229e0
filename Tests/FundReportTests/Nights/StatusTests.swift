import Foundation
import GRDB
import Testing

/// What `status`, the log and the folder of releases tell whoever looks after the nights.
@Suite struct StatusTests {
  private func fund() throws -> TinyFund {
    let fund = try TinyFund()
    try fund.add("JP-2")
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    try fund.register(
      "due_dates", "year,opens_on,due_on,closes_on\n2025,2026-01-01,2026-03-31,2026-06-30")
    return fund
  }

  private struct Status: Decodable {
    struct Year: Decodable {
      struct Outstanding: Decodable {
        var says: [String]
        var dueOn: String
        var daysLate: Int
      }
      var year: Int
      var release: String
      var hoursSinceSuccess: Double
      var outstanding: [Outstanding]
    }
    struct Run: Decodable { var outcome: String }
    var years: [Year]
    var runs: [Run]
  }

  @Test func `before the first night there is nothing, and that is too old for a monitor`() throws {
    let fund = try fund()
    let status = try fund.command("status")
    #expect(status.code == 0)
    #expect(status.output.hasPrefix("there is no release yet"))
    #expect(try fund.command("status", "--max-age", "30").code == 1)
  }

  @Test func `a first night that ended before its history had a table is no night`() throws {
    let fund = try fund()
    try fund.write("", to: "output/state.sqlite")
    let status = try fund.command("status")
    #expect(status.code == 0)
    #expect(status.output.hasPrefix("there is no release yet"))
    #expect(try fund.program().code == 0)
  }

  @Test func `the status names release, runs and who has not reported`() throws {
    let fund = try fund()
    let release = try fund.run().release
    let json = try fund.command("status", "--format", "json").output
    let status = try JSONDecoder().decode(Status.self, from: Data(json.utf8))
    #expect(status.years.map(\.release) == [release])
    #expect(status.runs.map(\.outcome) == ["released"])
    let outstanding = try #require(status.years.first?.outstanding.first)
    #expect(outstanding.says == ["JP-2", "JP-2 (fictional)", "IOM"])
    #expect(outstanding.dueOn == "2026-03-31")
    let today = Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))
    // 20543 days lie between 1 January 1970 and 31 March 2026.
    #expect(outstanding.daysLate == today - 20543)
    let age = try #require(status.years.first?.hoursSinceSuccess)
    #expect(age >= 0 && age < 1)
    #expect(try fund.command("status").output.contains(" hours ago\n"))
    #expect(try fund.command("status", "--max-age", "1").code == 0)
    #expect(try fund.command("status", "--max-age", "0").code == 1)
  }

  @Test func `who may only read is told the status and what changed`() throws {
    let fund = try fund()
    #expect(try fund.program().code == 0)
    try fund.write("x", to: "reports/2025/letter.txt")
    #expect(try fund.program().code == 0)
    let manager = FileManager.default
    let output = fund.folder + "/output"
    for path in [""] + (try manager.subpathsOfDirectory(atPath: fund.folder)) {
      let full = "\(fund.folder)/\(path)"
      var isFolder: ObjCBool = false
      guard manager.fileExists(atPath: full, isDirectory: &isFolder),
        try manager.attributesOfItem(atPath: full)[.type] as? FileAttributeType
          != .typeSymbolicLink
      else { continue }
      try manager.setAttributes(
        [.posixPermissions: isFolder.boolValue ? 0o555 : 0o444], ofItemAtPath: full)
    }
    defer {
      for path in [""] + (manager.subpaths(atPath: fund.folder) ?? []) {
        // What cannot be made writable again stays lying, and harms nobody.
        try? manager.setAttributes(
          [.posixPermissions: 0o755], ofItemAtPath: "\(fund.folder)/\(path)")
      }
    }
    for words in [["status"], ["diff"]] {
      let program = try Program(
        list: words + [
          "--pipeline", fund.pipelineFolder, "--data", fund.folder, "--output", output,
        ], through: UnreadableInputTests.otherUser)
      #expect(program.code == 0, "\(words) \(program.complaint)")
    }
  }

  @Test func `a damaged history is named, with the way out`() throws {
    let fund = try fund()
    #expect(try fund.program().code == 0)
    let path = fund.folder + "/output/state.sqlite"
    try Data(String(repeating: "garbage ", count: 1000).utf8).write(to: URL(fileURLWithPath: path))
    for program in [try fund.program(), try fund.command("status")] {
      #expect(program.code == 4)
      #expect(
        program.complaint
          == "\(path): is damaged, or no run history; restore it from a back-up, or "
          + "move it away: the next run begins another, and closed years stay closed\n")
    }
    try FileManager.default.removeItem(atPath: path)
    #expect(try fund.program().code == 0)
  }

  @Test func `a run at work is told from one that was killed`() throws {
    let fund = try fund()
    #expect(try fund.program().code == 0)
    let output = fund.folder + "/output"
    try DatabaseQueue(path: output + "/state.sqlite").write {
      try $0.execute(sql: "UPDATE run SET outcome = NULL, ended_at = NULL, release = NULL")
    }
    #expect(try fund.command("status").output.hasSuffix("  2025  did not end\n"))
    let words = [
      "status", "--pipeline", fund.pipelineFolder, "--data", fund.folder, "--output", output,
    ]
    let status = try Program(list: words, through: ["/usr/bin/flock", output + "/.lock"])
    #expect(status.output.hasSuffix("  2025  is at work\n"), "\(status.complaint)")
  }

  @Test func `a form that came after the last night of its year is told`() throws {
    let fund = try fund()
    #expect(try fund.program().code == 0)
    #expect(try !fund.command("status").output.contains("came since"))
    try fund.form("JP-2", submittedOn: "2026-07-01")
    #expect(
      try fund.command("status").output.contains(
        "      came since: reports/2025/JP-2-IOM-v1; `fundreport run --period 2025` counts it\n"))
  }

  @Test func `definitions that cannot be read are no reason to wait for nobody`() throws {
    let fund = try fund()
    #expect(try fund.program().code == 0)
    try fund.copyPipeline()
    try fund.edit("4-indicators/partnerships/PA-01.yml", "where: in_year", "were: in_year")
    let status = try fund.command("status")
    #expect(status.code == 0)
    #expect(
      status.output.contains(
        "      outstanding: it cannot be told; `fundreport validate` says what is wrong\n"))
  }

  @Test func `why a run failed is told whole`() throws {
    let fund = try fund()
    #expect(try fund.program().code == 0)
    try FileManager.default.removeItem(atPath: fund.folder + "/reports/2025/JP-1-IOM-v1")
    let run = try fund.program()
    #expect(run.code == 3)
    let status = try fund.command("status").output
    for line in run.complaint.split(separator: "\n") { #expect(status.contains(line)) }
  }

  @Test func `the log has a line per stage with how much there was`() throws {
    let fund = try fund()
    #expect(try fund.program().code == 0)
    let log = try String(contentsOfFile: fund.folder + "/output/run.log", encoding: .utf8)
    let lines = log.split(separator: "\n").map { $0.split(separator: " ").dropFirst(2) }
    #expect(
      lines.compactMap(\.first) == [
        "inputs", "definitions", "ingest", "refuse", "normalise", "check", "compute", "disclose",
        "publish",
        "commit", "released:",
      ])
    #expect(lines.first { $0.first == "ingest" }?.suffix(2) == ["2", "rows"])
  }

  @Test func `what persons decide is in the log too`() throws {
    let fund = try fund()
    #expect(try fund.program().code == 0)
    let words = ["--period", "2025", "--by", "Board", "--reason"]
    _ = try fund.command("freeze", words[0], words[1], words[2], words[3], words[4], "Printed")
    try fund.write("x", to: "reports/2025/letter.txt")
    _ = try fund.command("restate", words[0], words[1], words[2], words[3], words[4], "Letter")
    let log = try String(contentsOfFile: fund.folder + "/output/run.log", encoding: .utf8)
    let ends = log.split(separator: "\n").filter { $0.contains(": release ") }
      .map { $0.split(separator: " ")[2] }
    #expect(ends == ["released:", "closed:", "released:"])
  }

  @Test func `a long log makes room for a new one`() throws {
    let fund = try fund()
    try fund.write(String(repeating: "yesterday\n", count: 120_000), to: "output/run.log")
    #expect(try fund.program().code == 0)
    let log = fund.folder + "/output/run.log"
    #expect(try String(contentsOfFile: log, encoding: .utf8).contains("yesterday") == false)
    #expect(try String(contentsOfFile: log + ".1", encoding: .utf8).hasPrefix("yesterday\n"))
  }

  @Test(arguments: [(true, true), (false, false)])
  func `stages show on a terminal, and nowhere else`(isTerminal: Bool, shows: Bool) throws {
    let fund = try fund()
    let words =
      "\(Program.executable.path) run --period 2025 --as-of 2026-11-21 --pipeline "
      + "\(fund.pipelineFolder) --data \(fund.folder) --output \(fund.folder)/output"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // `script` gives the command a terminal.
    process.arguments = [
      "-c",
      isTerminal
        ? "script -qec '\(words)' \(fund.folder)/said" : "\(words) > \(fund.folder)/said 2>&1",
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let said = try String(contentsOfFile: fund.folder + "/said", encoding: .utf8)
    #expect(said.contains("2025: released"))
    #expect(said.contains("2025 ingest ") == shows)
  }

  private func releases(_ fund: TinyFund) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: fund.folder + "/output/2025/releases")
      .sorted()
  }

  @Test func `old releases go, the one in force and the one before it stay`() throws {
    let fund = try fund()
    var made: [String] = []
    for number in 1...4 {
      try fund.write("\(number)", to: "reports/2025/letter.txt")
      made.append(try fund.run().release)
    }
    let words = ["run", "--period", "2025", "--as-of", "2026-11-21", "--keep"]
    _ = try fund.command(words[0], words[1], words[2], words[3], words[4], words[5], "3")
    #expect(try releases(fund) == made.suffix(3).sorted())
    _ = try fund.command(words[0], words[1], words[2], words[3], words[4], words[5], "1")
    #expect(try releases(fund) == made.suffix(2).sorted())
  }

  @Test func `releases that a closing, a restatement or another year names stay`() throws {
    let fund = try fund()
    let decision = ["--period", "2025", "--reason", "x", "--by", "y"]
    let decide = { (verb: String) in
      try Program(
        list: [verb] + decision + [
          "--pipeline", fund.pipelineFolder, "--data", fund.folder, "--output",
          fund.folder + "/output",
        ])
    }
    _ = try fund.run()
    #expect(try decide("freeze").code == 0)
    for number in 1...3 {
      try fund.write("\(number)", to: "reports/2025/letter.txt")
      #expect(try decide("restate").code == 0)
      // 2026 is compared with it.
      if number == 1 { _ = try fund.run(2026) }
    }
    #expect(try releases(fund).count == 4)
    #expect(
      try fund.command("run", "--period", "2025", "--as-of", "2026-11-21", "--keep", "1").code == 0)
    #expect(try releases(fund).count == 4)
  }
}
