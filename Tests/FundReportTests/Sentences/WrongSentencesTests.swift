import Foundation
import FundReport
import Testing

/// A mistake in a sentence is named with file and line.
@Suite struct WrongSentencesTests {
  private func said(_ path: String, _ changes: [(String, String)]) throws -> [String] {
    try FundReportTests.said { fund in
      for (found, replacement) in changes { try fund.edit(path, found, replacement) }
    }
  }

  /// PA-90 has a sentence on lines 10 to 13.
  private func said(ofSentence sentence: String) throws -> [String] {
    try FundReportTests.said { fund in
      try fund.write(
        """
        code: PA-90
        title: Agreements in kind
        chapter: Partnerships
        unit: percent
        from: agreement
        where: in_year and form is 'IN_KIND'
        value: count
        out_of: { where: in_year }
        definition: Agreements of PA-01 in kind, of all of PA-01.
        source: A test
        \(sentence)
        fr: { title: Accords en nature, definition: Accords de PA-01 en nature. }
        es: { title: Acuerdos en especie, definition: Acuerdos de PA-01 en especie. }
        """, to: "pipeline/4-indicators/partnerships/PA-90.yml")
    }.map { $0.replacing("4-indicators/partnerships/", with: "") }
  }

  @Test func `a sentence may be left out, but no language of it`() throws {
    #expect(try said(ofSentence: "") == [])
    #expect(
      try said(ofSentence: "sentence:\n  en: \"{numerator} agreements.\"\n  es: \"{numerator}.\"")
        == [
          "PA-90.yml:12: `fr` is missing; expected `fr: …` here"
        ])
  }

  @Test func `an unknown place, and one that another language lacks, are named with their line`()
    throws
  {
    let sentence = """
      sentence:
        en: "{numerator} of {denominator} agreements."
        fr: "{numerateur} accords sur {denominator}."
        es: "{numerator} acuerdos."
      """
    #expect(
      try said(ofSentence: sentence) == [
        "PA-90.yml:13: `{numerator}` of `en` is missing here",
        "PA-90.yml:13: unknown place `{numerateur}`; known here: year, value, last_year, last_value, "
          + "numerator, denominator, last_numerator, last_denominator",
        "PA-90.yml:14: `{denominator}` of `en` is missing here",
      ])
  }

  @Test func `what may be missing stands in brackets`() throws {
    let sentence = """
      sentence:
        en: "{value} in kind ({last_numerator})."
        fr: "[{value} en nature][ ({last_numerator})]."
        es: "[{value} en especie[ ({last_numerator})]]."
      """
    #expect(
      try said(ofSentence: sentence) == [
        "PA-90.yml:12: `{last_numerator}` must stand in brackets `[…]`: it drops out where last year "
          + "may not be compared",
        "PA-90.yml:12: `{value}` must stand in brackets `[…]`: a share of few things has no "
          + "percentage",
        "PA-90.yml:14: a bracket stands within a bracket",
      ])
  }

  @Test func `a reason says in every language why there is no sentence`() throws {
    #expect(
      try said("5-publications/sentences.yml", [("fr: \"Non publié", "# fr: \"Non publié")]) == [
        "5-publications/sentences.yml:5: `PROVISIONAL` lacks one of the languages en, fr and es",
        "5-publications/sentences.yml:9: `SUPPRESSED` lacks one of the languages en, fr and es",
      ])
  }

  @Test func `the view behind the sentences has the numbers they say`() throws {
    let file = "5-publications/sentences.yml"
    #expect(
      try said(file, [("sentences: sentence_numbers", "sentences: numbers")]) == [
        "\(file):3: there is no view `numbers` in 5-publications"
      ])
    let view = "5-publications/sentence_numbers.sql"
    #expect(
      try said(
        view, [("--   withheld    ", "--   hidden      "), ("END AS withheld", "END AS hidden")]
      )
      .contains("\(view):1: the view `sentence_numbers` has no column `withheld`"))
  }
}
