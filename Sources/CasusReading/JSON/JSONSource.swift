/// What a list of articles says of all that are in it.
struct JSONSource {
  /// The publisher's name.
  private(set) var name: String?
  /// The language as declared.
  private(set) var language: String?
  /// Whether the list holds the messages of a chat.
  private(set) var isChat = false
  /// Words of the list's articles: see ``ArticleDraft/neighbours``.
  private(set) var neighbours = ""

  /// The same with what an object says that holds a list.
  func inside(_ object: [String: Any], list: String) -> JSONSource {
    var source = self
    source.name = JSONFields.words(of: object["title"] ?? object["name"]) ?? name
    source.language = object["language"] as? String ?? language
    source.isChat = isChat || list == "messages"
    if let elements = object[list] as? [Any] {
      source.neighbours = ArticleDraft.neighbours(
        elements.lazy.compactMap { element in
          (element as? [String: Any]).map { JSONArticle($0, of: self).words }
        })
    }
    return source
  }
}
