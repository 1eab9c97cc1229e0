import Foundation
import Spreadsheet

/// One night: every year asked for, oldest first, because one year's release is an input of the
/// next.
public struct Night {
  /// Which years a night is about.
  public enum Period: Sendable {
    case year(Int)
    /// Every year whose forms may come on the day of the cut-off.
    case open
  }

  /// What became of one year.
  ///
  /// A year that fails does not keep the others from their release.
  public struct Year {
    public var year: Int
    public var result: Result<ReportRun.Outcome, any Error>
  }

  private let period: Period
  private let options: ReportRun.Options
  private let keep: Int?

  /// - Parameters:
  ///   - options: of every year; the year is the period's.
  ///   - keep: how many releases of a year are kept beside those that must be; nil keeps all.
  public init(_ period: Period, _ options: ReportRun.Options, keep: Int? = nil) {
    self.period = period
    self.options = options
    self.keep = keep
  }

  /// - Throws: what concerns all years: wrong usage, or another run at work.
  public func run() throws -> [Year] {
    let output = OutputFolder(root: options.outputFolder)
    try FileManager.default.createDirectory(
      atPath: options.outputFolder, withIntermediateDirectories: true)
    return try RunLock.hold(output.lock) {
      try years(output).map { year in
        var options = options
        options.year = year
        let result = Result<ReportRun.Outcome, any Error> {
          let outcome = try ReportRun(options).runHoldingLock()
          if let keep { try Retention(output: output, year: year).remove(keeping: keep) }
          return outcome
        }
        return Year(year: year, result: result)
      }
    }
  }

  private func years(_ output: OutputFolder) throws -> [Int] {
    if case .year(let year) = period { return [year] }
    do {
      let years = try OpenYears.on(
        options.cutOff, pipelineFolder: options.pipelineFolder, dataFolder: options.dataFolder)
      if years.isEmpty { try record("noYear", output) }
      return years
    } catch {
      // What stopped the night is told, whether or not it can be noted.
      try? record("failed: \(error)", output)
      throw error
    }
  }

  /// A night that comes to no year is noted, too: a monitor must tell it from none.
  private func record(_ outcome: String, _ output: OutputFolder) throws {
    RunLog(path: output.log).write(outcome)
    let history = try RunHistory(path: output.state)
    let run = try history.start(period: RunHistory.noYear, cutOff: "\(options.cutOff)")
    try history.end(run, outcome: outcome, release: nil)
  }
}
