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

/// A node of a parsed page.
struct HTMLNode: Hashable {
  fileprivate let pointer: UnsafeMutablePointer<xmlNode>

  /// Whether the node is an element.
  var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }

  /// The name of the element in lower case, such as `div`.
  var name: String {
    guard isElement, let name = pointer.pointee.name else { return "" }
    return String(cString: name)
  }

  /// The node's own text, if it is a text node.
  var ownText: UnsafeBufferPointer<UInt8>? {
    guard pointer.pointee.type == XML_TEXT_NODE || pointer.pointee.type == XML_CDATA_SECTION_NODE,
      let content = pointer.pointee.content
    else { return nil }
    return UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))
  }

  /// The children in order.
  var children: some Sequence<HTMLNode> {
    sequence(first: pointer.pointee.children) { $0?.pointee.next }
      .lazy.prefix { $0 != nil }.compactMap { $0.map { HTMLNode(pointer: $0) } }
  }

  /// The value of an attribute, trimmed; `nil` when it is missing.
  func attribute(_ name: String) -> String? {
    var attribute = pointer.pointee.properties
    while let current = attribute {
      if let found = current.pointee.name, String(cString: found) == name {
        guard let value = current.pointee.children else { return "" }
        return HTMLNode(pointer: value).textWithSiblings.trimmingWhiteSpace()
      }
      attribute = current.pointee.next
    }
    return nil
  }

  /// The text of the node and its descendants, white space as it is.
  var text: String {
    if let ownText { return String(decoding: ownText, as: UTF8.self) }
    return children.reduce(into: "") { $0 += $1.text }
  }

  private var textWithSiblings: String {
    var text = ""
    var node: UnsafeMutablePointer<xmlNode>? = pointer
    while let current = node {
      text += HTMLNode(pointer: current).text
      node = current.pointee.next
    }
    return text
  }
}
