import Testing

// The numbers themselves have no outside but a whole release.
@testable import FundReport

/// How numbers are written, and which form of a noun they ask for, in each language.
///
/// `·` stands for the narrow space that breaks no line, `_` for the wide one.
@Suite struct SaidNumberTests {
  private func said(_ number: Double, _ form: SaidNumber.Form) -> [String] {
    Language.allCases.map { language in
      SaidNumber(number, form, in: language).text
        .replacing("\u{202F}", with: "·").replacing("\u{A0}", with: "_")
    }
  }

  @Test(
    arguments: [
      (0, ["0", "0", "0"]),
      (999, ["999", "999", "999"]),
      // Spanish parts digits only where there are more than four.
      (1234, ["1,234", "1·234", "1234"]),
      (12345, ["12,345", "12·345", "12·345"]),
      (1_234_567, ["1,234,567", "1·234·567", "1·234·567"]),
      (2.5, ["2.5", "2,5", "2,5"]),
      (2.04, ["2", "2", "2"]),
      (2.05, ["2.1", "2,1", "2,1"]),
      (999.96, ["1,000", "1·000", "1000"]),
      (-6, ["−6", "−6", "−6"]),
      (-0.04, ["0", "0", "0"]),
    ] as [(Double, [String])])
  func `things have at most one decimal`(number: Double, texts: [String]) {
    #expect(said(number, .things) == texts)
  }

  @Test(
    arguments: [
      (50, ["50.0%", "50,0·%", "50,0_%"]),
      (85.714285714, ["85.7%", "85,7·%", "85,7_%"]),
      (12.25, ["12.3%", "12,3·%", "12,3_%"]),
      (1150, ["1,150.0%", "1·150,0·%", "1150,0_%"]),
      (-8.25, ["−8.3%", "−8,3·%", "−8,3_%"]),
    ] as [(Double, [String])])
  func `percentages have one decimal and their sign`(number: Double, texts: [String]) {
    #expect(said(number, .percent) == texts)
  }

  @Test func `amounts are whole dollars, years have no separators`() {
    #expect(said(346_237.5, .money) == ["346,238", "346·238", "346·238"])
    #expect(said(9999.49, .money) == ["9,999", "9·999", "9999"])
    #expect(said(2025, .plain) == ["2025", "2025", "2025"])
    #expect(said(1234.5, .decimals(2)) == ["1,234.50", "1·234,50", "1234,50"])
  }

  /// English, French, Spanish; `true` is the singular.
  @Test(
    arguments: [
      (0, [false, true, false]),
      (0.5, [false, true, false]),
      (1, [true, true, true]),
      (1.5, [false, true, false]),
      (2, [false, false, false]),
      (-1, [true, true, true]),
      // What is shown decides: 1.04 is shown as 1, and 1.96 as 2.
      (1.04, [true, true, true]),
      (1.96, [false, false, false]),
      (11, [false, false, false]),
      (1_000_000, [false, false, false]),
    ] as [(Double, [Bool])])
  func `the singular follows the rules of each language`(number: Double, singular: [Bool]) {
    #expect(
      Language.allCases.map { SaidNumber(number, .things, in: $0).isSingular } == singular)
  }

  @Test func `one per cent is a plural in English, where decimals are shown`() {
    #expect(
      Language.allCases.map { SaidNumber(1, .percent, in: $0).isSingular } == [false, true, true])
  }
}
