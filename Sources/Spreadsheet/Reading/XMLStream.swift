import CExpat

/// Receives the elements of one part of a workbook in the order of the file.
protocol XMLHandler: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetError.Reason)
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError.Reason)
  func end(_ name: XMLName) throws(SpreadsheetError.Reason)
}

/// Parses one part of a workbook, of which it is given piece after piece.
///
/// Any document type declaration is refused, hence there are no entities but the five of XML.
final class XMLStream {
  private let part: String
  private let handler: any XMLHandler
  private let limits: ReadingLimits
  private let readsAnyNamespace: Bool
  private let parser: OpaquePointer
  private var depth = 0
  private var fed = 0
  /// What stopped the parser from within a callback: nothing may be thrown through C.
  private var refusal: SpreadsheetError.Reason?

  /// - Parameter readsAnyNamespace: Whether elements of others, such as drawings, are read too.
  init(
    part: String, to handler: any XMLHandler, limits: ReadingLimits,
    readsAnyNamespace: Bool = false
  ) throws(SpreadsheetError.Reason) {
    guard let parser = XML_ParserCreateNS(nil, XML_Char(XMLName.separator)) else {
      throw .unreadable("out of memory")
    }
    self.part = part
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

  /// Parses a part to its end while it is inflated; it is never in memory as a whole.
  static func parse(
    _ source: ZipEntryReader, to handler: any XMLHandler, limits: ReadingLimits,
    readsAnyNamespace: Bool = false
  ) throws(SpreadsheetError.Reason) {
    let stream = try XMLStream(
      part: source.entry.name, to: handler, limits: limits, readsAnyNamespace: readsAnyNamespace)
    var piece = [UInt8](repeating: 0, count: ZipEntryReader.pieceSize)
    var count: Int
    repeat {
      count = try source.read(into: &piece)
      try stream.feed(piece.span.extracting(first: count), isLast: count == 0)
    } while count > 0
  }

  /// Parses one piece.
  ///
  /// - Parameter linesBefore: Line feeds of the part that were not given, for messages.
  func feed(
    _ piece: Span<UInt8>, isLast: Bool, linesBefore: Int = 0
  ) throws(SpreadsheetError.Reason) {
    fed += piece.count
    let status = piece.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        XML_Parse(parser, $0.baseAddress, Int32($0.count), isLast ? 1 : 0)
      }
    }
    if let refusal { throw refusal }
    guard status == XML_STATUS_OK else {
      throw .malformedXML(
        part: part, line: Int(XML_GetCurrentLineNumber(parser)) + linesBefore,
        detail: String(cString: XML_ErrorString(XML_GetErrorCode(parser))))
    }
    // Expat keeps an unfinished tag whole, and starts it over with every piece.
    guard fed - Int(XML_GetCurrentByteIndex(parser)) <= limits.bytesPerTag + piece.count else {
      throw .tooLarge(what: "a tag in the part “\(part)”", limit: limits.bytesPerTag)
    }
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
          what: "the nesting of elements in the part “\(part)”", limit: limits.depth)
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
      throw .documentTypeDeclaration(part: part)
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
