import CLibXML2

/// A parsed page; its nodes are valid as long as it is.
final class HTMLDocument {
  /// Whether the parser gave up before the end: elements too deep or a text too long for it.
  let isCutOff: Bool

  private let pointer: htmlDocPtr

  /// Parses a page, mending what is broken; `nil` when nothing is left of it.
  init?(_ text: String) {
    _ = Self.start
    guard let context = htmlNewParserCtxt() else { return nil }
    defer { htmlFreeParserCtxt(context) }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    var text = text
    let parsed = text.withUTF8 { bytes -> htmlDocPtr? in
      guard let size = Int32(exactly: bytes.count) else { return nil }
      return bytes.withMemoryRebound(to: CChar.self) {
        htmlCtxtReadMemory(context, $0.baseAddress, size, nil, "UTF-8", Int32(options))
      }
    }
    guard let parsed else { return nil }
    pointer = parsed
    isCutOff = context.pointee.disableSAX != 0
  }

  deinit {
    xmlFreeDoc(pointer)
  }

  /// The `html` element.
  var root: HTMLNode? {
    xmlDocGetRootElement(pointer).map { HTMLNode(pointer: $0) }
  }

  /// libxml2 wants to be started once, before threads use it.
  private static let start: Void = xmlInitParser()
}
