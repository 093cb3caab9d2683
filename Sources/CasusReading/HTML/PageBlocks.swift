/// The text blocks of a page and the elements they lie in.
struct PageBlocks {
  private struct Element {
    var parent: Int
    var mark: Mark
    /// Bytes of prose in the element and all it holds.
    var prose = 0
  }

  /// How strongly an element claims to be the article; larger is stronger.
  private enum Mark: Int, CaseIterable {
    case none, main, article, articleBody
  }

  /// Every block of the page with text, in order.
  private(set) var all: [TextBlock] = []

  private var elements: [Element] = []
  private var linkDepth = 0
  private var owesSpace = false
  private var breakCount = 0
  private let skipped: SkippedElements

  init(of root: HTMLNode) {
    skipped = SkippedElements(of: root)
    walk(root, parent: 0, isInArticle: false)
    all = all.filter { !$0.bytes.isEmpty }
    for block in all where block.isProse { vote(block) }
  }

  /// The blocks of the article.
  ///
  /// An element marked as the article is believed when it holds a good share of the page's prose.
  /// From there, or else from the whole page, one goes down as long as one child holds nearly all.
  ///
  /// The entries of a live blog may each be marked as an article: then none of them is the article.
  func insideArticle(isLiveBlog: Bool) -> [TextBlock] {
    guard !elements.isEmpty else { return [] }
    var best = markedArticle(isLiveBlog: isLiveBlog) ?? 0
    while let child = mainChild(of: best), blockCount(in: child) > 1 { best = child }
    return all.filter { isInside($0.element, best) }
  }

  /// The child with at least nine tenths of the prose.
  private func mainChild(of element: Int) -> Int? {
    let prose = elements[element].prose
    return prose == 0
      ? nil
      : elements.indices.first {
        $0 > element && elements[$0].parent == element && 10 * elements[$0].prose >= 9 * prose
      }
  }

  private func markedArticle(isLiveBlog: Bool) -> Int? {
    for mark in Mark.allCases.reversed() where mark != .none {
      let marked = elements.indices.filter { elements[$0].mark == mark }
      guard let best = marked.max(by: { elements[$0].prose < elements[$1].prose }) else { continue }
      if isLiveBlog, mark != .main, marked.contains(where: { !isWithin($0, best) }) { continue }
      if 3 * elements[best].prose >= elements[0].prose, elements[best].prose > 0 { return best }
    }
    return nil
  }

  private func blockCount(in element: Int) -> Int {
    all.count { $0.isProse && isInside($0.element, element) }
  }

  /// Whether an element with prose lies in another.
  private func isWithin(_ element: Int, _ ancestor: Int) -> Bool {
    elements[element].prose == 0 || isInside(element, ancestor)
  }

  private func isInside(_ element: Int, _ ancestor: Int) -> Bool {
    var current = element
    while current > ancestor { current = elements[current].parent }
    return current == ancestor
  }

  private mutating func vote(_ block: TextBlock) {
    var current = block.element
    while true {
      elements[current].prose += block.bytes.count
      if current == 0 { return }
      current = elements[current].parent
    }
  }

  // MARK: Cutting the page into blocks

  private mutating func walk(_ node: HTMLNode, parent: Int, isInArticle: Bool) {
    if let text = node.ownText {
      append(text)
      return
    }
    let name = node.name
    guard !name.isEmpty, !skipped.contains(node, name: name, isInArticle: isInArticle) else {
      return
    }
    switch name {
    case "br": lineBreak()
    case "a":
      linkDepth += 1
      walkChildren(of: node, parent: parent, isInArticle: isInArticle)
      linkDepth -= 1
    case _ where Self.inlineTags.contains(name):
      walkChildren(of: node, parent: parent, isInArticle: isInArticle)
    default: walkBlock(node, name: name, parent: parent, isInArticle: isInArticle)
    }
  }

  private mutating func walkBlock(
    _ node: HTMLNode, name: String, parent: Int, isInArticle: Bool
  ) {
    let mark = Self.mark(of: node, name: name)
    elements.append(Element(parent: parent, mark: mark))
    let element = elements.count - 1
    beginBlock(tag: name, element: element)
    walkChildren(of: node, parent: element, isInArticle: isInArticle || mark != .none)
    guard element > 0 else { return }
    // What follows belongs to the parent again.
    beginBlock(tag: "", element: parent)
  }

  private mutating func walkChildren(of node: HTMLNode, parent: Int, isInArticle: Bool) {
    for child in node.children { walk(child, parent: parent, isInArticle: isInArticle) }
  }

  private mutating func beginBlock(tag: String, element: Int) {
    owesSpace = false
    breakCount = 0
    if all.last?.bytes.isEmpty == true { all.removeLast() }
    all.append(TextBlock(tag: tag, element: element))
  }

  /// One `br` is a space, two in a row end a paragraph.
  private mutating func lineBreak() {
    breakCount += 1
    owesSpace = true
    guard breakCount == 2, let block = all.last, !block.bytes.isEmpty else { return }
    beginBlock(tag: block.tag, element: block.element)
    breakCount = 2
  }

  /// Appends text to the last block: white space folded, soft hyphens dropped.
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard !all.isEmpty else { return }
    var block = all.removeLast()
    let start = block.bytes.count + (owesSpace && !block.bytes.isEmpty ? 1 : 0)
    var index = 0
    while index < text.count {
      let byte = text[index]
      let next = index + 1 < text.count ? text[index + 1] : 0
      if byte == 0x20 || (0x09...0x0d).contains(byte) || byte == 0xc2 && next == 0xa0 {
        owesSpace = true
        index += byte == 0xc2 ? 2 : 1
      } else if byte == 0xc2 && next == 0xad {
        index += 2
      } else {
        if owesSpace, !block.bytes.isEmpty { block.bytes.append(0x20) }
        owesSpace = false
        breakCount = 0
        block.bytes.append(byte)
        index += 1
      }
    }
    if linkDepth > 0, start < block.bytes.count { block.links.append(start..<block.bytes.count) }
    all.append(block)
  }

  private static func mark(of node: HTMLNode, name: String) -> Mark {
    if node.attribute("itemprop")?.lowercased() == "articlebody" { return .articleBody }
    let role = node.attribute("role")?.lowercased()
    if name == "article" || role == "article" { return .article }
    return name == "main" || role == "main" ? .main : .none
  }

  private static let inlineTags: Set<String> = [
    "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
  ]
}
