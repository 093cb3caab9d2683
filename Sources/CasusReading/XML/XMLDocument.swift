import CLibXML2

/// A parsed XML document; its nodes are valid as long as it is.
///
/// Nothing is loaded from elsewhere, entities are not expanded, and the parser's own limits on depth
/// and size hold.
final class XMLDocument {
  private let pointer: xmlDocPtr

  /// Parses a document, mending what is broken; `nil` when nothing is left of it.
  init?(_ bytes: [UInt8]) {
    guard let size = Int32(exactly: bytes.count) else { return nil }
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue
    xmlInitParser()
    let parsed = bytes.withUnsafeBytes { buffer in
      xmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), size, nil, nil, Int32(options))
    }
    guard let parsed else { return nil }
    pointer = parsed
  }

  deinit {
    xmlFreeDoc(pointer)
  }

  /// Whether elements lie too deeply in each other to be read; the parser goes no deeper than 256.
  func isTooDeep(_ limits: ReadingLimits) -> Bool {
    root?.isDeeper(than: min(limits.deepestNesting, 255)) ?? false
  }

  /// The outermost element.
  var root: HTMLNode? {
    xmlDocGetRootElement(pointer).map { HTMLNode(pointer: $0) }
  }
}
