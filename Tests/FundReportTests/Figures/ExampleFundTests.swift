import Testing

/// The example fund against values computed from its forms by other means.
@Suite struct ExampleFundTests {
  @Test func `the figures of the example fund are those computed independently`() throws {
    let fund = ExampleFund()
    let first = Release(folder: try fund.run(2023).releaseFolder)
    #expect(try first.value("PA-01") == "21")
    #expect(try first.value("PA-02") == "21")
    #expect(try share(first, "PA-05") == "20/21")
    #expect(try first.value("TR-01") == "232247.36")
    #expect(try first.value("TR-02") == "281834.60")
    #expect(try share(first, "RE-01") == "8/8")
    // One form still had the layout of 2023, whose agreements stood under another name.
    let former = try first.table("agreements").filter { $0["sheet"] == "Partnerships" }
    #expect(former.map { $0["agreement_ref"] } == ["EXB-TJ-1"])

    let second = Release(folder: try fund.run(2024).releaseFolder)
    #expect(try second.value("PA-01") == "49")
    #expect(try second.value("PA-02") == "51")
    #expect(try share(second, "PA-05") == "39/49")
    #expect(try second.value("TR-01") == "454495.17")
    #expect(try second.value("TR-02") == "736329.77")
    #expect(try share(second, "RE-01") == "11/12")

    let third = Release(folder: try fund.run(2025).releaseFolder)
    #expect(try third.value("PA-01") == "59")
    #expect(try third.value("PA-02") == "72")
    #expect(try third.value("PA-07") == "49")
    #expect(try share(third, "PA-05") == "46/59")
    #expect(
      try third.figure("TR-01")
        == Release.Figure(value: "346237.67", coverage: "95.55555555555556"))
    #expect(try third.value("TR-02") == "1088637.73")
    #expect(try share(third, "RE-01") == "12/13")
    #expect(
      try third.breakdown("PA-01", by: "programme") == [
        "EX-01": "7", "EX-02": "5", "EX-03": "7", "EX-04": "6", "EX-05": "4", "EX-06": "",
        "EX-07": "4", "EX-09": "3", "EX-10": "13", "EX-11": "3", "EX-12": "3", "EX-13": "0",
        "EX-14": "4",
      ])
    #expect(try third.figure("PA-01", "programme", "EX-06")?.reason == "NOT_REPORTED")
  }

  private func share(_ release: Release, _ indicator: String) throws -> String? {
    try release.figure(indicator).map { "\($0.numerator)/\($0.denominator)" }
  }
}
