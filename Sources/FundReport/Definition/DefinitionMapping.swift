import Yams

/// One mapping of a YAML definition, read key by key.
///
/// Every scalar is taken as the text that stands in the file, so `no`, `010` and `1:30` stay what
/// was typed. Whatever key nobody asked for is reported by ``finish()``, with the keys known here.
final class DefinitionMapping {
  let file: String
  let line: Int
  private let mistakes: MistakeList
  private var values: [(key: String, line: Int, node: Node)] = []
  private var asked: [String] = []

  init(_ node: Node, file: String, mistakes: MistakeList) {
    self.file = file
    self.mistakes = mistakes
    line = node.mark?.line ?? 1
    guard let mapping = node.mapping else {
      mistakes.add(file, line, "expected keys with values, such as `title: …`")
      return
    }
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        mistakes.add(file, key.mark?.line, "a key must be a plain word")
        continue
      }
      values.append((name, key.mark?.line ?? line, value))
    }
  }

  var keys: [String] { values.map(\.key) }

  func has(_ key: String) -> Bool { values.contains { $0.key == key } }

  func lineOf(_ key: String) -> Int { values.first { $0.key == key }?.line ?? line }

  func wrong(_ key: String? = nil, _ message: String) {
    mistakes.add(file, key.map(lineOf) ?? line, message)
  }

  /// The text of a key that must be there; a mistake and an empty text otherwise.
  func text(_ key: String) -> String {
    if let text = optionalText(key) { return text }
    if !has(key) { wrong(nil, "`\(key)` is missing; expected `\(key): …` here") }
    return ""
  }

  func optionalText(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar else {
      wrong(key, "`\(key)` is a list or mapping; expected one text")
      return nil
    }
    guard !scalar.string.isEmpty else {
      wrong(key, "`\(key)` is empty; give it a value or leave the key out")
      return nil
    }
    return scalar.string
  }

  /// The name of a file, which leads out of no folder.
  func fileName(_ key: String) -> String {
    let name = text(key)
    if name.contains("/") || name.hasPrefix(".") {
      wrong(key, "`\(key)` is “\(name)”; expected the name of a file, without a folder")
    }
    return name
  }

  /// `yes` or `no`; false when the key is absent.
  func flag(_ key: String) -> Bool {
    guard let text = optionalText(key) else { return false }
    guard text == "yes" || text == "no" else {
      wrong(key, "`\(key)` is “\(text)”; expected yes or no")
      return false
    }
    return text == "yes"
  }

  func wholeNumber(_ key: String) -> Int? {
    guard let text = optionalText(key) else { return nil }
    guard let number = Int(text) else {
      wrong(key, "`\(key)` is “\(text)”; expected a whole number")
      return nil
    }
    return number
  }

  /// One of the cases of an enumeration of texts, or nil with a mistake.
  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, or absent: Choice) -> Choice
  where Choice.RawValue == String {
    guard let text = has(key) ? optionalText(key) : asked(key, absent.rawValue) else {
      return absent
    }
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      wrong(key, "`\(key)` is “\(text)”; expected one of \(known)")
      return absent
    }
    return choice
  }

  /// Texts of a list; a single text counts as a list of one.
  func texts(_ key: String) -> [String] {
    nodes(key).compactMap { node in
      if let text = node.scalar?.string { return text }
      mistakes.add(file, node.mark?.line, "an entry of `\(key)` is no plain text")
      return nil
    }
  }

  /// Entries of a list, each a text or a mapping.
  func nodes(_ key: String) -> [Node] {
    guard let node = node(key) else { return [] }
    return node.sequence.map(Array.init) ?? [node]
  }

  func mapping(_ key: String) -> DefinitionMapping? {
    node(key).map { DefinitionMapping($0, file: file, mistakes: mistakes) }
  }

  func mappings(_ key: String) -> [DefinitionMapping] {
    nodes(key).map { DefinitionMapping($0, file: file, mistakes: mistakes) }
  }

  func mapping(of node: Node) -> DefinitionMapping {
    DefinitionMapping(node, file: file, mistakes: mistakes)
  }

  /// Reports every key that nobody asked for.
  func finish() {
    for (key, line, _) in values where !asked.contains(key) {
      let known = asked.joined(separator: ", ")
      mistakes.add(file, line, "unknown key `\(key)`; known here: \(known)")
    }
  }

  private func asked(_ key: String, _ value: String) -> String? {
    if !asked.contains(key) { asked.append(key) }
    return value
  }

  private func node(_ key: String) -> Node? {
    if !asked.contains(key) { asked.append(key) }
    return values.first { $0.key == key }?.node
  }
}
