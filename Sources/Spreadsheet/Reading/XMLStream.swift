import CExpat

/// Receives the elements of one part of a workbook in the order of the file.
protocol XMLHandler: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetError.Reason)
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError.Reason)
  func end(_ name: XMLName) throws(SpreadsheetError.Reason)
}

/// Parses one part of a workbook while it is inflated; the part is never in memory as a whole.
///
/// Any document type declaration is refused, hence there are no entities but the five of XML.
final class XMLStream {
  private static let pieceSize: Int32 = 1 << 16

  private let source: ZipEntryReader
  private let handler: any XMLHandler
  private let limits: ReadingLimits
  private let readsAnyNamespace: Bool
  private let parser: OpaquePointer
  private var depth = 0
  private var fed = 0
  private var isAtEnd = false
  /// What stopped the parser from within a callback: nothing may be thrown through C.
  private var refusal: SpreadsheetError.Reason?

  /// - Parameter readsAnyNamespace: Whether elements of others, such as drawings, are read too.
  init(
    _ source: ZipEntryReader, to handler: any XMLHandler, limits: ReadingLimits,
    readsAnyNamespace: Bool = false
  ) throws(SpreadsheetError.Reason) {
    guard let parser = XML_ParserCreateNS(nil, XML_Char(XMLName.separator)) else {
      throw .unreadable("out of memory")
    }
    self.source = source
    self.handler = handler
    self.limits = limits
    self.readsAnyNamespace = readsAnyNamespace
    self.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { XMLStream.from($0)?.start($1, $2) },
      { XMLStream.from($0)?.end($1) })
    XML_SetCharacterDataHandler(parser, { XMLStream.from($0)?.text($1, $2) })
    XML_SetStartDoctypeDeclHandler(
      parser, { context, _, _, _, _ in XMLStream.from(context)?.refuseDocumentType() })
  }

  deinit {
    XML_ParserFree(parser)
  }

  /// Parses the part to its end.
  func parse() throws(SpreadsheetError.Reason) {
    while try parsePiece() {}
  }

  /// Inflates and parses one piece; says whether there may be more.
  func parsePiece() throws(SpreadsheetError.Reason) -> Bool {
    guard !isAtEnd else { return false }
    guard let buffer = XML_GetBuffer(parser, Self.pieceSize) else {
      throw .unreadable("out of memory")
    }
    let count = try source.read(
      into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(Self.pieceSize)))
    isAtEnd = count == 0
    fed += count
    let status = XML_ParseBuffer(parser, Int32(count), isAtEnd ? 1 : 0)
    if let refusal { throw refusal }
    guard status == XML_STATUS_OK else {
      throw .malformedXML(
        part: source.entry.name, line: Int(XML_GetCurrentLineNumber(parser)),
        detail: String(cString: XML_ErrorString(XML_GetErrorCode(parser))))
    }
    // Expat keeps an unfinished tag whole, and starts it over with every piece.
    guard fed - Int(XML_GetCurrentByteIndex(parser)) <= limits.bytesPerTag + count else {
      throw .tooLarge(
        what: "a tag in the part “\(source.entry.name)”", limit: limits.bytesPerTag)
    }
    return !isAtEnd
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> XMLStream? {
    context.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(
    _ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard let name, let attributes else { return }
    perform { () throws(SpreadsheetError.Reason) in
      depth += 1
      guard depth <= limits.depth else {
        throw .tooLarge(
          what: "the nesting of elements in the part “\(source.entry.name)”", limit: limits.depth)
      }
      guard let name = XMLName(name, ofAnyNamespace: readsAnyNamespace) else { return }
      try handler.start(name, XMLAttributes(attributes))
    }
  }

  private func end(_ name: UnsafePointer<XML_Char>?) {
    guard let name else { return }
    perform { () throws(SpreadsheetError.Reason) in
      depth -= 1
      guard let name = XMLName(name, ofAnyNamespace: readsAnyNamespace) else { return }
      try handler.end(name)
    }
  }

  private func text(_ start: UnsafePointer<XML_Char>?, _ count: Int32) {
    guard let start else { return }
    perform { () throws(SpreadsheetError.Reason) in
      // XML_Char is a byte of UTF-8, whatever the encoding of the part.
      let bytes = UnsafeRawBufferPointer(start: start, count: Int(count))
      try handler.text(bytes.assumingMemoryBound(to: UInt8.self))
    }
  }

  private func refuseDocumentType() {
    perform { () throws(SpreadsheetError.Reason) in
      throw .documentTypeDeclaration(part: source.entry.name)
    }
  }

  /// Runs the body of a callback, unless an earlier one has already stopped the parser.
  private func perform(_ body: () throws(SpreadsheetError.Reason) -> Void) {
    guard refusal == nil else { return }
    do {
      try body()
    } catch {
      refusal = error
      XML_StopParser(parser, XML_Bool(XML_FALSE))
    }
  }
}
