import Spreadsheet
import Testing

struct DecimalTextTests {
  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (1234.1, "1234.1"), (-0.5, "-0.5"),
    (0.1 + 0.2, "0.30000000000000004"), (123_456_789_012_345, "123456789012345"),
    (1e15, "1000000000000000"), (1e16, "10000000000000000"), (1.5e21, "1500000000000000000000"),
    (0.00001, "0.00001"), (1.25e-7, "0.000000125"), (100, "100"), (1e22, "1" + zeros(22)),
    (9_007_199_254_740_992, "9007199254740992"), (1_234_567.875, "1234567.875"),
    (.leastNonzeroMagnitude, "0." + zeros(323) + "5"),
  ])
  func `a number is its shortest decimal without an exponent`(number: Double, text: String) {
    #expect(DecimalText.shortest(number) == text)
  }

  @Test func `every decimal of up to four places reads back as the same number`() {
    for tenThousandths in stride(from: -200_000, through: 200_000, by: 7) {
      let number = Double(tenThousandths) / 10_000
      let text = DecimalText.shortest(number)
      #expect(Double(text) == number)
      #expect(text.count <= 8)
    }
  }
}

private func zeros(_ count: Int) -> String {
  String(repeating: "0", count: count)
}
