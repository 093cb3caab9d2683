import CasusModel

/// The messages of a Telegram channel, as its export as HTML and its page on the web show them.
///
/// Messages that show only a picture have no words and are passed over.
struct ChannelPage {
  private struct Message {
    var text: String
    var sender: String?
    var written: String?
    var url: String?
  }

  private var messages: [Message] = []
  private var sender: String?

  /// The messages of a page, each an article of its own; `nil` when it is a page of another kind.
  static func drafts(in root: HTMLNode, file: String) -> [DraftResult]? {
    guard let body = root.children.first(where: { $0.name == "body" }) else { return nil }
    let isExport = body.children.contains { $0.hasClass("page_wrap") }
    guard isExport || body.hasClass("widget_frame_base") else { return nil }
    var page = ChannelPage()
    page.collect(body)
    guard !page.messages.isEmpty else { return nil }
    let neighbours = ArticleDraft.neighbours(page.messages.lazy.map(\.text))
    return page.messages.enumerated().map { index, message in
      var draft = ArticleDraft(
        path: "\(file)#\(index + 1)", title: message.text.firstLineWithText(), text: message.text)
      draft.publisher = message.sender
      draft.url = message.url
      draft.published = message.written.flatMap(Self.day)
      draft.neighbours = neighbours
      return .success(draft)
    }
  }

  private mutating func collect(_ node: HTMLNode) {
    guard node.isElement else { return }
    if node.hasClass("message"), node.hasClass("default") || node.hasClass("service") {
      if node.hasClass("default") { add(exported: node) }
    } else if node.hasClass("tgme_widget_message") {
      add(shown: node)
    } else {
      for child in node.children { collect(child) }
    }
  }

  /// A message that follows another one of the same sender does not name the sender again.
  private mutating func add(exported node: HTMLNode) {
    let names = node.all("from_name")
    let isForwarded = !node.all("forwarded").isEmpty
    if let own = names.first, !(isForwarded && names.count == 1) { sender = Self.name(own) }
    let original = isForwarded ? names.last.map(Self.name) : nil
    add(
      node.all("text").filter { !$0.hasClass("bold") }, by: original ?? sender,
      on: node.all("date").first?.attribute("title"), at: nil)
  }

  private mutating func add(shown node: HTMLNode) {
    let date = node.all("tgme_widget_message_date").first
    let sender =
      node.all("tgme_widget_message_forwarded_from_name").first
      ?? node.all("tgme_widget_message_owner_name").first
    add(
      node.all("tgme_widget_message_text"), by: sender.map { $0.text.foldingWhiteSpace() },
      on: node.firstTime(), at: date?.attribute("href"))
  }

  private mutating func add(
    _ texts: [HTMLNode], by sender: String?, on written: String?, at url: String?
  ) {
    let paragraphs = texts.flatMap(MarkupText.paragraphs)
    guard !paragraphs.isEmpty else { return }
    messages.append(
      Message(
        text: paragraphs.joined(separator: "\n\n"), sender: sender, written: written, url: url))
  }

  /// The name alone; the time of a forwarded message stands in the same element.
  private static func name(_ node: HTMLNode) -> String {
    node.children.filter { $0.ownText != nil }.map(\.text).joined().foldingWhiteSpace()
  }

  /// The export writes days as 24.02.2022, whatever its language is.
  private static func day(_ written: String) -> EDTF? {
    let parts = written.prefix { $0 != " " }.split(separator: ".")
    guard parts.count == 3 else { return PublicationDate.parse(written) }
    return EDTF(parts.reversed().joined(separator: "-"))
  }
}

extension HTMLNode {
  /// Whether a name stands among those of the attribute `class`.
  fileprivate func hasClass(_ name: String) -> Bool {
    guard isElement, let names = attribute("class") else { return false }
    return names.split { $0.isWhitespace }.contains { $0 == name }
  }

  /// The elements of a class below, in order, and nothing inside them.
  fileprivate func all(_ name: String) -> [HTMLNode] {
    children.flatMap { $0.hasClass(name) ? [$0] : $0.isElement ? $0.all(name) : [] }
  }

  fileprivate func firstTime() -> String? {
    for child in children where child.isElement {
      if child.name == "time", let time = child.attribute("datetime") { return time }
      if let time = child.firstTime() { return time }
    }
    return nil
  }
}
