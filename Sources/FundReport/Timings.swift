import Foundation

/// What each stage of a run took, for whoever looks for the slow one.
public struct Timings: Encodable, Sendable {
  /// One stage that has ended.
  public struct Stage: Encodable, Sendable {
    /// Its name.
    public var stage: String
    /// Seconds it took.
    public var wall: Double
    /// Seconds of processor time, of all cores together.
    public var cpu: Double
    /// How much it had to do, in words.
    public var amount: String?
  }

  private enum CodingKeys: CodingKey { case stages }

  public private(set) var stages: [Stage] = []
  private var hear: @Sendable (Stage) -> Void

  /// - Parameter hear: is told of a stage when it has ended and its amount is known.
  init(_ hear: @escaping @Sendable (Stage) -> Void = { _ in }) { self.hear = hear }

  /// - Parameter amount: says of the result how much there was to do.
  mutating func measure<Result>(
    _ stage: String, amount: (Result) throws -> String? = { _ in nil },
    _ work: () throws -> Result
  ) rethrows -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    let cpu = Self.cpu
    let result = try work()
    let ended = Stage(
      stage: stage, wall: (clock.now - start) / .seconds(1), cpu: Self.cpu - cpu,
      amount: try amount(result))
    stages.append(ended)
    hear(ended)
    return result
  }

  /// Seconds of processor time since the program began.
  private static var cpu: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
