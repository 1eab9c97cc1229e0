import Spreadsheet
import Testing

struct CSVWriterTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "\"'\t=1\""), ("\r=1", "\"'\r=1\""), ("\n=1", "\"'\n=1\""), ("\0=1", "'\0=1"),
    ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠1", "'＠1"), ("'=1", "''=1"),
    ("''=1", "'''=1"), ("\r\n", "\"'\r\n\""), ("=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"),
    ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
  ])
  func `text that starts like a formula is disarmed`(text: String, field: String) {
    #expect(CSVWriter.line([.text(text), .empty]) == field + ",\r\n")
  }

  @Test(arguments: ["-5", "-1.2e3", "+4", "0.1", "1E-9"])
  func `numbers are never changed`(digits: String) {
    #expect(CSVWriter.line([.number(digits), .empty]) == digits + ",\r\n")
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
    ("a;=1", "\"a;=1\""), ("two\nlines", "\"two\nlines\""), ("two\r\nlines", "\"two\r\nlines\""),
    ("l'été", "l'été"), ("'quoted'", "'quoted'"), ("a=b", "a=b"), ("", ""),
  ])
  func `other text is quoted only where it must be`(text: String, field: String) {
    #expect(CSVWriter.line([.text(text), .empty]) == field + ",\r\n")
  }

  @Test func `fields stand between commas and lines end with CR LF`() {
    #expect(
      CSVWriter.line([.text("KEN"), .number("12.50"), .empty, .text("x")]) == "KEN,12.50,,x\r\n")
    #expect(CSVWriter.line([.empty]) == "\"\"\r\n")
    #expect(CSVWriter.line([]) == "\r\n")
  }

  @Test func `every short text comes back as it was typed, and no two are written alike`() {
    let letters = ["'", "=", "＠", "\r", "\n", "\"", ",", "a"]
    var texts = [""]
    var written: Set<String> = []
    for _ in 1...4 {
      texts += texts.flatMap { text in letters.map { text + $0 } }
    }
    let unique = Set(texts.map { Array($0.unicodeScalars) })
    for text in unique.map({ scalars in String(String.UnicodeScalarView(scalars)) }) {
      let line = CSVWriter.line([.text(text), .empty])
      // As bytes: Swift counts CR LF as one character, and compares by meaning.
      written.insert(line.utf8.map(String.init).joined(separator: " "))
      #expect(Array(CSVWriter.original(unquoted(line)).utf8) == Array(text.utf8))
    }
    #expect(written.count == unique.count)
  }

  /// The first of two fields, its quotes resolved.
  private func unquoted(_ line: String) -> String {
    var scalars = Array(line.unicodeScalars.dropLast(3))
    guard scalars.first == "\"" else { return String(String.UnicodeScalarView(scalars)) }
    scalars = Array(scalars.dropFirst().dropLast())
    var text = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      text.append(scalars[index])
      index += scalars[index] == "\"" ? 2 : 1
    }
    return String(text)
  }
}
