/// An element of a small part of a workbook, with all that is in it.
struct XMLElement: Sendable {
  var name: String
  /// By their names without namespaces.
  var attributes: [String: String] = [:]
  /// The relationship it points at.
  var relationship: String?
  var text = ""
  var children: [XMLElement] = []

  subscript(attribute: String) -> String? { attributes[attribute] }

  /// The first child of that name.
  func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// All children of that name.
  func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// All elements of that name below this one, in the order of the file.
  func all(_ name: String) -> [XMLElement] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  /// An attribute that is true where it says `1`, `true` or, as some programs have it, `on`.
  func isTrue(_ attribute: String) -> Bool {
    ["1", "true", "on"].contains(attributes[attribute] ?? "")
  }

  /// Whether a property such as `<b/>` is there and not switched off.
  func has(_ property: String) -> Bool {
    child(property).map { !["0", "false", "none"].contains($0["val"] ?? "") } ?? false
  }

  /// All text in it.
  var allText: String { text + children.map(\.allText).joined() }
}

/// Builds the tree of a part while it is read.
final class XMLTree: XMLHandler {
  private static let elementLimit = 1_000_000

  private var open: [XMLElement] = []
  private var count = 0
  private(set) var root: XMLElement?

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetError.Reason) {
    count += 1
    guard count <= Self.elementLimit else {
      throw .tooLarge(what: "the elements of a part", limit: Self.elementLimit)
    }
    open.append(
      XMLElement(
        name: name.text, attributes: attributes.all, relationship: attributes.relationship))
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let last = open.indices.last else { return }
    open[last].text += String(decoding: bytes, as: UTF8.self)
  }

  func end(_ name: XMLName) {
    guard let element = open.popLast() else { return }
    if let parent = open.indices.last {
      open[parent].children.append(element)
    } else {
      root = element
    }
  }
}
