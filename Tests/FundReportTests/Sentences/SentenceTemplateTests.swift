import Testing

// A template is checked before any release; its parts are seen in the sentences only.
@testable import FundReport

/// How a sentence is put together.
@Suite struct SentenceTemplateTests {
  private func filled(_ text: String, _ numbers: [String: Double]) throws -> String? {
    try SentenceTemplate(text).filled(
      numbers.mapValues { SaidNumber($0, .things, in: .english) })
  }

  @Test func `numbers take their places, and words the form that goes with them`() throws {
    let text = "{value} {value|agreement|agreements} {value|was|were} signed."
    #expect(try filled(text, ["value": 1]) == "1 agreement was signed.")
    #expect(try filled(text, ["value": 2]) == "2 agreements were signed.")
    #expect(try filled("{value} time{value||s}", ["value": 1]) == "1 time")
  }

  @Test func `brackets drop out as a whole where a number is missing`() throws {
    let text = "{value} agreements[ ({last_year}: {last_value})]."
    #expect(try filled(text, ["value": 2, "last_year": 7]) == "2 agreements.")
    #expect(
      try filled(text, ["value": 2, "last_year": 7, "last_value": 3]) == "2 agreements (7: 3).")
  }

  @Test func `without a number outside brackets there is no sentence`() throws {
    #expect(try filled("{value} agreements.", [:]) == nil)
    #expect(try filled("Some {value|agreement|agreements}.", [:]) == nil)
  }

  @Test(arguments: [
    ("{value", "a place is opened with `{` and not closed"),
    ("{value[x]}", "a place is opened with `{` and not closed"),
    ("value}", "`}` closes nothing"),
    ("a]", "`]` closes nothing"),
    ("[ ({value})", "a bracket is opened with `[` and not closed"),
    ("[a [b]]", "a bracket stands within a bracket"),
    (
      "{value|agreements}",
      "`{value|agreements}` has 1 forms; expected the singular and the plural, as in "
        + "`{value|agreement|agreements}`"
    ),
  ])
  func `what is no template is said`(text: String, problem: String) {
    #expect(throws: SentenceTemplate.Problem(description: problem)) { try SentenceTemplate(text) }
  }
}
