import CasusModel
import GRDB

/// Events that are no more, because the articles that told of them were replaced by corrected ones.
///
/// The identifier of an event says who did what when; with another date it is another. What articles said
/// that were replaced is kept, so that the identifier can be worked out again where such an article
/// alone told of the event.
struct FormerEvents {
  let db: Database

  /// What became of an event whose identifier starts with some hexadecimal digits; `nil` where no article
  /// that was replaced told of such a one.
  func correction(idPrefix: String) throws -> StoreError? {
    let prefix = idPrefix.lowercased()
    guard !prefix.isEmpty else { return nil }
    let evidence = EvidenceTable(db: db)
    let replaced = try Row.fetchAll(
      db,
      sql: """
        SELECT article.key, successor.key, successor.path
        FROM article JOIN article AS successor ON successor.key = article.supersededBy
        WHERE article.supersededBy IS NOT NULL ORDER BY article.key
        """)
    for row in replaced {
      let rows = try evidence.rows(ofArticle: row[0]).filter { $0.eventKey == nil }
      for (group, reports) in try groups(of: rows)
      where [false, true].contains(where: { isSingular in
        EventMerger.merge(reports, in: group, isSingular: isSingular).contains {
          $0.id.hasPrefix(prefix)
        }
      }) {
        return .correctedEvent(
          prefix: idPrefix, article: row[2], now: try events(of: group, in: row[1]))
      }
    }
    return nil
  }

  /// The statements of an article that do not count any more, by what they share.
  private func groups(of rows: [EvidenceRow]) throws -> [(EventGroup, [Report])] {
    let reports = try rows.map { row in
      // Whatever does not count says by itself whom it is about.
      try row.report(in: EventGroup(type: .consult, mode: nil, sides: [:]))
    }
    return Dictionary(grouping: reports) { EventGroup($0.statement) }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  /// The beginnings of the identifiers of what an article tells of the same actors and kind.
  private func events(of group: EventGroup, in article: Int64) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT substr(lower(hex(event.id)), 1, 8)
        FROM evidence JOIN event ON event.key = evidence.event
        WHERE evidence.article = ? AND event.groupHash = ? ORDER BY 1 LIMIT 5
        """, arguments: [article, group.key])
  }
}
