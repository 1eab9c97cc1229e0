import Testing

@testable import Spreadsheet

/// R19 to R22: fonts, colours and what is no cell.
///
/// Contrast is an internal matter of the checker and has examples in WCAG, hence `@testable`.
struct LooksRulesTests {
  let good = PublishedExample()
  private let styles = "xl/styles.xml"

  // WCAG 2.2: black on white is 21 to 1; #767676 is the lightest grey that reaches 4.5, #949494
  // the lightest that reaches 3.
  @Test(arguments: [
    (0x000000, 21.0), (0x767676, 4.54), (0x777777, 4.48), (0x949494, 3.03), (0xFFFFFF, 1.0),
  ])
  func `contrast is that of WCAG`(grey: UInt32, expected: Double) {
    #expect(abs(Colour(rgb: grey).contrast(with: .white) - expected) < 0.01)
  }

  // The blue 4F81BD of older themes as Excel shows its tints: 40% lighter is 95B3D7, 25% darker
  // 366092; black half as dark is 7F7F7F.
  @Test(arguments: [
    (0x4F81BD, 0.3999755851924192, 0x95B3D7), (0x4F81BD, -0.249977111117893, 0x366092),
    (0x000000, 0.499984740745262, 0x7F7F7F), (0x9BBB59, 0, 0x9BBB59),
  ])
  func `a tint is as Excel shows it`(base: UInt32, tint: Double, shown: UInt32) {
    let (found, wanted) = (Colour(rgb: base).tinted(tint), Colour(rgb: shown))
    #expect(abs(found.red - wanted.red) < 0.008)
    #expect(abs(found.green - wanted.green) < 0.008)
    #expect(abs(found.blue - wanted.blue) < 0.008)
  }

  @Test func `grey text breaks R20`() throws {
    var book = good
    book[1] = .text("Wadi Hazel Centre", CellStyle(wraps: true, fontColour: 0x777777))
    #expect(try book.findings("R20") == ["Transfers!B5: text with a contrast of 4.4 to 1"])
    book[1] = .text("Wadi Hazel Centre", CellStyle(wraps: true, fontColour: 0x767676))
    #expect(try book.findings("R20") == [])
    // Large text may be lighter.
    book[1] = .text("Wadi", CellStyle(size: 18, wraps: true, fontColour: 0x777777))
    #expect(try book.findings("R20") == [])
  }

