import Testing

/// C-09: days of agreements that cannot be, or lie outside their Joint Programme.
@Suite struct AgreementDatesTests {
  @Test func `an end before the start is an error, a day outside the programme a warning`() throws {
    let fund = try TinyFund()  // JP-1 runs from 2022 to 2026
    try fund.form(
      agreements: Agreements.rows([
        ("2", ["start_on": "2022-01-01", "end_on": "2026-12-31"]),
        ("3", ["end_on": "2025-01-31"]), ("4", ["start_on": "2021-12-31"]),
        ("5", ["start_on": "2027-01-01"]), ("6", ["end_on": "2027-01-01"]),
        ("7", ["start_on": "2021-01-01", "end_on": "2021-12-31"]),
        ("8", ["end_on": "2025-02-01"]),
      ]))
    let release = try fund.release()
    #expect(
      try release.issues(of: "C-09") == [
        "error agreements.csv!P3 2025-01-31", "warning agreements.csv!O4 2021-12-31",
        "warning agreements.csv!O5 2027-01-01", "warning agreements.csv!P6 2027-01-01",
        "warning agreements.csv!O7 2021-01-01", "warning agreements.csv!P7 2021-12-31",
      ])
    #expect(
      try release.messages(of: "C-09").prefix(2) == [
        "the agreement ends before it starts; correct one of the dates",
        "the agreement starts outside the dates of JP-1; check the date",
      ])
  }
}
