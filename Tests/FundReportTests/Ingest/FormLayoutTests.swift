import Spreadsheet
import Testing

/// Where the header stands, what it says, and what lies between the rows.
@Suite struct FormLayoutTests {
  private func release(_ change: (inout WorkbookForm) -> Void) throws -> Release {
    let fund = try TinyFund()
    var form = WorkbookForm(
      head: ["no_transfers": "yes"],
      agreements: WorkbookForm.agreements([("A-1", [:]), ("A-2", ["amount": "x"])]))
    change(&form)
    try fund.workbook("form.xlsx", form)
    return try fund.release()
  }

  @Test func `the header is found by its labels, however far down and in any order`() throws {
    let release = try release { form in
      let lines = form.sheets[1].lines.map { Array($0.reversed()) }
      form.sheets[1].lines = [[], ["Ministry of Nothing"], [], ["amount", "see below"]] + lines
    }
    let issues = try release.issues.map { "\($0.rule) \($0.sheet)!\($0.cell) \($0.found)" }
    #expect(issues == ["C-15 Agreements!G10 x"])
    #expect(try release.value("PA-01") == "1")
  }

  @Test func `blank rows are no rows and do not end a table`() throws {
    let release = try release { form in
      form.sheets[1].lines.insert([], at: 4)
      form.sheets[1].lines.insert([.blank(), "  ", .blank()], at: 6)
      form.sheets[1].lines += [[], []]
    }
    #expect(try release.issues(of: "C-15") == ["error Agreements!M8 x"])
    #expect(try release.submissions() == ["reports/2025/form.xlsx": "counting 3 = 2 + 1"])
    #expect(try release.value("PA-01") == "1")
  }

  @Test func `a form in French or Spanish reads as the English one`() throws {
    let french = [
      "Programme": "Programme", "Agreements": "Accords", "Transfers": "TRANSFERTS",
      "Programme code *": "Code du programme", "Reporting year *": "Année du rapport *",
      "Version *": "version", "Submitted on *": "Date d'envoi", "Prepared by *": "PRÉPARÉ PAR",
      "No transfers": "Aucun  transfert", "Agreement ref": "Référence de l'accord *",
      "Puno": "Organisation des Nations Unies", "Partner name": "NOM DU PARTENAIRE",
      "Partner acronym": "Sigle du partenaire", "Stakeholder type": "Type d'acteur",
      "Level": "Niveau d'action", "Country": "Pays",
      "Ingo affiliate":
        "Affilié à une ONG internationale", "Agreement type": "Type d'accord", "Form": "forme",
      "Roles": "Roles", "Currency": "Monnaie", "Amount": "Montant",
      "Signed on": "Date de signature",
      "Start on": "Date de debut", "End on": "Date de fin", "Status": "Statut",
      "Selection": "Mode de sélection", "Publish name": "Nom publiable",
    ]
    let spanish = [
      "Programme": "PROGRAMA", "Agreements": "acuerdos", "Transfers": "Transferencias",
      "Programme code *": "Código del programa", "Reporting year *": "Año del informe",
      "Version *": "Versión *", "Submitted on *": "Fecha de envio",
      "Prepared by *": "Preparado por",
      "No transfers": "Ninguna transferencia", "Agreement ref": "Referencia del acuerdo",
      "Puno": "Organización de las Naciones Unidas", "Partner name": "Nombre del socio*",
      "Partner acronym": "Sigla del socio", "Stakeholder type": "Tipo de actor",
      "Level": "Nivel de actuación", "Country": "Pais",
      "Ingo affiliate":
        "Afiliado a una ONG internacional", "Agreement type": "Tipo de acuerdo", "Form": "Forma",
      "Roles": "Funciones", "Currency": "Moneda", "Amount": "Importe",
      "Signed on": "Fecha de firma",
      "Start on": "Fecha de inicio", "End on": "Fecha de fin", "Status": "Estado",
      "Selection": "Modo de selección", "Publish name": "Nombre publicable",
    ]
    for words in [french, spanish] {
      let release = try release { form in
        for sheet in form.sheets.indices.prefix(3) {
          form.sheets[sheet].name = words[form.sheets[sheet].name] ?? ""
          for row in form.sheets[sheet].lines.indices {
            form.sheets[sheet].lines[row] = form.sheets[sheet].lines[row].map { cell in
              guard case .text(let text, _) = cell, let word = words[text] else { return cell }
              return .text(word)
            }
          }
        }
      }
      let issues = try release.issues.map { "\($0.rule) \($0.sheet)!\($0.cell) \($0.found)" }
      #expect(issues == ["C-15 \(words["Agreements"] ?? "")!M6 x"])
      #expect(try release.value("PA-01") == "1")
    }
  }

  @Test func `a missing optional column is no loss, an unknown one is a notice`() throws {
    let release = try release { form in
      form.sheets[1].lines = WorkbookForm.agreements(
        [("A-1", [:])],
        fields: Agreements.fields.filter { !["roles", "selection", "publish_name"].contains($0) }
          + ["remarks", "colour"])
    }
    let findings = try release.findings(in: "2025/form.xlsx")
    #expect(
      findings == [
        "notice C-22 Agreements!Q4 | Remarks, Colour | a column of the form | not read, because the "
          + "form has no such column: Remarks, Colour; rename what is meant for the form, columns of "
          + "your own may stay"
      ])
    #expect(try release.value("PA-01") == "1")
  }

  @Test func `what a form of an earlier year left unsaid is not asked for again`() throws {
    let fund = try TinyFund()
    try fund.form(year: 2024, by: "ILO")
    try fund.form(answers: ["no_agreements": "yes", "no_transfers": "yes"])
    #expect(try fund.release().issues(of: "FORM-01") == [])
  }

  @Test func `a sheet with only a header and no nil answer says nothing, and that is said`() throws
  {
    let release = try release { form in form.sheets[1].lines.removeLast(2) }
    let findings = try release.findings(in: "2025/form.xlsx", of: "FORM-01")
    #expect(
      findings == [
        "notice FORM-01 Agreements!A4 | 0 rows | rows, or the nil answer yes | the sheet “Agreements” "
          + "has a header and no rows, and the nil question is not answered with yes: the form says "
          + "nothing about it"
      ])
    #expect(try release.figure("RE-01")?.value == "0")
  }

  @Test func `hidden words around a form do no harm`() throws {
    let release = try release { form in
      form.sheets.insert(("Lists", [["Status", "Level"], ["ACTIVE", "LOCAL"]]), at: 0)
      form.sheets[2].lines[4].append("a remark far right")
    }
    #expect(try release.issues(of: "C-22") == [])
    #expect(try release.value("PA-01") == "1")
  }
}
