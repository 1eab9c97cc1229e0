import Spreadsheet
import Testing

struct TextTests {
  private static let strings: [(xml: String, text: String)] = [
    ("<t>plain</t>", "plain"),
    (
      "<r><rPr><b/></rPr><t>bold</t></r><r><t xml:space=\"preserve\"> and not</t></r>",
      "bold and not"
    ),
    ("<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/>", "東京"),
    ("<t>  trimmed \n</t>", "trimmed"),
    ("<t xml:space=\"preserve\">  kept \n</t>", "  kept \n"),
    ("<t>a &amp; b &lt; c &#233;</t>", "a & b < c é"),
    ("<t><![CDATA[<b>]]></t>", "<b>"),
    ("<t>two_x000D_\nlines</t>", "two\r\nlines"),
    ("<t>_x005F_x000D_</t>", "_x000D_"),
    ("<t>_x00e9_t_x00E9_</t>", "été"),
    ("<t>_xD83D__xDE00_!</t>", "😀!"),
    ("<t>_xD83D_ alone</t>", "\u{FFFD} alone"),
    ("<t>snake_case_x00_x_xZZZZ_</t>", "snake_case_x00_x_xZZZZ_"),
    ("<t>_</t>", "_"), ("<t>_x000</t>", "_x000"),
  ]

  @Test(arguments: strings)
  func `the text of a cell is what Excel shows`(xml: String, text: String) throws {
    let shared = TestWorkbook(
      rows: #"<row><c t="s"><v>0</v></c></row>"#, strings: ["<si>\(xml)</si>"])
    #expect(try shared.value() == .text(text))
    let inline = TestWorkbook(rows: #"<row><c t="inlineStr"><is>\#(xml)</is></c></row>"#)
    #expect(try inline.value() == .text(text))
  }

  @Test func `text split over many pieces of the file is whole`() throws {
    let text = String(repeating: "é&", count: 100_000)
    let xml = text.replacing("&", with: "&amp;")
    let rows = #"<row><c t="inlineStr"><is><t>\#(xml)</t></is></c></row>"#
    #expect(try TestWorkbook(rows: rows).value() == .text(text))
  }

  @Test func `texts count from zero in the order of their part`() throws {
    let rows = #"<row><c t="s"><v>2</v></c><c t="s"><v>0</v></c><c t="s"><v>2</v></c></row>"#
    let workbook = TestWorkbook(
      rows: rows, strings: ["<si><t>a</t></si>", "<si/>", "<si><t>c</t></si>"])
    #expect(try workbook.values() == ["A1": .text("c"), "B1": .text("a"), "C1": .text("c")])
  }
}
