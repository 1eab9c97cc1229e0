import Foundation
import Testing

/// The pages as a browser sees and tells them.
@Suite struct BrowserTests {
  static let isInstalled = ["chromium", "chromium-browser"].contains {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0)
  }

  @Test(.enabled(if: isInstalled, "Chromium is not installed: apt-get install chromium"))
  func `pages ask for nothing, fit a phone, and can be read aloud`() throws {
    let fund = ExampleFund()
    defer { withExtendedLifetime(fund) {} }
    let folder = try fund.run(2023).releaseFolder
    let read = try Witness(
      "browse.py", folder + "/internal/index.html", folder + "/public/index.html")
    #expect(read.lines == [])
    #expect(read.code == 0)
  }

  @Test(.enabled(if: isInstalled, "Chromium is not installed: apt-get install chromium"))
  func `a page that does otherwise is found out`() throws {
    let page = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).html"
    defer { try? FileManager.default.removeItem(atPath: page) }  // leaving it would harm nobody
    try Data(
      """
      <!DOCTYPE html><link rel="stylesheet" href="https://example.invalid/a.css"><h1>A</h1><h3>B</h3>
      <p style="color: #aaa">Faint</p><div style="width: 2000px">Wide</div>
      <table><tr><td>1</td></tr></table><script>nowhere()</script>
      """.utf8
    ).write(to: URL(fileURLWithPath: page))
    let read = try Witness("browse.py", page)
    let said = read.lines.map { $0.replacing(page + ": ", with: "") }
    for complaint in [
      "asks for https://example.invalid/a.css", "fails: Uncaught", "is faint at 1280: 2.3 Faint",
      "heading 3 after 1: B", "1 tables stand there and 0 are told", "does not say its language",
    ] {
      #expect(said.contains(complaint), "\(said)")
    }
    #expect(said.contains { $0.hasSuffix("wide at 1280, with parts closed") })
    #expect(read.code == 1)
  }
}
