/// What each stage of a run took, for whoever looks for the slow one.
public struct Timings: Encodable, Sendable {
  /// One stage that has ended.
  public struct Stage: Encodable, Sendable {
    /// Its name.
    public var stage: String
    /// How long it took.
    public var seconds: Double
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
    let result = try work()
    let (seconds, attoseconds) = (clock.now - start).components
    let ended = Stage(
      stage: stage, seconds: Double(seconds) + Double(attoseconds) / 1e18,
      amount: try amount(result))
    stages.append(ended)
    hear(ended)
    return result
  }
}
