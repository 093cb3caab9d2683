/// An RSS 0.9x, 1.0 or 2.0 or Atom 1.0 feed.
struct Feed {
  /// One entry of a feed.
  struct Item {
    var title = ""
    var paragraphs: [String] = []
    var link: String?
    var publisher: String?
    /// Candidates for the publication date, the most trustworthy first.
    var dates: [String] = []
  }

  private(set) var title = ""
  private(set) var language: String?
  private(set) var items: [Item] = []

  /// Reads the feed below the outermost element.
  init(root: HTMLNode) {
    language = root.attribute("lang")
    for child in root.children where child.isElement {
      switch child.name {
      case "channel": readChannel(child)
      case "title": title = Self.words(of: child)
      case "entry", "item": items.append(Self.item(child))
      default: break
      }
    }
  }

  private mutating func readChannel(_ channel: HTMLNode) {
    for child in channel.children where child.isElement {
      switch (child.name, Vocabulary(child)) {
      case ("title", .feed): title = Self.words(of: child)
      case ("language", .feed), ("language", .dublinCore): language = child.text
      case ("item", .feed): items.append(Self.item(child))
      default: break
      }
    }
  }

  /// Whose element it is: others, such as those of Media RSS, share names with the feed's own.
  private enum Vocabulary {
    case feed, content, dublinCore, other

    init(_ node: HTMLNode) {
      switch node.namespace {
      case "", "http://www.w3.org/2005/Atom", "http://purl.org/rss/1.0/",
        "http://my.netscape.com/rdf/simple/0.9/", "http://backend.userland.com/rss2":
        self = .feed
      case "http://purl.org/rss/1.0/modules/content/": self = .content
      case "http://purl.org/dc/elements/1.1/": self = .dublinCore
      default: self = .other
      }
    }
  }

  private static func item(_ node: HTMLNode) -> Item {
    var item = Item()
    var published: [String] = []
    var updated: [String] = []
    var summary: [String] = []
    for child in node.children where child.isElement {
      switch (child.name, Vocabulary(child)) {
      case ("title", .feed): item.title = words(of: child)
      case ("encoded", .content), ("content", .feed): item.paragraphs = paragraphs(in: child)
      case ("description", .feed), ("summary", .feed): summary = paragraphs(in: child)
      case ("pubDate", .feed), ("published", .feed), ("date", .dublinCore):
        published.append(child.text)
      case ("updated", .feed): updated.append(child.text)
      case ("link", .feed): item.link = item.link ?? link(child)
      case ("guid", .feed) where child.attribute("isPermaLink") != "false":
        item.link = item.link ?? webAddress(child.text)
      case ("source", .feed): item.publisher = publisher(child)
      default: break
      }
    }
    if item.paragraphs.isEmpty { item.paragraphs = summary }
    if item.paragraphs.first == item.title { item.paragraphs.removeFirst() }
    item.dates = published + updated
    return item
  }

  /// `<link>address</link>`, or `<link rel="alternate" href="address"/>` in Atom.
  private static func link(_ node: HTMLNode) -> String? {
    guard let address = node.attribute("href") else { return webAddress(node.text) }
    return ["alternate", nil].contains(node.attribute("rel")) ? webAddress(address) : nil
  }

  private static func webAddress(_ text: String) -> String? {
    let address = text.trimmingWhiteSpace()
    return address.hasPrefix("https://") || address.hasPrefix("http://") ? address : nil
  }

  /// `<source url="…">name</source>`, or `<source><title>name</title></source>` in Atom.
  private static func publisher(_ node: HTMLNode) -> String? {
    let title = node.children.first { $0.name == "title" }
    let name = words(of: title ?? node)
    return name.isEmpty ? nil : name
  }

  /// The words of a short text, which may be HTML inside.
  private static func words(of node: HTMLNode) -> String { MarkupText.words(of: node.text) }

  /// The paragraphs of a longer text: HTML inside, elements of XHTML, or plain.
  private static func paragraphs(in node: HTMLNode) -> [String] {
    if node.children.contains(where: \.isElement) { return MarkupText.paragraphs(of: node) }
    return MarkupText.paragraphs(of: node.text)
  }
}
