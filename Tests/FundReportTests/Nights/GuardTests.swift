import Foundation
import Testing

/// What refuses to release, and how a person lets it pass.
@Suite struct GuardTests {
  /// Five programmes that reported.
  private func fund() throws -> TinyFund {
    let fund = try TinyFund()
    for number in 1...5 {
      if number > 1 { try fund.add("JP-\(number)") }
      try fund.form("JP-\(number)", agreements: Agreements.rows([("A-\(number)", [:])]))
    }
    #expect(try fund.program().code == 0)
    return fund
  }

  private func remove(_ fund: TinyFund, _ numbers: ClosedRange<Int>) throws {
    for number in numbers {
      try FileManager.default.removeItem(atPath: fund.folder + "/reports/2025/JP-\(number)-IOM-v1")
    }
  }

  @Test func `an empty inbox after a full one is refused, until a person accepts it`() throws {
    let fund = try fund()
    let link = fund.folder + "/output/2025/current"
    let before = try FileManager.default.destinationOfSymbolicLink(atPath: link)
    try remove(fund, 1...5)
    let refused = try fund.program()
    #expect(refused.code == 3)
    #expect(
      refused.complaint == """
        nothing was released:
        the release in force counts 5 forms of 2025, now there are 0; bring the missing ones back
        If this is as it should be, run once more with --accept REL-01

        """)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == before)
    let accepted = try fund.command(
      "run", "--period", "2025", "--as-of", "2026-11-21", "--accept", "REL-01")
    #expect(accepted.code == 0, "\(accepted.complaint)")
    #expect(try Release(folder: link).value("PA-01") == "0")
    #expect(try fund.program().output.hasPrefix("2025: nothing new"))
  }

  @Test func `what was accepted leaves no trace in the release`() throws {
    let fund = try fund()
    try remove(fund, 1...5)
    _ = try fund.command("run", "--period", "2025", "--as-of", "2026-11-21", "--accept", "REL-01")
    let issues = fund.folder + "/output/2025/current/internal/"
    let names = ["csv/issues.csv", "annual-report-2025.sqlite"]
    let with = names.map { FileManager.default.contents(atPath: issues + $0) }
    try FileManager.default.removeItem(atPath: fund.folder + "/output")
    #expect(try fund.program().code == 0)
    #expect(names.map { FileManager.default.contents(atPath: issues + $0) } == with)
  }

  @Test func `two of five forms less are released, three are not`() throws {
    let fund = try fund()
    try remove(fund, 1...2)
    #expect(try fund.program().code == 0)
    let other = try self.fund()
    try remove(other, 1...3)
    #expect(try other.program().code == 3)
  }

  @Test func `going back to an older release is guarded too`() throws {
    let fund = try TinyFund()
    let empty = try fund.run()
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    #expect(try fund.program().code == 0)
    try FileManager.default.removeItem(atPath: fund.folder + "/reports/2025/JP-1-IOM-v1")
    #expect(try fund.program().code == 3)
    let accepted = try fund.command(
      "run", "--period", "2025", "--as-of", "2026-11-21", "--accept", "REL-01")
    #expect(accepted.output.hasPrefix("2025: released \(empty.release)"))
  }

  @Test func `a check of the Fund's own that refuses a release is obeyed`() throws {
    let fund = try fund()
    let before = try fund.run().release
    try fund.copyPipeline()
    try fund.write(
      """
      code: X-01
      title: Nobody may report agreement A-9
      severity: error
      why: A test.
      mend: Take A-9 out.
      source: This test
      finds:
        - refuses: release
          sql: |
            SELECT agreement_ref AS found, 'another' AS expected,
              'take ' || agreement_ref || ' out' AS message
            FROM agreement WHERE agreement_ref = 'A-9'

      """, to: "pipeline/3-checks/X-01.yml")
    try fund.form(by: "ILO", agreements: Agreements.rows([("A-9", ["puno": "ILO"])]))
    let refused = try fund.program()
    #expect(refused.code == 3)
    #expect(
      refused.complaint == """
        nothing was released:
        take A-9 out
        If this is as it should be, run once more with --accept X-01

        """)
    #expect(try fund.command("status").output.contains("release \(before), released "))
    #expect(try fund.program("2026-11-21", "--accept", "X-01").code == 0)
  }

  @Test func `only a check that refuses a release can be accepted`() throws {
    let fund = try TinyFund()
    let run = try fund.command("run", "--period", "2025", "--accept", "C-01")
    #expect(run.code == 2)
    #expect(run.complaint.contains("those that may: C-20, REL-01"))
  }
}
