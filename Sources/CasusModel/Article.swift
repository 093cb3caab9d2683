/// One news article, as read from a file.
public struct Article: Hashable, Codable, Sendable {
  /// SHA-256 of the normalised text, in lower-case hexadecimal.
  public var id: String
  /// Where the article was read from: a path, with `#line` for a JSON Lines row; `-` for stdin.
  public var path: String
  /// The headline, empty when there is none.
  public var title: String
  /// The whole text as decoded, headline included: evidence offsets count in this string.
  public var text: String
  /// BCP 47 language code (`id`, `en`, `uk`, `ru`), or `nil` when unknown.
  public var language: String?
  /// The name of the publisher, if known.
  public var publisher: String?
  /// The canonical address, if known.
  public var url: String?
  /// The publication date, or `nil` when the article carries none.
  public var published: EDTF?

  /// Makes an article from its parts.
  public init(
    id: String, path: String, title: String, text: String, language: String? = nil,
    publisher: String? = nil, url: String? = nil, published: EDTF? = nil
  ) {
    self.id = id
    self.path = path
    self.title = title
    self.text = text
    self.language = language
    self.publisher = publisher
    self.url = url
    self.published = published
  }

  /// The identifier of a source of event tables that is known by its address only: `url:` and 24
  /// hexadecimal digits of the address's SHA-256.
  public static func sourceID(address: String) -> String {
    "url:" + ContentHash.hex(of: address.utf8).prefix(24)
  }
}
