import Foundation

/// A script under `Tests/Witnesses`, run with the Python that `FUNDREPORT_PYTHON` names or that is
/// on the path.
struct Witness {
  /// What the script printed, line by line, complaints included.
  var lines: [String]
  /// The exit code.
  var code: Int32

  /// Runs a script to its end.
  init(_ script: String, _ workbook: String, _ arguments: String...) throws {
    try self.init(script, workbook, list: arguments)
  }

  init(_ script: String, _ workbook: String, list arguments: [String]) throws {
    let python = ProcessInfo.processInfo.environment["FUNDREPORT_PYTHON"] ?? "python3"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let path = "\(Repository.root)/Tests/Witnesses/\(script)"
    process.arguments = [python, path, workbook] + arguments
    let printed = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data().write(to: printed)
    defer { try? FileManager.default.removeItem(at: printed) }  // leaving it would harm nobody
    let file = try FileHandle(forWritingTo: printed)
    process.standardOutput = file
    process.standardError = file
    try process.run()
    process.waitUntilExit()
    lines = try String(contentsOf: printed, encoding: .utf8).split(separator: "\n").map(String.init)
    code = process.terminationStatus
  }
}
