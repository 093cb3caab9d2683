import Foundation

/// The articles that a JSON value holds: an object of our own form, an array of them, or what feeds (JSON
/// Feed), news services, crawlers and the export of a chat (Telegram) wrap them into.
struct JSONArticles {
  private struct Element {
    var object: [String: Any]?
    var source: JSONSource
  }

  private var elements: [Element] = []
  /// Whether the file holds a list, so that its articles are numbered.
  private var isList = false

  /// The articles and problems of a value.
  static func drafts(of value: Any, file: String, line: Int? = nil) -> [DraftResult] {
    var articles = JSONArticles()
    articles.collect(value, of: JSONSource(), depth: 0)
    let place = JSONPlace(file: file, line: line)
    guard !articles.elements.isEmpty else {
      return [.failure(place.problem("holds no article; add one"))]
    }
    return articles.drafts(in: place)
  }

  private func drafts(in place: JSONPlace) -> [DraftResult] {
    var drafts: [DraftResult] = []
    for (index, element) in elements.enumerated() {
      var place = place
      if isList { place.number = index + 1 }
      guard let object = element.object else {
        drafts.append(
          .failure(place.problem("is not a JSON object; write {\"text\": \"…\"}")))
        continue
      }
      let article = JSONArticle(object, of: element.source)
      // Pictures without words and notes of the program are no articles.
      if element.source.isChat, article.words.isBlank || object["type"] as? String == "service" {
        continue
      }
      drafts.append(DraftResult { () throws(ReadingProblem) in try article.draft(in: place) })
    }
    guard drafts.isEmpty else { return drafts }
    return [
      .failure(
        ReadingProblem(file: place.file, message: "holds no message with text; export the texts"))
    ]
  }

  private mutating func collect(_ value: Any, of source: JSONSource, depth: Int) {
    if let list = value as? [Any] {
      isList = true
      for element in list { collect(element, of: source, depth: depth + 1) }
      return
    }
    guard let object = value as? [String: Any] else {
      elements.append(Element(object: nil, source: source))
      return
    }
    guard depth < 6, object["text"] == nil, let (name, inner) = Self.list(in: object) else {
      elements.append(Element(object: object, source: source))
      return
    }
    collect(inner, of: source.inside(object, list: name), depth: depth + 1)
  }

  /// What wraps articles, and what is in it.
  private static func list(in object: [String: Any]) -> (name: String, value: Any)? {
    for name in lists {
      guard let value = object[name] else { continue }
      if let array = value as? [Any], array.allSatisfy({ $0 is [String: Any] }) {
        return (name, array)
      }
      if let inner = value as? [String: Any], list(in: inner) != nil { return (name, inner) }
    }
    return nil
  }

  private static let lists = [
    "items", "articles", "results", "docs", "response", "data", "posts", "entries", "messages",
    "chats", "list", "news", "stories",
  ]
}
