import Foundation

/// The schema.org description of an article, from the page's JSON-LD scripts.
struct LinkedData {
  /// `datePublished` of the articles and pages described, articles first.
  private(set) var published: [String] = []
  /// `headline` of the first article.
  private(set) var headline: String?
  /// `inLanguage` of the first article.
  private(set) var language: String?
  /// The name of the first article's publisher.
  private(set) var publisher: String?
  /// The address of the first article.
  private(set) var url: String?
  /// The text of the first article that gives its own, else what a live blog tells.
  private(set) var body: String?
  /// Whether one of the articles is a live blog.
  private(set) var isLiveBlog = false

  /// Takes in the text of one script; text that is not JSON is passed over.
  mutating func add(_ script: String) {
    guard let value = try? JSONSerialization.jsonObject(with: Data(script.utf8)) else { return }
    let nodes = Self.nodes(in: value, depth: 0)
    let articles = nodes.filter { node in
      Self.types(of: node).contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") }
    }
    for article in articles { add(article: article) }
    for page in nodes where Self.types(of: page).contains("WebPage") {
      if let date = page["datePublished"] as? String { published.append(date) }
    }
  }

  private mutating func add(article: [String: Any]) {
    if let date = article["datePublished"] as? String { published.append(date) }
    body = body ?? article["articleBody"] as? String
    if let entries = article["liveBlogUpdate"] as? [Any] {
      isLiveBlog = true
      let texts = entries.compactMap { ($0 as? [String: Any])?["articleBody"] as? String }
      if body == nil, !texts.isEmpty { body = texts.joined(separator: "\n") }
    }
    isLiveBlog = isLiveBlog || Self.types(of: article).contains("LiveBlogPosting")
    headline = headline ?? Self.text(article["headline"])
    language = language ?? Self.text(article["inLanguage"])
    publisher = publisher ?? Self.text((article["publisher"] as? [String: Any])?["name"])
    let page = article["mainEntityOfPage"]
    url =
      url ?? Self.text(article["url"]) ?? Self.text(page)
      ?? Self.text((page as? [String: Any])?["@id"])
  }

  /// The objects at the top, in arrays and in `@graph`.
  private static func nodes(in value: Any, depth: Int) -> [[String: Any]] {
    guard depth < 8 else { return [] }
    if let list = value as? [Any] { return list.flatMap { nodes(in: $0, depth: depth + 1) } }
    guard let object = value as? [String: Any] else { return [] }
    let inner = object["@graph"].map { nodes(in: $0, depth: depth + 1) } ?? []
    return [object] + inner
  }

  private static func types(of node: [String: Any]) -> [String] {
    (node["@type"] as? String).map { [$0] } ?? node["@type"] as? [String] ?? []
  }

  private static func text(_ value: Any?) -> String? {
    (value as? String).map { $0.foldingWhiteSpace() }
  }
}
