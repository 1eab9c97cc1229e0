import Foundation

/// The built command, run as its users run it.
struct Program {
  var code: Int32
  var output: String
  var complaint: String

  /// Runs the command to its end.
  ///
  /// - Parameters:
  ///   - arguments: words after the command's name.
  ///   - folder: working folder.
  ///   - environment: added to a nearly empty environment, such as cron's.
  init(
    _ arguments: String..., in folder: String = Repository.root, environment: [String: String] = [:]
  ) throws {
    try self.init(list: arguments, in: folder, environment: environment)
  }

  /// - Parameters:
  ///   - kilobytes: the most memory it may ask for; nil for any.
  ///   - wrapper: a program that starts it, and its words.
  init(
    list arguments: [String], in folder: String = Repository.root,
    environment: [String: String] = [:], kilobytes: Int? = nil, through wrapper: [String] = []
  ) throws {
    let limit = kilobytes.map { ["/bin/sh", "-c", "ulimit -v \($0); exec \"$0\" \"$@\""] } ?? []
    let words = wrapper + limit + [Self.executable.path] + arguments
    let process = Process()
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    let scratch = FileManager.default.temporaryDirectory.path + "/program-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: scratch) }  // leaving it harms nobody
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    for name in ["out", "err"] {
      try Data().write(to: URL(fileURLWithPath: "\(scratch)/\(name)"))
    }
    process.standardOutput = FileHandle(forWritingAtPath: scratch + "/out")
    process.standardError = FileHandle(forWritingAtPath: scratch + "/err")
    try process.run()
    process.waitUntilExit()
    code = process.terminationStatus
    output = try String(contentsOfFile: scratch + "/out", encoding: .utf8)
    complaint = try String(contentsOfFile: scratch + "/err", encoding: .utf8)
  }

  /// Beside the test bundle, where the package manager builds both.
  static var executable: URL {
    let test = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: test).deletingLastPathComponent()
      .appendingPathComponent("fundreport")
  }
}

extension TinyFund {
  /// Runs one year with the built command.
  ///
  /// - Parameters:
  ///   - day: the cut-off.
  ///   - more: further words.
  func program(
    _ day: String = "2026-11-21", _ more: String..., environment: [String: String] = [:],
    kilobytes: Int? = nil
  ) throws -> Program {
    try Program(
      list: [
        "run", "--pipeline", pipelineFolder, "--data", folder, "--output", folder + "/output",
        "--period", "2025", "--as-of", day,
      ] + more, environment: environment, kilobytes: kilobytes)
  }

  /// A copy of the definitions that a test may change.
  func copyPipeline() throws {
    let copy = folder + "/pipeline"
    try FileManager.default.copyItem(atPath: pipelineFolder, toPath: copy)
    pipelineFolder = copy
  }

  /// Replaces a text in a definition.
  func edit(_ path: String, _ found: String, _ replacement: String) throws {
    let file = pipelineFolder + "/" + path
    let text = try String(contentsOfFile: file, encoding: .utf8)
    guard text.contains(found) else { throw NotThere(text: found, file: path) }
    try Data(text.replacing(found, with: replacement).utf8).write(to: URL(fileURLWithPath: file))
  }

  struct NotThere: Error {
    var text: String
    var file: String
  }
}
