import Foundation
import Testing

@testable import FundReport

/// Files written piece by piece.
@Suite struct TextFileTests {
  @Test func `a full disk is told with the file's name`() throws {
    let failure = #expect(throws: Durable.Failure.self) {
      try TextFile.write(to: "/dev/full") { try $0.add("a") }
    }
    #expect(failure?.description == "/dev/full: cannot be written: No space left on device")
  }

  @Test func `a folder that is not there is told, and nothing is asked of what would be written`() {
    let failure = #expect(throws: Durable.Failure.self) {
      try TextFile.write(to: "/nowhere/a.csv") { _ in Issue.record("there is nothing to write to") }
    }
    #expect(failure?.code == ENOENT)
  }

  @Test func `text of many pieces replaces what was there, whole and in order`() throws {
    let path = NSTemporaryDirectory() + "\(UUID()).txt"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try TextFile.write(to: path) { try $0.add(String(repeating: "old ", count: 100_000)) }
    let lines = (1...20_000).map { "\($0) é\n" }
    try TextFile.write(to: path) { file in for line in lines { try file.add(line) } }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == lines.joined())
  }
}
