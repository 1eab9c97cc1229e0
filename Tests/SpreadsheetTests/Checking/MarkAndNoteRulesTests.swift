import Spreadsheet
import Testing

/// R09, R11 to R13 and R28: marks in place of values, and notes.
struct MarkAndNoteRulesTests {
  let good = PublishedExample()

  @Test func `an empty cell among figures breaks R09`() throws {
    var book = good
    book[2] = .blank()
    let expected = [
      "Transfers!C5: an empty cell in column “Transferred, USD” of the table Transfers"
    ]
    #expect(try book.findings("R09") == expected)
    // The mark in column D makes it a table of figures in the analyst edition too.
    #expect(try book.findings("R09", .analyst) == expected)
    book.rows[1][3] = .number(0.5, .percent)
    #expect(try book.findings("R09", .analyst) == [])
  }

  @Test func `an empty text is no empty figure`() throws {
    var book = good
    book[1] = .blank()
    #expect(try book.findings("R09") == [])
  }

  @Test func `a mark that its sheet does not explain breaks R09`() throws {
    var book = good
    book.note = "One table. Figures are rounded. Marks are shorthand."
    #expect(try book.findings("R09") == ["Transfers!D6: [x], which the sheet does not explain"])
  }

  @Test func `a superscript breaks R11`() throws {
    let book = good.replacing(
      "<si><t>Partner</t></si>",
      with: """
        <si><r><t>Partner</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></si>
        """, in: "xl/sharedStrings.xml")
    #expect(try book.findings("R11") == ["Transfers!B4: raised or lowered text"])
  }

  @Test func `a symbol for a note breaks R11, a square metre does not`() throws {
    var book = good
    book.headers[1] = .text("Partner*", .header)
    #expect(try book.findings("R11") == ["Transfers!B4: a symbol for a note: “Partner*”"])
    book.headers[1] = .text("Area, m²", .header)
    #expect(try book.findings("R11") == [])
  }

  @Test func `a note beside a value breaks R12, in a column of notes it does not`() throws {
    var book = good
    book[1] = .text("Wadi Hazel Centre [note 1]")
    #expect(try book.findings("R12") == ["Transfers!B5: “Wadi Hazel Centre [note 1]”"])
    book.headers[1] = .text("Notes", .header)
    #expect(try book.findings("R12") == [])
  }

  @Test func `notes are defined, used and in order, or R13 is broken`() throws {
    var book = good
    book.headers[1] = .text("Partner [note 2]", .header)
    #expect(try book.findings("R13") == ["Transfers!B4: [note 2], which is not defined"])
    book.further = [.notes(1, 2)]
    #expect(try book.findings("R13") == ["Notes!A4: note 1, which nothing refers to"])
    book.headers[0] = .text("Code [note 1]", .header)
    #expect(try book.findings("R13") == [])
    book.headers[0] = .text("Code [note 2]", .header)
    book.headers[1] = .text("Partner [note 1]", .header)
    #expect(try book.findings("R13") == ["notes first appear in the order [2, 1]"])
  }

  @Test func `a revised figure needs an explanation and a list of revisions, or R28 is broken`()
    throws
  {
    var book = good
    book[3] = .text("[r]", CellStyle(horizontal: .right))
    #expect(try book.findings("R28") == ["Transfers!D5: [r], which the sheet does not explain"])
    book.note += " [r] revised"
    #expect(try book.findings("R28") == ["Transfers!D5: [r], and no sheet lists revisions"])
    book.further = [.example("Revisions", [[.text("Revisions", .title)]])]
    #expect(try book.findings("R28") == [])
  }
}

extension Sheet {
  /// A sheet of notes with these numbers.
  fileprivate static func notes(_ numbers: Int...) -> Sheet {
    var sheet = example(
      "Notes",
      [
        [.text("Notes", .title)], [.text("One table.")],
        [.text("Note", .header), .text("Text", .header)],
      ] + numbers.map { [.text("note \($0)"), .text("Because.")] })
    sheet.tables = [
      Table(
        name: "Notes", firstRow: 3, lastRow: 3 + numbers.count, lastColumn: 2,
        headers: ["Note", "Text"])
    ]
    return sheet
  }
}
