import Spreadsheet
import Testing

/// What a form lets people type, and what it says to them.
struct InputRuleTests {
  private func told(_ change: (inout Sheet) -> Void) throws -> Witness {
    var sheet = Sheet.example(
      "Form",
      [
        [
          .text("Code"), .text("x", CellStyle(isUnlocked: true)),
          .blank(CellStyle(isUnlocked: true)),
        ]
      ])
    change(&sheet)
    return try Workbook.example(
      sheet, .example("Lists", [[.text("one")], [.text("two")]])
    ).readBack()
  }

  @Test func `a drop-down list, days and numbers are allowed with words for who types otherwise`()
    throws
  {
    let area = { (column: Int) in CellArea(rows: 2...9, columns: column...column) }
    let told = try told { sheet in
      sheet.inputRules = [
        InputRule(
          area: area(1), kind: .oneOf(range: "=Lists!$A$1:$A$2"), promptTitle: "Code",
          prompt: "Choose.", refusal: "Not in the list."),
        InputRule(
          area: area(2), kind: .day(.on(1970, 1, 1), .on(2100, 12, 31)), refusal: "No day."),
        InputRule(area: area(3), kind: .whole(0...10), isAdvice: true),
        InputRule(area: area(4), kind: .number(atLeast: -5.5)),
        InputRule(area: area(5), kind: .anything, promptTitle: "Text", prompt: "Say more."),
      ]
    }
    #expect(
      told.told("rule") == [
        "Form!A2:A9: list None Lists!$A$1:$A$2 None, None, 'Choose.', 'Not in the list.'",
        "Form!B2:B9: date None 25569 73415, None, None, 'No day.'",
        "Form!C2:C9: whole None 0 10, warning, None, None",
        "Form!D2:D9: decimal greaterThanOrEqual -5.5 None, None, None, None",
        "Form!E2:E9: None None None None, None, 'Say more.', None",
      ])
  }

  @Test func `a protected sheet leaves its unlocked cells open`() throws {
    #expect(try told { $0.isProtected = true }.told("open") == ["Form!B1", "Form!C1"])
    #expect(try told { _ in }.told("open") == [])
  }

  @Test func `a cell may carry a remark`() throws {
    let told = try told {
      $0.comments = [CellComment(cell: .init(row: 1, column: 2), text: "Mend")]
    }
    #expect(told.told("comment") == ["Form!B1: 'Mend'"])
  }

  @Test func `a whole column has a look before anything stands in it`() throws {
    let told = try told { sheet in
      sheet.columnWidths = [10, 20]
      sheet.columnStyles = [nil, .date]
    }
    #expect(told.told("width").contains("Form!B: 20.71"))
  }

  @Test func `a prompt that would be cut off and a list that is no range are refused`() throws {
    let area = CellArea(rows: 1...1, columns: 1...1)
    let long = String(repeating: "x", count: 256)
    for rule in [
      InputRule(area: area, kind: .anything, prompt: long),
      InputRule(area: area, kind: .oneOf(range: "one,two")),
      InputRule(area: CellArea(rows: 0...1, columns: 1...1), kind: .anything),
    ] {
      #expect(throws: SpreadsheetError.self) { try told { $0.inputRules = [rule] } }
    }
  }
}
