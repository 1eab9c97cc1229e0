/// A mistake in a definition, code list or register: what must be mended before a run can start.
public struct Mistake: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Path as the reader would type it.
  public var file: String
  /// One-based line, or nil when the whole file is meant.
  public var line: Int?
  /// What was found, what was expected and how to mend it.
  public var message: String

  public var description: String {
    guard let line else { return "\(file): \(message)" }
    return "\(file):\(line): \(message)"
  }

  public static func < (one: Mistake, other: Mistake) -> Bool {
    (one.file, one.line ?? 0, one.message) < (other.file, other.line ?? 0, other.message)
  }
}

/// Collects every mistake of one pass; shared by all readers of that pass.
final class MistakeList {
  private(set) var all: [Mistake] = []

  func add(_ file: String, _ line: Int?, _ message: String) {
    all.append(Mistake(file: file, line: line, message: message))
  }
}

/// Thrown when definitions, code lists or registers have mistakes: nothing is released.
public struct DefinitionError: Error, CustomStringConvertible {
  /// All mistakes, by file and line.
  public var mistakes: [Mistake]

  init(_ mistakes: [Mistake]) {
    self.mistakes = Set(mistakes).sorted()
  }

  public var description: String {
    mistakes.map(\.description).joined(separator: "\n")
  }
}
