import Foundation

/// What persons decided about a year: that it is closed, and what was restated since.
///
/// It stands in a file beside the releases and again in the run history; each restores the other,
/// so that losing one of them does not open a closed year.
public struct Closing: Codable, Hashable, Sendable {
  /// One decision of one person.
  public struct Act: Codable, Hashable, Sendable {
    /// What was decided.
    public enum Kind: String, Codable, Sendable { case freeze, restate }
    /// What was decided.
    public var kind: Kind
    /// The release in force from then on.
    public var release: String
    /// The release a restatement takes the place of.
    public var previous: String?
    /// Why.
    public var reason: String
    /// Who.
    public var by: String
    /// Day of the decision.
    public var on: String
  }

  /// In the order they were taken; the first closes the year.
  public var acts: [Act]

  /// The release that is in force until the year is restated.
  var release: String { acts.last?.release ?? "" }

  /// What the release in force restates; nil while the year stands as it was closed.
  var restatement: Manifest.Restatement? {
    guard let act = acts.last, act.kind == .restate, let previous = act.previous else { return nil }
    return .init(previous: previous, reason: act.reason, by: act.by, on: act.on)
  }

  /// The record of a year; nil while it is open.
  ///
  /// - Throws: ``RunError/closingsDiffer(_:)`` when the two records contradict each other.
  static func ofYear(_ year: Int, _ output: OutputFolder, _ history: RunHistory) throws -> Closing?
  {
    let path = output.closing(year)
    let data = try FileContents.read(path)
    let file: Closing?
    do {
      file = try data.map { try JSONDecoder().decode(Closing.self, from: $0) }
    } catch is DecodingError {
      throw RunError.closingsDiffer(path)
    }
    let row = try history.closing(of: year)
    guard file != row else { return file }
    // A crash between the two, or one of them lost: the longer one continues the other.
    let shorter = [file, row].map { $0?.acts ?? [] }.min { $0.count < $1.count } ?? []
    guard let longer = [file, row].compactMap({ $0 }).max(by: { $0.acts.count < $1.acts.count }),
      Array(longer.acts.prefix(shorter.count)) == shorter, file?.acts.count != row?.acts.count
    else { throw RunError.closingsDiffer(path) }
    try longer.record(year, output, history)
    return longer
  }

  /// Writes both records, the file first.
  func record(_ year: Int, _ output: OutputFolder, _ history: RunHistory) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try Durable.write(try encoder.encode(self), to: output.closing(year))
    try history.remember(self, of: year)
  }
}
