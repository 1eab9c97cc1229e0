import Foundation
import Testing

/// A script under `Tests/Witnesses`, run with the Python that `FUNDREPORT_PYTHON` names or that is
/// on the path.
struct Witness {
  /// What the script printed, line by line.
  var lines: [String]
  /// What the script printed to standard error.
  var complaint: String
  /// The exit code.
  var code: Int32

  /// Runs a script to its end.
  init(_ script: String, _ arguments: String...) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Witnesses")
    let python = ProcessInfo.processInfo.environment["FUNDREPORT_PYTHON"] ?? "python3"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python, folder.appendingPathComponent(script).path] + arguments
    // Files rather than pipes: a script that prints much would otherwise wait for its reader.
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    process.standardOutput = try scratch.writableFile("out")
    process.standardError = try scratch.writableFile("err")
    try process.run()
    process.waitUntilExit()
    lines = try String(contentsOfFile: scratch.path("out"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
    complaint = try String(contentsOfFile: scratch.path("err"), encoding: .utf8)
    code = process.terminationStatus
  }

  /// The lines that start with a word, without it.
  func told(_ start: String) -> [String] {
    lines.filter { $0.hasPrefix(start + " ") }.map { String($0.dropFirst(start.count + 1)) }
  }
}
