import Spreadsheet
import Testing

struct SpreadsheetErrorTests {
  private static let wordings: [(SpreadsheetError.Reason, String)] = [
    (
      .unreadable("Permission denied"),
      "the file cannot be read (Permission denied); check that it is there and may be read"
    ),
    (
      .empty,
      "the file is empty; expected a workbook or a table with a header line; send it again"
    ),
    (
      .notAWorkbook,
      "the file is not a workbook, whatever its name; expected an Excel workbook (.xlsx); save it "
        + "as .xlsx"
    ),
    (
      .otherFormat("a Word document"),
      "the file is a Word document; expected an Excel workbook (.xlsx); save it as .xlsx"
    ),
    (
      .encrypted,
      "the workbook is protected by a password; expected one that opens without; remove the "
        + "password and save it again"
    ),
    (
      .legacyWorkbook,
      "the file is of the Excel 97–2003 kind (.xls); expected .xlsx; open it and save it as an "
        + "Excel workbook (.xlsx)"
    ),
    (
      .html,
      "the file is a web page or other markup, whatever its name; expected an Excel workbook; open "
        + "it in Excel and save it as .xlsx"
    ),
    (
      .damagedArchive("xl/workbook.xml: CRC error"),
      "the file is damaged (xl/workbook.xml: CRC error); expected a whole workbook; send it again "
        + "or save it anew"
    ),
    (
      .missingPart("xl/styles.xml"),
      "the workbook lacks its part “xl/styles.xml”; expected a whole workbook; save it anew in Excel"
    ),
    (
      .malformedXML(part: "xl/workbook.xml", line: 3, detail: "mismatched tag"),
      "the part “xl/workbook.xml” is damaged at line 3 (mismatched tag); expected well-formed XML; "
        + "save the workbook anew in Excel"
    ),
    (
      .documentTypeDeclaration(part: "xl/workbook.xml"),
      "the part “xl/workbook.xml” declares a document type, which is refused for safety; expected "
        + "a workbook as Excel writes it; save it anew in Excel"
    ),
    (
      .tooLarge(what: "the cells of the sheet", limit: 10_000_000),
      "too large: the cells of the sheet; expected at most 10,000,000; remove what is not data and "
        + "save the file again"
    ),
    (
      .duplicateSheet("Data"),
      "two sheets are named “Data”; expected each name once; rename one"
    ),
    (
      .outOfOrder("row 5 stands after row 7"),
      "row 5 stands after row 7; expected rows and cells in ascending order, each once; save the "
        + "workbook anew in Excel"
    ),
    (
      .malformedValue(found: "1,5", expected: "a number such as 1200.5"),
      "found “1,5”; expected a number such as 1200.5; save the workbook anew in Excel"
    ),
    (
      .missingSharedString(index: 4),
      "the cell points at shared text 4, which the workbook does not have; expected text; enter "
        + "the cell again and save the workbook anew"
    ),
    (
      .undecodable(byteOffset: 17, byte: 0x09, encoding: .utf8),
      "byte 0x09 at offset 17 is not UTF-8 text; save the file as UTF-8, or declare its encoding "
        + "in datapackage.json"
    ),
    (
      .raggedRow(line: 12, fields: 1, expected: 3),
      "line 12 has 1 field; expected 3 as in the header line; add or remove delimiters, or quote a "
        + "field that contains one"
    ),
    (
      .unclosedQuote(line: 2),
      "a quoted field opens on line 2 and is never closed; expected a closing quote; add it, or "
        + "double a quote that belongs to the text"
    ),
    (
      .textAfterQuote(line: 2),
      "text follows a closing quote on line 2; expected a delimiter or the end of the line; double "
        + "a quote that belongs to the text"
    ),
    (
      .ambiguousDelimiter(header: "a,b;c"),
      "the header line “a,b;c” can be divided in more than one way; expected one of comma, "
        + "semicolon or tab; declare the delimiter in datapackage.json"
    ),
    (
      .unusableDialect("the quote is “«”"),
      "the declared dialect cannot be read (the quote is “«”); expected one ASCII character each "
        + "for delimiter and quote, not the same; correct datapackage.json"
    ),
  ]

  @Test(arguments: wordings)
  func `every error says what was found, what was expected and how to mend it`(
    reason: SpreadsheetError.Reason, words: String
  ) {
    #expect(SpreadsheetError(file: "form.xlsx", sheet: "Data", reason: reason).description == words)
  }
}
