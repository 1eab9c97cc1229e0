/// An XML file of a release: a tree of elements filled from the rows of views.
struct DocumentDefinition: Sendable {
  struct Element: Sendable {
    var line: Int
    var name: String
    var attributes: [(name: String, text: FilledText)]
    var text: FilledText?
    /// The view with a row for each of these elements; one element where there is none.
    var rows: Identifier?
    /// The columns in which a row of the view equals the row around it.
    var on: [Identifier]
    /// The column without which the element is left out.
    var needs: Identifier?
    var contains: [Element]
  }

  var file: String
  /// File name, where `{year}` is the reporting year.
  var name: String
  var root: Element

  init(_ mapping: DefinitionMapping) {
    file = mapping.file
    name = mapping.text("document")
    root = Element(mapping)
    mapping.finish()
  }

  /// The file's name for one year.
  func fileName(_ year: Int) -> String { name.replacing("{year}", with: String(year)) }
}

extension DocumentDefinition.Element {
  /// Its keys only: the root stands beside the name of the document.
  fileprivate init(_ mapping: DefinitionMapping) {
    line = mapping.line
    name = mapping.text("element")
    if !Self.isName(name), !name.isEmpty {
      mapping.wrong("element", "“\(name)” is no name of an element")
    }
    let attributes = mapping.mapping("attributes")
    self.attributes = (attributes?.keys ?? []).map {
      ($0, FilledText(attributes?.text($0) ?? ""))
    }
    attributes?.finish()
    text = mapping.optionalText("text").map(FilledText.init)
    rows = mapping.optionalText("for").flatMap(Identifier.init)
    on = mapping.texts("on").compactMap(Identifier.init)
    needs = mapping.optionalText("needs").flatMap(Identifier.init)
    contains = mapping.mappings("contains").map { child in
      let element = Self(child)
      child.finish()
      return element
    }
  }

  static func isName(_ text: String) -> Bool {
    text.first?.isLetter ?? false
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:".contains($0)) }
  }
}

/// A text with columns in braces, such as `{identifier}-{programme}`.
struct FilledText: Sendable {
  enum Part: Sendable {
    case words(String)
    case column(String)
  }

  var parts: [Part] = []

  init(_ text: String) {
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
      parts.append(.column(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.words(String(rest))) }
  }

  var columns: [String] {
    parts.compactMap { part in
      if case .column(let name) = part { return name }
      return nil
    }
  }

  /// Nil where a column has no value.
  func filled(from row: [String: String]) -> String? {
    var text = ""
    for part in parts {
      switch part {
      case .words(let words): text += words
      case .column(let name):
        guard let value = row[name] else { return nil }
        text += value
      }
    }
    return text
  }
}
