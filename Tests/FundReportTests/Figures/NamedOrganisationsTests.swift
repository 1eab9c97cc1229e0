import Testing

/// AC-06 and C-08: civil-society organisations named in applications.
@Suite struct NamedOrganisationsTests {
  private func release() throws -> Release {
    let fund = try TinyFund()
    try fund.register(
      "applications",
      """
      call,application,submitted_on,cso_name,consent,consented_on,evidence
      C-1,AP-1,2025-01-01,Alpha,yes,2025-01-01,Letter
      C-1,AP-1,2025-01-01,Beta,yes,2025-01-02,Letter
      C-1,AP-1,2025-01-01,Gamma,yes,2024-12-01,
      C-1,AP-2,2025-12-31,Alpha,yes,,Letter
      C-2,AP-3,2025-12-31,Delta,unknown,2025-01-01,Letter
      C-2,AP-3,2025-12-31,Eta,yes,2020-01-01,Letter
      C-2,AP-4,2024-12-31,Zeta,no,,
      C-2,AP-5,,Zeta,no,,
      C-2,AP-4,2024-12-31,Theta,yes,2020-01-01,Letter
      """)
    return try fund.release()
  }

  @Test func `consent has a day up to the application's, and evidence`() throws {
    let release = try release()
    // Submitted in the year: six. Agreed: Alpha in AP-1, Eta.
    #expect(
      try release.figure("AC-06")
        == Release.Figure(value: "33.333333333333336", numerator: "2", denominator: "6"))
    #expect(try release.parts("AC-06", by: "call") == ["C-1": "1/4", "C-2": "1/2"])
  }

  @Test func `each of the others is a warning at the cell to mend`() throws {
    let release = try release()
    #expect(
      try release.issues(of: "C-08")
        == ["warning !F3 2025-01-02", "warning !G4 ", "warning !F5 ", "warning !E6 "])
    #expect(
      try release.messages(of: "C-08") == [
        "the application AP-1 names “Beta” and its consent of 2025-01-02 came after the application",
        "the application AP-1 names “Gamma” without evidence of its consent; file it",
        "the application AP-2 names “Alpha” with a consent that has no date; fill it in",
        "the application AP-3 names “Delta” without its consent; ask the organisation, or take its name "
          + "out",
      ])
    let files = Set(try release.issues.filter { $0.rule == "C-08" }.map(\.file))
    #expect(files == ["registers/applications.csv"])
  }

  @Test func `without an application there is no share`() throws {
    #expect(try TinyFund().release().figure("AC-06")?.reason == "NO_DENOMINATOR")
  }
}
