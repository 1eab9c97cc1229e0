import Foundation

/// `output/run.log`: one line per stage of every run, with how much there was and how long it took.
///
/// A log that cannot be written stops no night.
struct RunLog: Sendable {
  var path: String
  private static let largest = 1_000_000

  init(path: String) {
    self.path = path
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let size = attributes?[.size] as? Int, size > Self.largest else { return }
    _ = rename(path, path + ".1")
  }

  func write(_ year: Int, _ stage: Timings.Stage) {
    append("\(year) \(Self.words(stage))")
  }

  /// What became of a night that came to no year.
  func write(_ outcome: String) {
    append("open \(outcome.replacing("\n", with: " | "))")
  }

  func write(_ year: Int, _ result: Result<ReportRun.Outcome, any Error>) {
    switch result {
    case .success(let outcome): append("\(year) \(outcome.kind): release \(outcome.release)")
    case .failure(let error):
      append("\(year) failed: " + "\(error)".replacing("\n", with: " | "))
    }
  }

  /// `ingest 1.234 s: 17 files, 630 rows`, for the log and the terminal.
  static func words(_ stage: Timings.Stage) -> String {
    let seconds = String(format: "%.3f s", stage.wall)
    return "\(stage.stage) \(seconds)" + (stage.amount.map { ": \($0)" } ?? "")
  }

  private func append(_ line: String) {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o640)
    guard file >= 0 else { return }
    defer { close(file) }
    let bytes = Array("\(Date().formatted(.iso8601)) \(line)\n".utf8)
    _ = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
  }
}

extension Timings.Stage {
  /// `ingest 1.234 s: 17 files, 630 rows`.
  public var words: String { RunLog.words(self) }
}