  @Test func `a theme colour with a tint counts as it is shown`() throws {
    var book = good
    book[1] = .text("Wadi Hazel Centre", CellStyle(wraps: true, fontColour: 0x123456))
    // Theme colour 1 is the dark text colour: black, 60% lighter, is 999999.
    let pale = book.replacing(
      #"<color rgb="FF123456"/>"#, with: #"<color theme="1" tint="0.6"/>"#, in: styles)
    #expect(try pale.findings("R20") == ["Transfers!B5: text with a contrast of 2.8 to 1"])
    // 0 is white, on white.
    let white = book.replacing(
      #"<color rgb="FF123456"/>"#, with: #"<color theme="0"/>"#, in: styles)
    #expect(try white.findings("R20") == ["Transfers!B5: text with a contrast of 1.0 to 1"])
  }

  @Test func `a fill breaks R20 in the public edition, but is not essential`() throws {
    var book = good
    book[1] = .text("Wadi Hazel Centre", CellStyle(wraps: true, fill: 0xE8EEF4))
    #expect(try book.findings("R20") == ["Transfers!B5: a fill"])
    #expect(try !book.check().breaksEssentialRule)
    #expect(try book.findings("R20", .analyst) == [])
    book[1] = .text("Wadi", CellStyle(wraps: true, fill: 0xE8EEF4, fontColour: 0x707070))
    #expect(
      try book.findings("R20", .analyst) == ["Transfers!B5: text with a contrast of 4.2 to 1"])
  }

  @Test func `small, serif, slanted and capital letters break R19`() throws {
    var book = good
    book[1] = .text("Wadi Hazel Centre", CellStyle(size: 9, wraps: true))
    #expect(try book.findings("R19") == ["Transfers!B5: 9 points, below 10"])
    let slanted = book.replacing(
      #"<sz val="9"/>"#, with: #"<i/><sz val="12"/>"#, in: styles)
    #expect(try slanted.findings("R19") == ["Transfers!B5: italics"])
    let serif = book.replacing(
      #"<sz val="9"/><color theme="1"/><name val="Arial"/><family val="2"/>"#,
      with: #"<sz val="12"/><name val="Cambria"/><family val="1"/>"#, in: styles)
    #expect(try serif.findings("R19") == ["Transfers!B5: the font Cambria"])
    book = good
    book.note = "ONE TABLE. FIGURES ARE ROUNDED. [X]"
    #expect(
      try book.findings("R19") == [
        "Transfers!A2: all capitals: “ONE TABLE. FIGURES ARE ROUNDED. [X]”"
      ])
  }

  @Test func `headers, footers and macros break R21`() throws {
    let footer = good.replacing(
      "<tableParts",
      with: "<headerFooter><oddFooter>&amp;CSecret</oddFooter></headerFooter><tableParts")
    #expect(try footer.findings("R21") == ["Transfers: a page header or footer"])
    #expect(try good.adding("xl/vbaProject.bin", "x").findings("R21") == ["macros"])
  }

  @Test func `pictures and text boxes break R21`() throws {
    #expect(
      try good.drawing("<xdr:pic/>").findings("R21") == ["Transfers!F3: a picture"])
    #expect(
      try good.drawing("<xdr:sp/>").findings("R21") == ["Transfers!F3: a text box or shape"])
  }

  @Test func `a chart without words or titles of its axes breaks R22`() throws {
    let frame = """
      <xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"%/>
      </xdr:nvGraphicFramePr><c:chart xmlns:c="c" r:id="rId1"/></xdr:graphicFrame>
      """
    let bare = good.drawing(
      frame.replacing("%", with: ""), chart: "<c:valAx/><c:catAx><c:title/></c:catAx>")
    #expect(
      try bare.findings("R22", .analyst) == [
        "Transfers!F3: a chart without alternative text",
        "Transfers!F3: a chart with an axis without title",
      ])
    #expect(try bare.findings("R21") == [])
    let told = good.drawing(
      frame.replacing("%", with: #" descr="Bars: most went to KEN""#),
      chart: "<c:valAx><c:title/></c:valAx>")
    #expect(try told.findings("R22", .analyst) == [])
  }
}

extension PublishedExample {
  /// With something drawn over F3 of Transfers.
  fileprivate func drawing(_ content: String, chart: String = "") -> PublishedExample {
    let office = TestWorkbook.office
    let relationships = #"<Relationships xmlns="\#(TestWorkbook.package)">"#
    return replacing("<tableParts", with: #"<drawing r:id="rId9"/><tableParts"#)
      .replacing(
        "</Relationships>",
        with:
          #"<Relationship Id="rId9" Type="\#(office)/drawing" Target="../drawings/d.xml"/></Relationships>"#,
        in: "xl/worksheets/_rels/sheet3.xml.rels"
      )
      .adding(
        "xl/drawings/d.xml",
        #"""
        <xdr:wsDr xmlns:xdr="xdr" xmlns:r="\#(office)"><xdr:twoCellAnchor><xdr:from>\#
        <xdr:col>5</xdr:col><xdr:row>2</xdr:row></xdr:from>\#(content)</xdr:twoCellAnchor></xdr:wsDr>
        """#
      )
      .adding(
        "xl/drawings/_rels/d.xml.rels",
        relationships
          + #"<Relationship Id="rId1" Type="\#(office)/chart" Target="c.xml"/></Relationships>"#
      )
      .adding("xl/drawings/c.xml", #"<c:chartSpace xmlns:c="c">\#(chart)</c:chartSpace>"#)
  }
}
