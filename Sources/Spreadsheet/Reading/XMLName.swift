import CExpat
import Glibc

/// The name of an element of the workbook's own namespaces, lent for the length of a callback.
struct XMLName {
  /// Stands between the namespace and the name; XML allows it in neither.
  static let separator: UInt8 = 0x01

  /// The namespaces whose elements are read: workbooks as Excel writes them, strict ones
  /// (ISO/IEC 29500-1), and the relationships between parts.
  private static let namespaces: [StaticString] = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
  ]

  private let local: UnsafePointer<CChar>

  /// Takes a name as expat gives it, or nothing if it belongs to someone else's namespace.
  ///
  /// Elements without a namespace are taken: some programs leave it out.
  init?(_ name: UnsafePointer<CChar>, ofAnyNamespace: Bool = false) {
    guard let end = strchr(name, Int32(Self.separator)) else {
      local = name
      return
    }
    let length = UnsafePointer(end) - name
    let isKnown = Self.namespaces.contains { namespace in
      namespace.utf8CodeUnitCount == length && memcmp(namespace.utf8Start, name, length) == 0
    }
    guard isKnown || ofAnyNamespace else { return nil }
    local = UnsafePointer(end) + 1
  }

  /// The name without its namespace.
  var text: String { String(cString: local) }

  /// Lets a `switch` over a name list literals.
  static func ~= (literal: StaticString, name: XMLName) -> Bool {
    strcmp(UnsafeRawPointer(literal.utf8Start).assumingMemoryBound(to: CChar.self), name.local) == 0
  }

  static func == (name: XMLName, literal: StaticString) -> Bool {
    literal ~= name
  }
}

/// The attributes of an element, lent for the length of a callback.
struct XMLAttributes {
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
    self.pairs = pairs
  }

  /// The bytes of an attribute that has no prefix.
  func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    let wanted = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    return value { strcmp($0, wanted) == 0 }
  }

  /// The text of an attribute that has no prefix.
  subscript(name: StaticString) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// All attributes by their names without namespaces; of two, the one without a prefix counts.
  var all: [String: String] {
    var found: [String: String] = [:]
    var pair = pairs
    while let name = pair[0], let value = pair[1] {
      pair += 2
      guard let separator = strchr(name, Int32(XMLName.separator)) else {
        found[String(cString: name)] = String(cString: value)
        continue
      }
      let local = String(cString: separator + 1)
      if found[local] == nil { found[local] = String(cString: value) }
    }
    return found
  }

  /// The relationship an element points at, `r:id`, in usual and in strict files.
  var relationship: String? {
    let found = value { name in
      guard let separator = strchr(name, Int32(XMLName.separator)) else { return false }
      return strcmp(separator + 1, "id") == 0
    }
    return found.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether `xml:space="preserve"` is there.
  var preservesSpace: Bool {
    let found = value {
      strcmp($0, "http://www.w3.org/XML/1998/namespace\u{1}space") == 0
    }
    return found.map { $0.elementsEqual("preserve".utf8) } ?? false
  }

  /// Whether an attribute is there and true (`1` or `true`).
  func isTrue(_ name: StaticString) -> Bool {
    guard let value = bytes(name) else { return false }
    return value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8)
  }

  private func value(
    where isWanted: (UnsafePointer<CChar>) -> Bool
  ) -> UnsafeBufferPointer<UInt8>? {
    var pair = pairs
    while let name = pair[0], let value = pair[1] {
      if isWanted(name) {
        let bytes = UnsafeRawBufferPointer(start: value, count: strlen(value))
        return bytes.assumingMemoryBound(to: UInt8.self)
      }
      pair += 2
    }
    return nil
  }
}
