import Foundation
import Testing

/// Nights that are killed, starved or interrupted: `Tests/Witnesses/crash.py` does it and looks.
@Suite struct CrashTests {
  @Test func `whatever befalls a night, a whole release is in force and the next night mends it`()
    throws
  {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    try fund.form(
      by: "ILO", agreements: Agreements.rows([("B-1", ["puno": "ILO"])]), folder: "late")
    try FileManager.default.moveItem(
      atPath: fund.folder + "/reports/2025/late", toPath: fund.folder + "/late")
    // A few places each time; all of them, which takes hours, with `make crash-test`, which names
    // the release build of the program.
    let all = ProcessInfo.processInfo.environment["FUNDREPORT_MISHAPS"]
    let program = all ?? Program.executable.path
    let witness =
      all != nil
      ? try Witness("crash.py", program, fund.pipelineFolder, fund.folder)
      : try Witness("crash.py", program, fund.pipelineFolder, fund.folder, "--sample", "2")
    #expect(witness.code == 0, "\(witness.lines)")
    #expect(witness.lines.last?.hasSuffix(" mishaps, 0 problems") == true)
  }
}
