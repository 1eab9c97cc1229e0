extension ReportRun {
  /// What a run would change now: computed aside, compared with the release in force, thrown away.
  ///
  /// Of a closed year it is what a restatement would move.
  ///
  /// - Throws: ``RunError/noRelease(_:)`` when no release is in force.
  public func preview() throws -> String {
    guard let current = output.currentID(options.year) else {
      throw RunError.noRelease(output.current(options.year))
    }
    return try RunLock.hold(output.lock) {
      // Nothing ran: the log stays as it is.
      var timings = Timings()
      let inputs = try readInputs(&timings)
      return try build(inputs, &timings, isAside: true) { built, pipeline, _ in
        try ReleaseDiff(
          from: output.release(current, of: options.year), to: built.staging, pipeline
        ).text()
      }
    }
  }
}
