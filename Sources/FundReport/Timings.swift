/// What each stage of a run took, for whoever looks for the slow one.
public struct Timings: Encodable, Sendable {
  public struct Stage: Encodable, Sendable {
    public var stage: String
    public var seconds: Double
  }

  public private(set) var stages: [Stage] = []

  mutating func measure<Result>(_ stage: String, _ work: () throws -> Result) rethrows -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    defer {
      let (seconds, attoseconds) = (clock.now - start).components
      stages.append(Stage(stage: stage, seconds: Double(seconds) + Double(attoseconds) / 1e18))
    }
    return try work()
  }
}
