import CasusModel
import GRDB

/// Which news agency an article credits, where it names one as agencies are named.
///
/// That is in the dateline, `KYIV, July 13 (Reuters) –` or `МОСКВА, 13 июл – РИА Новости.`, or in
/// brackets or slashes at the end, `(Antara/AFP)`. A medium that is only quoted is no credit.
struct AgencyCredit {
  let db: Database

  /// How much of the beginning and of the end of an article is looked at, in characters.
  private static let reach = 160
  private static let longestName = 40

  /// The medium's identifier; of several the first that is named.
  func agency(of article: Article) throws -> String? {
    for name in Self.candidates(in: article) {
      if let id = try medium(FoldedName.fold(name)) { return id }
    }
    return nil
  }

  private func medium(_ folded: String) throws -> String? {
    guard !folded.isEmpty else { return nil }
    let statement = try db.cachedStatement(
      sql: """
        SELECT min(actor.id) FROM actorName JOIN actor ON actor.key = actorName.actor
        WHERE actorName.folded = ? AND actor.kind = 'medium'
        """)
    return try String.fetchOne(statement, arguments: [folded])
  }

  /// What may be an agency's name, in the order of the text.
  static func candidates(in article: Article) -> [String] {
    var body = article.text[...]
    if !article.title.isEmpty, body.hasPrefix(article.title) {
      body = body.dropFirst(article.title.count)
    }
    let head = body.drop { $0.isWhitespace }.prefix(reach)
    let tail = body.suffix(reach)
    guard hasMarks(head) || hasMarks(tail) else { return [] }
    return bracketed(head) + dateline(head) + bracketed(tail)
  }

  /// Whether anything stands in brackets, between slashes or before a dash; a dash of Unicode begins
  /// with the byte E2.
  private static func hasMarks(_ text: Substring) -> Bool {
    text.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "/"), UInt8(ascii: "-"), 0xE2: true
      default: false
      }
    }
  }

  /// Whether any byte is one of a bracket or a slash.
  private static func hasBracket(_ text: Substring) -> Bool {
    text.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "/"):
        true
      default: false
      }
    }
  }

  /// Whether any byte may be one of a dash.
  private static func hasDash(_ text: Substring) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: "-") || $0 == 0xE2 }
  }

  /// What stands between brackets or slashes, each name by itself.
  private static func bracketed(_ text: Substring) -> [String] {
    guard hasBracket(text) else { return [] }
    return text.split(omittingEmptySubsequences: false) { "()[]/".contains($0) }.dropFirst()
      .flatMap { $0.split { ",;".contains($0) } }.compactMap(name)
  }

  /// The parts of what stands before the dash that ends a dateline, and before the stop after it.
  private static func dateline(_ text: Substring) -> [String] {
    guard hasDash(text) else { return [] }
    var parts = [text]
    for dash in [" – ", " — ", " - "] {
      parts = parts.flatMap { part -> [Substring] in part.split(separator: dash) }
    }
    guard parts.count > 1 else { return [] }
    return parts.prefix(3).flatMap { part -> ArraySlice<Substring> in
      part.split { ",.(".contains($0) }.prefix(4)
    }.compactMap(name)
  }

  private static func name(_ text: Substring) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count >= 2 && words.count <= longestName ? words : nil
  }
}
