import Foundation
import Testing

/// Definitions and glossary in three languages: files a translator edits.
@Suite struct GlossaryTests {
  @Test func `figures are defined in three languages, each a click from the others`() throws {
    let fund = try TinyFund()
    let workbook = try AnalystWorkbook(try fund.release())
    let sheets = ["Definitions", "Définitions", "Definiciones"]
    #expect(sheets.map { workbook.lines($0).count } == [87, 87, 87])
    let english = try #require(workbook.lines("Definitions").first)
    let french = try #require(english.links["Français"].flatMap(workbook.line))
    #expect(french["Code"] == "PA-01")
    for (sheet, start) in [
      ("Définitions", "Un tableau. "), ("Glosario", "Una tabla. "), ("Glossary", "One table. "),
    ] {
      #expect(workbook.above(sheet, row: 2)?.hasPrefix(start) == true, "\(sheet)")
    }
    #expect(workbook.above("Glossaire", row: 4) == "Sommaire")
    #expect(french["Chiffre"] == "Accords de mise en œuvre de l'année")
    #expect(french["Unité"] == "nombre")
    let spanish = try #require(french.links["Español"].flatMap(workbook.line))
    #expect(spanish["Cifra"] == "Acuerdos de ejecución del año")
    #expect(spanish.links["English"].flatMap(workbook.line)?["Figure"] == english["Figure"])
    // No definition stands in two languages word for word.
    let texts = zip(workbook.lines("Definitions"), workbook.lines("Définitions"))
    #expect(texts.allSatisfy { $0["Definition"] != $1["Définition"] })
  }

  @Test func `terms are in the order of their language and lead to each other`() throws {
    let fund = try TinyFund()
    let workbook = try AnalystWorkbook(try fund.release())
    let terms = workbook.lines("Glossary")
    #expect(terms.count > 40)
    for name in ["Joint Programme (JP)", "Nil report", "Cut-off", "Tier"] {
      #expect(terms.contains { $0["Term"] == name }, "\(name)")
    }
    for term in terms {
      let french = term.links["Français"].flatMap(workbook.line)
      #expect(french?["Terme"] == term["Français"])
      #expect(french?["English"] == term["Term"])
    }
    let spanish = workbook.lines("Glosario").compactMap { $0["Término"] }
    #expect(spanish.count == terms.count)
    #expect(spanish.prefix(2) == ["Acuerdo de ejecución", "Acuerdo financiero"])
  }

  @Test(arguments: [
    (
      "4-indicators/partnerships/PA-09.yml", "fr:\n  title", "fr:\n  titre",
      "PA-09.yml:25: unknown key `titre`; known here: title, definition"
    ),
    (
      "4-indicators/partnerships/PA-09.yml", "\nes:\n", "\npt:\n",
      "PA-09.yml: `es` is missing; expected `es:` with `title` and `definition` in that language"
    ),
    (
      "4-indicators/partnerships/PA-09.yml", "\nes:\n", "\npt:\n",
      "PA-09.yml:29: unknown key `pt`; known here:"
    ),
    (
      "5-publications/glossary.yml", "fr: Déclaration de néant, ", "",
      "`term` of “Nil report” lacks one of the languages en, fr and es"
    ),
    (
      "5-publications/glossary.yml", "es: Meta }", "es: Fase }",
      "the term “Fase” stands here twice, as “Fase” before"
    ),
    (
      "5-publications/glossary.yml", "days: { en: days, fr: jours, es: días }",
      "days: { en: days, fr: jours }", "the word `days` lacks one of the languages en, fr and es"
    ),
  ])
  func `a missing or superfluous translation is a mistake`(
    file: String, found: String, replacement: String, complaint: String
  ) throws {
    let fund = try TinyFund()
    try fund.copyPipeline()
    try fund.edit(file, found, replacement)
    let run = try fund.program()
    #expect(run.code == 2)
    #expect(run.complaint.contains(complaint), "\(run.complaint)")
  }

  @Test func `without a glossary figures are defined in English, and translations not asked for`()
    throws
  {
    let fund = try TinyFund()
    try fund.copyPipeline()
    try FileManager.default.removeItem(
      atPath: fund.pipelineFolder + "/5-publications/glossary.yml")
    let run = try fund.program()
    #expect(run.code == 2)
    #expect(
      run.complaint.contains(
        "PA-01.yml:40: `fr` is not asked for: there is no glossary in 5-publications"),
      "\(run.complaint.prefix(400))")
  }
}
