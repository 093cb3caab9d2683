/// Which elements of a page are no part of its text.
struct SkippedElements {
  private let pageByteCount: Int

  init(of root: HTMLNode) {
    pageByteCount = Self.byteCount(of: root)
  }

  /// Whether the element and all it holds is passed over.
  func contains(_ node: HTMLNode, name: String, isInArticle: Bool) -> Bool {
    if Self.tags.contains(name) { return true }
    if name == "header" { return !isInArticle && isMinor(node) && !Self.isOfArticle(node) }
    if ["html", "body", "main", "article", "h1"].contains(name) { return false }
    return (Self.isHidden(node) || Self.isBoxed(node)) && isMinor(node)
  }

  /// The head of an article has its headline and no menu.
  private static func isOfArticle(_ header: HTMLNode) -> Bool {
    holds("h1", header) && !holds("nav", header)
  }

  private static func holds(_ name: String, _ node: HTMLNode) -> Bool {
    node.children.contains { $0.isElement && ($0.name == name || holds(name, $0)) }
  }

  /// A class such as `with-sidebar` may stand on the element that holds the article.
  private func isMinor(_ node: HTMLNode) -> Bool {
    2 * Self.byteCount(of: node) < pageByteCount
  }

  private static func isHidden(_ node: HTMLNode) -> Bool {
    if node.attribute("hidden") != nil { return true }
    if node.attribute("aria-hidden")?.lowercased() == "true" { return true }
    let style = node.attribute("style")?.lowercased().filter { !$0.isWhitespace }
    return style?.contains("display:none") == true
  }

  private static func isBoxed(_ node: HTMLNode) -> Bool {
    if let role = node.attribute("role")?.lowercased(), roles.contains(role) { return true }
    return ["class", "id"].contains { attribute in
      guard let names = node.attribute(attribute) else { return false }
      return names.split { !$0.isLetter }.contains { name in
        boxNames.contains(Substring(name.lowercased()))
          || firstPart(of: name).map(boxNames.contains) == true
      }
    }
  }

  /// `donates` of `DonatesBanner`: the names that scripts give to what they draw begin with what it is.
  private static func firstPart(of name: Substring) -> Substring? {
    let rest = name.dropFirst()
    guard let end = rest.firstIndex(where: \.isUppercase) else { return nil }
    return Substring(name[..<end].lowercased())
  }

  /// The bytes of text that a reader may see.
  private static func byteCount(of node: HTMLNode) -> Int {
    if let text = node.ownText { return text.count { $0 > 0x20 } }
    if tags.contains(node.name) { return 0 }
    return node.children.reduce(0) { $0 + byteCount(of: $1) }
  }

  private static let tags: Set<String> = [
    "amp-ad", "amp-analytics", "amp-consent", "amp-embed", "amp-lightbox", "amp-sidebar",
    "amp-social-share", "amp-sticky-ad", "amp-user-notification", "aside", "audio", "button",
    "canvas", "datalist", "dialog", "embed", "figcaption", "figure",
    "footer", "head", "iframe", "input", "label", "map", "math", "meter", "nav", "noscript",
    "object", "option", "progress", "script", "select", "style", "svg", "template", "textarea",
    "video",
  ]

  private static let roles: Set<String> = [
    "alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar",
    "navigation", "search", "toolbar",
  ]

  /// Words in `class` and `id` that sites give to what surrounds an article.
  private static let boxNames: Set<Substring> = [
    "ad", "ads", "advert", "advertisement", "breadcrumb", "breadcrumbs", "caption", "comment",
    "comments", "consent", "cookie", "cookies", "copyright", "disqus", "donate", "donates",
    "donation", "donations", "footer", "gdpr", "iklan", "komentar", "menu", "modal",
    "nav", "navbar", "navigation", "newsletter", "popup", "promo", "recommended", "related",
    "share", "sharing", "sidebar", "signup", "social", "sponsor", "sponsored", "subscribe",
    "taboola", "tags", "terkait", "toolbar", "widget",
  ]
}
