import Foundation
import FundReport
import Testing

/// What senders are told is there in every language of the forms, or the definitions do not hold.
@Suite struct TranslationsTests {
  @Test(arguments: [
    (
      "3-checks/C-10.yml", "      fr: \"au moins {paid}\"\n", "",
      "3-checks/C-10.yml:19: `expected` lacks one of the languages en, fr, es"
    ),
    (
      "3-checks/C-10.yml", "al menos {paid}", "al menos {found}",
      "3-checks/C-10.yml:19: `expected` names other values in one language than in another"
    ),
    (
      "3-checks/C-10.yml", "{agreement_ref}", "{reference}",
      "3-checks/C-10.yml:23: the SQL returns no `reference`, which the text names"
    ),
    (
      "3-checks/C-04.yml", "{found|stakeholder_types}", "{found|types}",
      "3-checks/C-04.yml:20: there is no code list `types`"
    ),
    (
      "3-checks/C-02.yml", "      no_currency:", "      no_money:",
      "3-checks/C-02.yml:26: the SQL never says `no_money`"
    ),
    (
      "3-checks/C-10.yml", "  fr: \"Plus payé que convenu\"\n", "",
      "3-checks/C-10.yml:1: the title lacks one of the languages en, fr, es"
    ),
    (
      "5-publications/phrases.yml", "    fr: \"une valeur\"\n", "",
      "5-publications/phrases.yml:5: “a value” lacks one of the languages en, fr, es"
    ),
    (
      "5-publications/phrases.yml", "en: \"a value\"", "en: \"some value\"",
      "5-publications/phrases.yml:4: the phrase “a value” is missing; add it with its translations"
    ),
    (
      "5-publications/phrases.yml", "en: \"a value\"", "en: \"some value\"",
      "5-publications/phrases.yml:5: the program never says “some value”"
    ),
    (
      "5-publications/return.yml", ", fr: Constats", "",
      "5-publications/return.yml:2: the word `findings` lacks one of the languages en, fr and es"
    ),
  ])
  func `a text that lacks a language, or says something else in it, is named with its line`(
    file: String, found: String, replacement: String, expected: String
  ) throws {
    let mistakes = try said { try $0.edit(file, found, replacement) }
    #expect(mistakes.contains(expected), "\(mistakes)")
  }

  @Test func `a new check says what it tells senders in their languages, or tells the office`()
    throws
  {
    let check = """
      code: X-77
      title: { en: Probe, fr: Essai, es: Prueba }
      severity: notice
      why: A test
      mend: Mend it.
      source: A test
      finds:
        - sql: SELECT row_id, 'a message' AS message FROM sheet_agreements
      """
    let mistakes = try said { try $0.write(check, to: "pipeline/3-checks/X-77.yml") }
    #expect(
      mistakes == [
        "3-checks/X-77.yml:8: the finding goes back to senders; give it a `message:` in en, fr, es "
          + "instead of a column, or say `tells: office`"
      ])
    let office = check.replacing("  - sql:", with: "  - tells: office\n    sql:")
    #expect(try said { try $0.write(office, to: "pipeline/3-checks/X-77.yml") } == [])
  }
}
