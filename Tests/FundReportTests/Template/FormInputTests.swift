import FundReport
import Testing

/// What a form says while a cell is selected and when something else is typed, as it is written
/// into the workbook.
@Suite struct FormInputTests {
  /// Per language: a drop-down list, a number, a day, a list, a reference, a count.
  private static let said: [(language: Language, rules: [String])] = [
    (
      .english,
      [
        "rule Agreements!F6:F505: list None 'Lists'!$F$5:$F$8 None, None, \"Required. How far the "
          + "partner's own work reaches.\", 'This is not in the list. Choose one from the list; the "
          + "sheet “Lists” shows them all.'",
        "rule Agreements!J6:J505: date None 25569 73415, None, 'Required. A day such as 2025-03-31.', "
          + "'This is not a day between 1970 and 2100. Type it as year-month-day, such as 2025-03-31.'",
        "rule Agreements!M6:M505: decimal greaterThanOrEqual -100000000000000 None, None, 'In some "
          + "cases. Current value of the part paid by this Joint Programme, in the currency given. "
          + "Required where money is involved; 0 counts as an amount.', 'This is not a number. Type "
          + "digits and the decimal mark of your computer, nothing else.'",
        "rule Agreements!V6:X505: list None 'Lists'!$J$5:$J$14 None, warning, 'Optional. Choose one "
          + "per column; further ones go into the last column, parted by a semicolon.', 'This is not "
          + "in the list. Choose one from the list; the sheet “Lists” shows them all.'",
        "rule Transfers!B6:B505: list None 'Agreements'!$B$6:$B$505 None, warning, 'Required. The "
          + "reference of the agreement, as on the sheet of agreements.', 'This stands nowhere on the "
          + "other sheet. Keep it only if you will enter it there too.'",
        "rule Structures!F6:F505: whole None 0 1000000000, None, 'Required. All seats of this kind of "
          + "holder, voting or not.', 'This is not a whole number of the size expected. Type digits "
          + "only.'",
      ]
    ),
    (
      .french,
      [
        "rule Accords!F6:F505: list None 'Listes'!$F$5:$F$8 None, None, \"Obligatoire. La portée de "
          + "l'action propre du partenaire.\", \"Cette valeur n'est pas dans la liste. Choisissez-en "
          + "une ; la feuille « Listes » les montre toutes.\"",
        "rule Accords!J6:J505: date None 25569 73415, None, 'Obligatoire. Un jour, par exemple "
          + "2025-03-31.', \"Ce n'est pas un jour entre 1970 et 2100. Écrivez année-mois-jour, par "
          + "exemple 2025-03-31.\"",
        "rule Accords!V6:X505: list None 'Listes'!$J$5:$J$14 None, warning, 'Facultatif. "
          + "Choisissez-en un par colonne ; les suivants vont dans la dernière colonne, séparés par un "
          + "point-virgule.', \"Cette valeur n'est pas dans la liste. Choisissez-en une ; la feuille "
          + "« Listes » les montre toutes.\"",
      ]
    ),
    (
      .spanish,
      [
        "rule Acuerdos!F6:F505: list None 'Listas'!$F$5:$F$8 None, None, 'Obligatorio. El alcance de "
          + "la labor propia del socio.', 'Este valor no está en la lista. Elija uno de ella; la hoja "
          + "«Listas» los muestra todos.'",
        "rule Estructuras!F6:F505: whole None 0 1000000000, None, 'Obligatorio. Todos los puestos de "
          + "este tipo de titular, con o sin voto.', 'No es un número entero del tamaño esperado. "
          + "Escriba solo cifras.'",
      ]
    ),
  ]

  @Test(arguments: Self.said.indices)
  func `what may be typed is said in the form's language, before and after`(number: Int) throws {
    let (language, expected) = Self.said[number]
    let fund = try TinyFund()
    let lines = try Witness("readback.py", try fund.leadsForm(in: language)).lines
    #expect(expected.filter { !lines.contains($0) } == [])
    // Every cell that may be filled in says something.
    let rules = lines.filter { $0.hasPrefix("rule ") }
    let saysNothing = rules.filter { $0.contains(", None, None, ") }
    #expect(rules.count > 100 && saysNothing == [])
  }

  @Test(arguments: Language.allCases)
  func `a form, what goes back and the registers keep the rules of the format`(language: Language)
    throws
  {
    let fund = try TinyFund()
    try fund.form(year: 2024, agreements: Agreements.rows([("A-1", [:])]))
    let form = try fund.leadsForm(in: language)
    let (answer, registers) = (fund.folder + "/answer.xlsx", fund.folder + "/registers.xlsx")
    #expect(
      try Program("check", form, "--data", fund.folder, "--return", answer).code == 1)
    #expect(
      try Program("template", "--registers", "--data", fund.folder, "--to", registers).code == 0)
    #expect(try Witness("format_rules.py", form, answer, registers).lines == [])
  }

  @Test func `what is locked leaves widths and selections to the reader, without a password`()
    throws
  {
    let fund = try TinyFund()
    let lines = try Witness("readback.py", try fund.leadsForm(in: .english)).lines
    let may = "may selectLockedCells, selectUnlockedCells, formatColumns, formatRows, autoFilter"
    #expect(
      lines.filter { $0.hasPrefix("protected ") } == [
        "protected Programme: \(may), password None",
        "protected Before you send: \(may), password None",
        "protected Lists: \(may), password None",
      ])
  }
}
