import Foundation
import Testing

/// What nobody may read stops the night in words, and never passes for nothing.
@Suite struct UnreadableInputTests {
  /// The night of a user like any other: root may read everything.
  private func night(_ fund: TinyFund, without path: String, mode: Int = 0) throws -> Program {
    let manager = FileManager.default
    try manager.createDirectory(
      atPath: fund.folder + "/output", withIntermediateDirectories: false)
    for path in [""] + (try manager.subpathsOfDirectory(atPath: fund.folder)) {
      try manager.setAttributes(
        [.posixPermissions: path == "output" ? 0o777 : 0o755],
        ofItemAtPath: fund.folder + "/" + path)
    }
    let hidden = fund.folder + "/" + path
    try manager.setAttributes([.posixPermissions: mode], ofItemAtPath: hidden)
    defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hidden) }
    return try Program(
      list: [
        "run", "--pipeline", fund.pipelineFolder, "--data", fund.folder, "--output",
        fund.folder + "/output", "--period", "2025",
      ], through: Self.otherUser)
  }

  static let otherUser =
    geteuid() == 0
    ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []

  private func fund() throws -> TinyFund {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A-1", ["currency": "KES"])]))
    return fund
  }

  @Test(arguments: [
    "reports", "reports/2025", "reports/2025/JP-1-IOM-v1",
    "reports/2025/JP-1-IOM-v1/agreements.csv",
    "registers", "registers/exchange_rates.csv", "registers/programmes.csv", "code-lists",
    "code-lists/levels.csv",
  ])
  func `a folder or file nobody may read is named, and nothing is released`(path: String) throws {
    let fund = try fund()
    let run = try night(fund, without: path)
    #expect(run.code == 4, "\(run.output)\(run.complaint)")
    #expect(
      run.complaint
        == "\(fund.folder)/\(path): Permission denied; let this user read it, then run again\n")
    #expect(!FileManager.default.fileExists(atPath: fund.folder + "/output/2025"))
  }

  @Test func `a folder whose names alone may be read is no folder of odd files`() throws {
    let fund = try fund()
    let run = try night(fund, without: "reports/2025", mode: 0o444)
    #expect(run.code == 4, "\(run.output)\(run.complaint)")
    #expect(run.complaint.contains("reports/2025/JP-1-IOM-v1: Permission denied; "))
    #expect(!FileManager.default.fileExists(atPath: fund.folder + "/output/2025"))
  }

  @Test func `definitions nobody may read are not left out`() throws {
    let fund = try fund()
    try fund.copyPipeline()
    let run = try night(fund, without: "pipeline/4-indicators/partnerships")
    #expect(run.code == 2, "\(run.output)\(run.complaint)")
    #expect(
      run.complaint.contains("/pipeline/4-indicators: cannot be read, or a folder in it: "))
    #expect(!FileManager.default.fileExists(atPath: fund.folder + "/output/2025"))
  }
}
