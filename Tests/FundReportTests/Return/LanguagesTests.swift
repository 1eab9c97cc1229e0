import Foundation
import FundReport
import Spreadsheet
import Testing

/// What is said to the sender of a form, in the language of the form.
@Suite struct LanguagesTests {
  /// Three agreements: one financial without amount, one with a text for it, one of a misspelt type;
  /// and a payment under an agreement nobody entered.
  private static func entries(_ misspelt: String) -> String {
    let rows = [(6, "A-1"), (7, "A-2"), (8, "A-3")].map { row, reference in
      let type = row == 8 ? #""\#(misspelt)""# : #"{"pick": 2}"#
      let amount = row == 7 ? #"[1, "M7", "1.200,50"],"# : row == 8 ? #"[1, "M8", 5],"# : ""
      return #"""
        [1, "B\#(row)", "\#(reference)"], [1, "C\#(row)", "IOM"], [1, "D\#(row)", "Beta"],
        [1, "E\#(row)", \#(type)], [1, "F\#(row)", {"pick": 1}], [1, "G\#(row)", {"pick": 115}],
        [1, "H\#(row)", {"pick": 4}], [1, "I\#(row)", {"pick": 1}], [1, "L\#(row)", "KES"],
        \#(amount) [1, "N\#(row)", "2025-01-10"], [1, "J\#(row)", "2025-01-20"],
        [1, "K\#(row)", {"pick": 3}]
        """#
    }
    return #"""
      [[0, "B9", "2026-02-15"], \#(rows.joined(separator: ",")),
       [2, "B6", "A-9"], [2, "C6", "IOM"], [2, "D6", "2025-02-15"], [2, "E6", "KES"],
       [2, "F6", 250.75]]
      """#
  }

  private struct Case {
    var language: Language
    var misspelt: String
    var said: [String]
  }

  private static let cases = [
    Case(
      language: .english, misspelt: "National NGU",
      said: [
        "error C-02 – Amount and form of an agreement disagree",
        "Agreements!M6: a Financial agreement has no amount; type the amount, or correct the form",
        "expected: an amount, 0 included",
        "error C-15 – A cell or answer that cannot be used",
        "Agreements!M7: “1.200,50” is not a plain number; type digits with a decimal point, without "
          + "thousands separators or currency",
        "found:    1.200,50", "expected: a number such as 1200.50",
        "Agreements!E8: “National NGU” is not in the list “Stakeholder type”; did you mean NGO_N "
          + "(National NGO)?",
        "found:    National NGU", "expected: a code of the list “Stakeholder type”",
        "Transfers!B6: there is no agreement A-9 of IOM; add the agreement, or correct the reference "
          + "or the PUNO",
        "found:    A-9", "expected: an agreement of IOM on the sheet of agreements",
      ]),
    Case(
      language: .french, misspelt: "ONG nationle",
      said: [
        "erreur C-02 – Montant et forme de l'accord se contredisent",
        "Accords!M6: un accord de forme « Financier » n'a pas de montant ; saisissez le montant, ou "
          + "corrigez la forme",
        "attendu: un montant, 0 compris",
        "erreur C-15 – Une cellule ou une réponse inutilisable",
        "Accords!M7: « 1.200,50 » n'est pas un nombre simple ; saisissez des chiffres avec un point "
          + "décimal, sans séparateur de milliers ni monnaie",
        "trouvé:  1.200,50", "attendu: un nombre, par exemple 1200.50",
        "Accords!E8: « ONG nationle » n'est pas dans la liste « Type de partie prenante » ; vouliez-vous "
          + "dire NGO_N (ONG nationale) ?",
        "trouvé:  ONG nationle", "attendu: un code de la liste « Type de partie prenante »",
        "Transferts!B6: il n'y a pas d'accord A-9 de IOM ; ajoutez l'accord, ou corrigez la référence "
          + "ou l'organisation",
        "trouvé:  A-9", "attendu: un accord de IOM sur la feuille des accords",
      ]),
    Case(
      language: .spanish, misspelt: "ONG nacionl",
      said: [
        "error C-02 – El importe y la forma del acuerdo se contradicen",
        "Acuerdos!M6: un acuerdo de forma «Financiero» no tiene importe; escriba el importe, o corrija "
          + "la forma",
        "esperado: un importe, 0 incluido",
        "error C-15 – Una celda o respuesta que no se puede usar",
        "Acuerdos!M7: «1.200,50» no es un número simple; escriba cifras con punto decimal, sin "
          + "separadores de miles ni moneda",
        "hallado:  1.200,50", "esperado: un número, por ejemplo 1200.50",
        "Acuerdos!E8: «ONG nacionl» no está en la lista «Tipo de parte interesada»; ¿quería decir NGO_N "
          + "(ONG nacional)?",
        "hallado:  ONG nacionl", "esperado: un código de la lista «Tipo de parte interesada»",
        "Transferencias!B6: no hay acuerdo A-9 de IOM; añada el acuerdo, o corrija la referencia o la "
          + "organización",
        "hallado:  A-9", "esperado: un acuerdo de IOM en la hoja de acuerdos",
      ]),
  ]

  @Test(arguments: Self.cases.indices)
  func `check and the return say everything in one pass, rule by rule, as the form speaks`(
    number: Int
  ) throws {
    let (fund, expected) = (try TinyFund(), Self.cases[number])
    let written = try FormTemplates(pipelineFolder: fund.pipelineFolder, dataFolder: fund.folder)
      .write(year: 2025, programme: "JP-1", language: expected.language, to: fund.folder)
    let sent = fund.folder + "/sent.xlsx"
    let filling = try Witness(
      "fill_form.py", written[1], sent, Self.entries(expected.misspelt))
    #expect(filling.lines == [])
    let answer = fund.folder + "/answer.xlsx"
    let program = try Program(
      "check", sent, "--data", fund.folder, "--pipeline", fund.pipelineFolder, "--return", answer)
    let lines = program.output.split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces).replacing(sent + " › ", with: "")
    }
    #expect(lines == expected.said)
    #expect(program.code == 1)
    let told = try Witness("readback.py", answer).lines
    let messages = expected.said.compactMap { $0.firstMatch(of: /^[^ ]+![A-Z]+[0-9]+: (.*)$/)?.1 }
    #expect(messages.count == 4)
    for message in messages { #expect(told.contains { $0.contains(message) }, "\(message)") }
    // A run sends back the same; the Fund's own issues stay in English.
    try FileManager.default.createDirectory(
      atPath: fund.folder + "/reports/2025", withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      atPath: sent, toPath: fund.folder + "/reports/2025/sent.xlsx")
    let release = try fund.release()
    #expect(
      try release.messages(of: "C-02") == [
        "a Financial agreement has no amount; type the amount, or correct the form"
      ])
    let returned = try Witness(
      "readback.py", release.folder + "/internal/returns/JP-1-2025-IOM-v1.xlsx"
    ).lines
    for message in messages { #expect(returned.contains { $0.contains(message) }, "\(message)") }
  }
}
