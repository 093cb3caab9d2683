/// The paragraphs of a text that holds HTML, as feeds and news services hand them out.
enum MarkupText {
  /// The paragraphs of an element and all it holds.
  static func paragraphs(of node: HTMLNode) -> [String] {
    PageBlocks(of: node).all.compactMap(\.withoutLinkLines).filter { !$0.isBlank }
  }

  /// The paragraphs of a text with tags in it.
  static func paragraphs(of text: String) -> [String] {
    guard let document = HTMLDocument(text) else { return [] }
    return withExtendedLifetime(document) { $0.root.map { paragraphs(of: $0) } ?? [] }
  }

  /// The words of a short text, which may hold HTML.
  static func words(of text: String) -> String {
    guard text.contains("<") || text.contains("&"), let document = HTMLDocument(text) else {
      return text.foldingWhiteSpace()
    }
    return withExtendedLifetime(document) { ($0.root?.text ?? text).foldingWhiteSpace() }
  }
}
