import Testing

/// GO-05: country Joint Programmes that the governments of all their countries have endorsed.
@Suite struct GovernmentEndorsementTests {
  private static let programmes = """
    programme_code,former_codes,title,scope,countries,start_on,end_on
    JP-1,,One,COUNTRY,KEN,2022-01-01,2026-12-31
    JP-2,OLD-2,Two,MULTI_COUNTRY,KEN;UGA,2022-01-01,2026-12-31
    JP-3,,Three,MULTI_COUNTRY,KEN;UGA,2022-01-01,2026-12-31
    JP-4,,Four,REGIONAL,KEN,2022-01-01,2026-12-31
    JP-5,,Five,COUNTRY,,2022-01-01,2026-12-31
    JP-6,,Six,COUNTRY,KEN,2022-01-01,2024-12-31
    JP-7,,Seven,,KEN,2022-01-01,2026-12-31
    JP-8,,Eight,COUNTRY,KEN,2022-01-01,2026-12-31
    """

  private func fund(endorsements: String) throws -> TinyFund {
    let fund = try TinyFund()
    try fund.register("programmes", Self.programmes)
    try fund.register(
      "endorsements", "programme_code,country,authority,endorsed_on\n" + endorsements)
    return fund
  }

  @Test func `every country counts, up to 31 December, and other countries do not help`() throws {
    let release = try fund(
      endorsements: """
        JP-1,KEN,Ministry,2025-12-31
        jp-2,KEN,Ministry,2022-03-01
        OLD-2,UGA,Ministry,2022-04-01
        OLD-2,UGA,Parliament,2023-04-01
        JP-3,KEN,Ministry,2022-03-01
        JP-3,UGA,Ministry,2026-01-01
        JP-3,TZA,Ministry,2022-03-01
        JP-4,KEN,Ministry,2022-03-01
        JP-6,KEN,Ministry,2022-03-01
        JP-7,KEN,Ministry,2022-03-01
        JP-8,KEN,Ministry,
        """
    ).release()
    // Live and for countries: JP-1, 2, 3, 5, 8. Endorsed: JP-1 and JP-2; JP-3 lacks Uganda, JP-5 names
    // no country, JP-8 has no day.
    #expect(
      try release.figure("GO-05")
        == Release.Figure(value: "40", numerator: "2", denominator: "5", coverage: "100"))
  }

  @Test func `a programme that does not exist stops the run`() throws {
    let run = try fund(endorsements: "JP-9,KEN,Ministry,2025-01-01").program()
    #expect(run.code == 2)
    #expect(
      run.complaint.hasSuffix(
        "registers/endorsements.csv:2: the programme JP-9 is not in the register of programmes\n"))
  }
}
