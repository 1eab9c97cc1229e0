import Testing

/// The example fund against values computed from its forms by other means.
@Suite struct ExampleFundTests {
  @Test func `the figures of the example fund are those computed independently`() throws {
    let fund = ExampleFund()
    let first = Release(folder: try fund.run(2024).releaseFolder)
    #expect(try first.value("PA-01") == "32")
    #expect(try first.value("PA-02") == "33")
    #expect(try share(first, "PA-05") == "25/32")
    #expect(try first.value("TR-01") == "311617.93")
    #expect(try share(first, "RE-01") == "8/8")

    let second = Release(folder: try fund.run(2025).releaseFolder)
    #expect(try second.value("PA-01") == "33")
    #expect(try second.value("PA-02") == "43")
    #expect(try share(second, "PA-05") == "25/33")
    #expect(
      try second.figure("TR-01")
        == Release.Figure(value: "243858.51", coverage: "96.15384615384616"))
    #expect(try share(second, "RE-01") == "6/7")
    #expect(
      try second.breakdown("PA-01", by: "programme") == [
        "EX-01": "7", "EX-02": "5", "EX-03": "7", "EX-04": "6", "EX-05": "4", "EX-06": "",
        "EX-07": "4",
      ])
    #expect(try second.figure("PA-01", "programme", "EX-06")?.reason == "NOT_REPORTED")
  }

  private func share(_ release: Release, _ indicator: String) throws -> String? {
    try release.figure(indicator).map { "\($0.numerator)/\($0.denominator)" }
  }
}
