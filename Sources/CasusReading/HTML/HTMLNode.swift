import CLibXML2

/// A node of a parsed page or XML document.
struct HTMLNode: Hashable {
  let pointer: UnsafeMutablePointer<xmlNode>

  /// Whether the node is an element.
  var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }

  /// The name of the element in lower case, such as `div`.
  var name: String {
    guard isElement, let name = pointer.pointee.name else { return "" }
    return String(cString: name)
  }

  /// The namespace of the element in XML; empty when it has none.
  var namespace: String {
    guard isElement, let address = pointer.pointee.ns?.pointee.href else { return "" }
    return String(cString: address)
  }

  /// The node's own text, if it is a text node.
  var ownText: UnsafeBufferPointer<UInt8>? {
    guard pointer.pointee.type == XML_TEXT_NODE || pointer.pointee.type == XML_CDATA_SECTION_NODE,
      let content = pointer.pointee.content
    else { return nil }
    return UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))
  }

  /// The children in order; what a reference to an entity stands for is none of them.
  var children: some Sequence<HTMLNode> {
    let isReference = pointer.pointee.type == XML_ENTITY_REF_NODE
    return sequence(first: isReference ? nil : pointer.pointee.children) { $0?.pointee.next }
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

  /// Whether elements lie in each other more than so many times, the node itself counted.
  func isDeeper(than limit: Int) -> Bool {
    var depth = 1
    var node = pointer
    while true {
      if depth > limit { return true }
      if node.pointee.type == XML_ELEMENT_NODE, let child = node.pointee.children {
        node = child
        depth += 1
        continue
      }
      while node.pointee.next == nil {
        guard node != pointer, let parent = node.pointee.parent else { return false }
        node = parent
        depth -= 1
        if node == pointer { return false }
      }
      guard node != pointer, let next = node.pointee.next else { return false }
      node = next
    }
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
