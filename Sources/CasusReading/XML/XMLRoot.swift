/// The outermost element of an XML text, by which formats are told apart.
enum XMLRoot {
  /// The format whose outermost element it is; `nil` for pages and all else.
  static func reader(of text: String) -> (any ArticleReader)? {
    switch name(in: text) {
    case "rss", "feed", "rdf:rdf": FeedReader()
    case "opml": OutlineReader()
    default: nil
    }
  }

  /// The element's name in lower case, past declaration, comments and document type.
  static func name(in text: String) -> String? {
    var rest = text[...]
    if rest.hasPrefix("\u{feff}") { rest = rest.dropFirst() }
    while true {
      rest = rest.drop { $0.isWhitespace }
      guard rest.hasPrefix("<") else { return nil }
      let end =
        if rest.hasPrefix("<?") { "?>" } else if rest.hasPrefix("<!--") { "-->" } else { ">" }
      guard rest.hasPrefix("<?") || rest.hasPrefix("<!") else {
        let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || ":_-.".contains($0) }
        return name.isEmpty ? nil : name.lowercased()
      }
      guard let found = rest.firstRange(of: end) else { return nil }
      rest = rest[found.upperBound...]
    }
  }
}
