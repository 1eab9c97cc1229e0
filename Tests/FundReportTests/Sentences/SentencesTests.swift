import Foundation
import Testing

// That every figure has a sentence is asked of the definitions themselves.
@testable import FundReport

/// What the report says of figures, and when it says nothing.
@Suite struct SentencesTests {
  /// English, French and Spanish; `·` is the narrow space that breaks no line, `_` the wide one.
  private func said(_ release: Release, _ indicator: String, of edition: String = "internal")
    throws -> [String]
  {
    let line = try #require(
      release.table("sentences", of: edition).first { $0["indicator"] == indicator })
    return ["sentence_en", "sentence_fr", "sentence_es"].map { column in
      (line[column] ?? "").replacing("\u{202F}", with: "·").replacing("\u{A0}", with: "_")
    }
  }

  private func reasons(_ release: Release, of edition: String = "internal") throws -> [String:
    String]
  {
    let lines = try release.table("sentences", of: edition)
    return Dictionary(
      lines.map { ($0["indicator"] ?? "", $0["reason"] ?? "") }, uniquingKeysWith: { $1 })
  }

  private func agreements(_ count: Int, start: String = "2025-02-01") -> String {
    Agreements.rows(
      (1...count).map { ("A-\($0)", ["start_on": start, "signed_on": start, "amount": "1500"]) })
  }

  @Test func `every figure has a sentence in three languages`() throws {
    let definitions = try Definitions(
      pipelineFolder: Repository.pipeline, dataFolder: Repository.root + "/data")
    let indicators = definitions.pipeline.indicators
    #expect(indicators.filter { $0.sentence?.entries.count != 3 }.map(\.code) == [])
  }

  @Test func `totals come first, by chapter; then the categories, in words`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: agreements(1), sheets: Engagement.rows([[:]]))
    for edition in ["internal", "public"] {
      let lines = try fund.release().table("sentences", of: edition)
      let hasCategory = lines.map { $0["category"] != "" }
      #expect(hasCategory == hasCategory.sorted { !$0 && $1 })
      let last = try #require(lines.last)
      #expect(last["indicator"] == "EN-15")
      #expect(last["label"] == "Implementation × Migrants and their families × Consultation")
      let chapters = lines.filter { $0["category"] == "" }.map { $0["chapter"] ?? "" }
      let changes = zip(chapters, chapters.dropFirst()).count { $0 != $1 }
      #expect(changes == Set(chapters).count - 1)
    }
  }

  @Test func `none, one and many each have their form`() throws {
    let none = try TinyFund()
    try none.form(answers: ["no_agreements": "yes"])
    #expect(
      try said(none.release(), "PA-01") == [
        "In 2025, 0 implementation agreements with non-governmental partners were in force.",
        "En 2025, 0 accord de mise en œuvre avec des partenaires non gouvernementaux était en "
          + "vigueur.",
        "En 2025, 0 acuerdos de ejecución con socios no gubernamentales estaban en vigor.",
      ])
    let one = try TinyFund()
    try one.form(agreements: agreements(1))
    #expect(
      try said(one.release(), "PA-01") == [
        "In 2025, 1 implementation agreement with non-governmental partners was in force.",
        "En 2025, 1 accord de mise en œuvre avec des partenaires non gouvernementaux était en "
          + "vigueur.",
        "En 2025, 1 acuerdo de ejecución con socios no gubernamentales estaba en vigor.",
      ])
    // Ten agreements of USD 1,500 each.
    let many = try TinyFund()
    try many.form(agreements: agreements(10))
    #expect(
      try said(many.release(), "PA-18") == [
        "In 2025, the implementation agreements in force were worth USD_15,000 in all.",
        "En 2025, la valeur totale des accords de mise en œuvre en vigueur était de 15·000_USD.",
        "En 2025, el valor total de los acuerdos de ejecución en vigor era de 15·000_USD.",
      ])
  }

  @Test func `a share has a percentage from ten on, and its parts only below`() throws {
    let fund = try TinyFund()
    // with money, A-10 to A-12 in kind: 9 of 12.
    let rows = (1...12).map { number in
      ("A-\(number)", number < 10 ? [:] : ["form": "IN_KIND", "amount": "", "currency": ""])
    }
    try fund.form(agreements: Agreements.rows(rows))
    let release = try fund.release()
    #expect(
      try said(release, "PA-05") == [
        "In 2025, 9 of 12 implementation agreements (75.0%) had a financial component.",
        "En 2025, 9 accords de mise en œuvre sur 12 (75,0·%) avaient une composante financière.",
        "En 2025, 9 de 12 acuerdos de ejecución (75,0_%) tenían un componente financiero.",
      ])
    #expect(
      try said(release, "PA-04") == [
        "In 2025, 1 of 1 Joint Programme that reported on agreements had at least one "
          + "implementation agreement with a non-governmental partner.",
        "En 2025, 1 programme conjoint sur 1 ayant fait rapport sur les accords avait au moins un "
          + "accord de mise en œuvre avec un partenaire non gouvernemental.",
        "En 2025, 1 de 1 programa conjunto que informó sobre acuerdos tenía al menos un acuerdo de "
          + "ejecución con un socio no gubernamental.",
      ])
  }

  @Test func `of one the words are singular, and a register is said to be that of today`() throws {
    let fund = try TinyFund()
    try fund.register(
      "applications",
      "call,application,submitted_on,cso_name,consent,consented_on,evidence\n"
        + "C-1,A-1,2025-05-01,Alpha,yes,2025-05-01,Letter")
    try fund.register(
      "recommendations", "recommendation,accepted,due_on,status\nR-1,yes,2025-12-31,DONE")
    for version in 1...2 { try fund.form(version: version) }
    let release = try fund.release()
    #expect(
      try said(release, "AC-06") == [
        "In 2025, 1 of 1 civil-society organisation named in applications had agreed to it.",
        "En 2025, 1 organisation de la société civile sur 1 nommée dans les candidatures y avait "
          + "consenti.",
        "En 2025, 1 de 1 organización de la sociedad civil mencionada en solicitudes había dado su "
          + "consentimiento.",
      ])
    #expect(
      try said(release, "EV-09") == [
        "As the register now stands, 1 of 1 accepted recommendation due by the end of 2025 is done.",
        "Selon le registre à ce jour, 1 recommandation acceptée sur 1 à échéance au plus tard fin "
          + "2025 est exécutée.",
        "Según el registro a día de hoy, 1 de 1 recomendación aceptada con vencimiento a más tardar a "
          + "finales de 2025 está cumplida.",
      ])
    #expect(
      try said(release, "RE-05") == [
        "For 2025, Joint Programmes sent 1 corrected form.",
        "Pour 2025, les programmes conjoints ont envoyé 1 formulaire corrigé.",
        "Para 2025, los programas conjuntos enviaron 1 formulario corregido.",
      ])
    #expect(
      try said(release, "PF-04") == [
        "In 2025, live Joint Programmes covered 1 of the Fund's 5 thematic areas.",
        "En 2025, les programmes conjoints en cours couvraient 1 des 5 domaines thématiques du Fonds.",
        "En 2025, los programas conjuntos en curso abarcaban 1 de las 5 áreas temáticas del Fondo.",
      ])
  }

  @Test func `without a value the reason stands in place of the sentence`() throws {
    let fund = try TinyFund()
    // There is no rate for UGX.
    try fund.form(
      agreements: agreements(1), transfers: Transfers.rows([("A-1", ["currency": "UGX"])]))
    let release = try fund.release()
    let reasons = try reasons(release)
    #expect(reasons["TR-01"] == "NO_DATA")
    #expect(reasons["EN-09"] == "NO_DENOMINATOR")
    #expect(reasons["PA-01"] == "")
    #expect(
      try said(release, "TR-01") == [
        "No sentence: there are no data, or no exchange rate.",
        "Pas de phrase_: il n’y a pas de données, ou pas de taux de change.",
        "Sin frase: no hay datos, o no hay tipo de cambio.",
      ])
  }

  @Test func `a provisional release says nothing`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2")
    try fund.form(agreements: agreements(1))
    // One of two live programmes: below 80 %.
    let release = try fund.release()
    #expect(try Set(reasons(release).values) == ["PROVISIONAL"])
    #expect(
      try said(release, "PA-01", of: "public")[0]
        == "Withheld: provisional, fewer than 80_% of live Joint Programmes have reported.")
  }

  @Test func `last year stands in brackets while it may be compared`() throws {
    let fund = try TinyFund()
    try fund.copyPipeline()
    try fund.form(year: 2024, agreements: agreements(2, start: "2024-02-01"))
    try fund.form(agreements: agreements(3, start: "2024-02-01"))
    _ = try fund.release(2024)
    let before = try fund.release()
    #expect(try said(before, "PA-01")[0].hasSuffix("were in force (2024: 2)."))
    #expect(try said(before, "PA-01")[1].hasSuffix("étaient en vigueur (2024_: 2)."))
    #expect(
      try said(before, "PA-05")[0]
        == "In 2025, 3 of 3 implementation agreements had a financial component (2024: 2 of 2).")
    try fund.edit(
      "2-models/agreement.sql", "f.financial AND coalesce(a.amount, 0) > 0",
      "f.financial")
    let after = try fund.release()
    #expect(
      try said(after, "PA-05")[0]
        == "In 2025, 3 of 3 implementation agreements had a financial component.")
    #expect(try said(after, "PA-01")[0].hasSuffix("were in force (2024: 2)."))
  }

  @Test func `the public reads nothing that is withheld, of this year or the last`() throws {
    let fund = try TinyFund()
    try fund.form(
      year: 2024, sheets: Engagement.rows([["women": "3", "engaged_on": "2024-06-01"]]))
    try fund.form(sheets: Engagement.rows([["women": "30"]]))
    // Three people are too few to be told.
    let first = try fund.release(2024)
    #expect(try said(first, "EN-11")[0].contains("counted 3 participations"))
    #expect(try reasons(first, of: "public")["EN-11"] == "SUPPRESSED")
    #expect(try said(first, "EN-11", of: "public")[0].hasPrefix("Withheld: the number, or one"))
    let second = try fund.release()
    #expect(try said(second, "EN-11")[0].hasSuffix("counted 30 participations (2024: 3)."))
    #expect(try said(second, "EN-11", of: "public")[0].hasSuffix("counted 30 participations."))
    // Due diligence is never public.
    #expect(try reasons(second)["PA-15"] != nil)
    #expect(try reasons(second, of: "public")["PA-15"] == nil)
  }

  @Test func `a figure without a total has a sentence for each category`() throws {
    let fund = try TinyFund()
    try fund.form(sheets: Engagement.rows([[:]]))
    #expect(
      try said(fund.release(), "EN-15") == [
        "By the end of 2025, the highest level of engagement of the group “Migrants and their "
          + "families” in the phase “Implementation” was “Consultation” in 1 Joint Programme.",
        "À la fin de 2025, le plus haut niveau de participation du groupe «_Migrants et leurs "
          + "familles_» dans la phase «_Mise en œuvre_» était «_Consultation_» dans 1 programme "
          + "conjoint.",
        "A finales de 2025, el nivel más alto de participación del grupo «Personas migrantes y sus "
          + "familias» en la fase «Ejecución» era «Consulta» en 1 programa conjunto.",
      ])
  }
}
