import Foundation
import Spreadsheet
import Testing

/// The same tables as CSV files in a folder: encodings, separators, and what must be declared.
@Suite struct DelimitedFormsTests {
  /// A fund with one CSV folder whose agreements are these bytes.
  private func release(_ agreements: [UInt8], package: String? = nil) throws -> Release {
    let fund = try TinyFund()
    try fund.form(answers: ["no_transfers": "yes"], folder: "a")
    try fund.write(agreements, to: "reports/2025/a/agreements.csv")
    if let package { try fund.write(package, to: "reports/2025/a/datapackage.json") }
    return try fund.release()
  }

  private static func rows(_ name: String = "Société Ñandú", amount: String = "1000") -> String {
    Agreements.rows([("A-1", ["partner_name": name, "amount": amount])]) + "\n"
  }

  private static func windows1252(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8(truncatingIfNeeded: $0.value) }
  }

  @Test func `Windows-1252 is refused undeclared, naming the first byte that is no UTF-8`() throws {
    let release = try release(Self.windows1252(Self.rows()))
    let findings = try release.findings(in: "2025/a", of: "C-21")
    #expect(
      findings == [
        "error C-21 agreements.csv! | agreements.csv | a reporting form that opens | agreements.csv: "
          + "byte 0xE9 at offset 204 is not UTF-8 text; save the file as UTF-8, or declare its encoding "
          + "in datapackage.json"
      ])
    let submissions = try release.submissions()
    #expect(submissions == ["reports/2025/a": "refused 1 = 0 + 1"])
  }

  @Test func `Windows-1252 with decimal commas is read when the folder declares it`() throws {
    let package = """
      {"name": "a", "resources": [{"name": "agreements", "path": "agreements.csv",
        "encoding": "windows-1252", "dialect": {"delimiter": ";"},
        "schema": {"fields": [{"name": "amount", "type": "number", "decimalChar": ",",
          "groupChar": "."}]}}]}
      """
    let text = Self.rows("Société “Ñandú” €", amount: "1.200§50")
      .replacing(",", with: ";").replacing("§", with: ",")
      .replacing("“", with: "").replacing("”", with: "")
    let release = try release(Self.windows1252(text), package: package)
    let row = try #require(try release.table("agreements").first)
    #expect(row["partner_name"] == "Société Ñandú €")
    #expect(row["amount"] == "1200.5")
    #expect(try release.issues.filter { $0.severity == "error" } == [])
  }

  @Test func `where a decimal comma is declared, a point is no decimal mark`() throws {
    let package = """
      {"resources": [{"path": "agreements.csv", "dialect": {"delimiter": ";"},
        "schema": {"fields": [{"name": "amount", "decimalChar": ","}]}}]}
      """
    let text = Self.rows(amount: "1.200").replacing(",", with: ";")
    let issues = try release(Array(text.utf8), package: package).issues(of: "C-15")
    // It may have been meant for 1200.
    #expect(issues == ["error agreements.csv!M2 1.200"])
  }

  @Test func `an undeclared decimal comma is an error of its cell`() throws {
    let release = try release(Array(Self.rows(amount: "\"1200,50\"").utf8))
    #expect(try release.issues(of: "C-15") == ["error agreements.csv!M2 1200,50"])
  }

  @Test(arguments: [",", ";", "\t"])
  func `comma, semicolon and tab are told apart by the header`(mark: String) throws {
    let release = try release(Array(Self.rows().replacing(",", with: mark).utf8))
    #expect(try release.table("agreements").first?["partner_name"] == "Société Ñandú")
  }

  @Test func `UTF-8 may have a byte order mark, UTF-16 must`() throws {
    let text = Self.rows()
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let marked: [[UInt8]] = [
      [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + little, [0xFE, 0xFF] + big,
    ]
    for bytes in marked {
      #expect(try release(bytes).table("agreements").first?["partner_name"] == "Société Ñandú")
    }
    #expect(try release(little).issues(of: "C-21").count == 1)
    let package = #"{"resources": [{"path": "agreements.csv", "encoding": "utf-16"}]}"#
    let declared = try release([0xFF, 0xFE] + little, package: package)
    #expect(try declared.table("agreements").first?["partner_name"] == "Société Ñandú")
  }

  @Test func `a quoted field may hold separators, quotes and line ends`() throws {
    let text =
      Self.rows("\"Alpha, \"\"Beta\"\"\n& Sons\"").replacing("\n", with: "\r\n")
      + Self.rows("Gamma").split(separator: "\n").dropFirst().joined().replacing("A-1", with: "A-2")
    let release = try release(Array(text.utf8))
    let rows = try release.table("agreements")
    #expect(rows.map { $0["partner_name"] } == ["Alpha, \"Beta\"\r\n& Sons", "Gamma"])
    #expect(rows.map { $0["row"] } == ["2", "4"])
  }

  @Test func `an empty file, a broken line and an open quote refuse the form, each named`() throws {
    let cases: [(String, String)] = [
      (
        "",
        "! | the file is empty; expected a workbook or a table with a header line; send it again"
      ),
      (
        Self.rows() + "A-2,IOM\n",
        "!A3 | line 3 has 2 fields; expected 19 as in the header line; add or remove delimiters, or "
          + "quote a field that contains one"
      ),
      (
        Self.rows() + "\"A-2,IOM\n",
        "!A3 | a quoted field opens on line 3 and is never closed; expected a closing quote; add it, or "
          + "double a quote that belongs to the text"
      ),
      (
        Self.rows("\"Alpha\" Ltd"),
        "!A2 | text follows a closing quote on line 2; expected a delimiter or the end of the line; "
          + "double a quote that belongs to the text"
      ),
    ]
    for (text, expected) in cases {
      let findings = try release(Array(text.utf8)).findings(in: "2025/a", of: "C-21").map {
        $0.replacing("error C-21 agreements.csv", with: "")
          .replacing("agreements.csv | a reporting form that opens | agreements.csv: ", with: "")
      }
      #expect(findings == [expected])
    }
  }

  @Test func `a datapackage.json that cannot be followed refuses the form`() throws {
    let cases: [(String, String)] = [
      (
        "{",
        "error C-21 ! | a | a reporting form that opens | datapackage.json is no Data Package "
          + "descriptor; mend or remove it"
      ),
      (
        #"{"resources": [{"path": "agreements.csv", "encoding": "koi8-r"}]}"#,
        "error C-21 agreements.csv! | agreements.csv | a reporting form that opens | datapackage.json "
          + "declares the encoding “koi8-r” for agreements.csv; known are utf-8, utf-16, utf-16le, "
          + "utf-16be and windows-1252"
      ),
    ]
    for (package, expected) in cases {
      let findings = try release(Array(Self.rows().utf8), package: package)
        .findings(in: "2025/a", of: "C-21")
      #expect(findings == [expected])
    }
  }

  @Test func `headers are machine names or labels, and blank lines are no rows`() throws {
    let text = Self.rows().replacing("agreement_ref", with: "Référence de l'accord *")
      .replacing("status", with: "ESTADO")
    let line = text.split(separator: "\n").last.map(String.init) ?? ""
    let release = try release(
      Array((text + "\n,,,,,,,,,,,,,,,,,,\n" + line.replacing("A-1", with: "A-2") + "\n").utf8))
    #expect(try release.table("agreements").map { $0["row"] } == ["2", "5"])
    #expect(try release.issues.filter { $0.rule != "C-18" } == [])
  }
}
