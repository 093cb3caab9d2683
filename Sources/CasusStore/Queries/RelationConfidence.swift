import CasusModel
import GRDB

/// How sure it is that there are such relations as events tell of.
///
/// Each source counts once, by its surest words for any event that opens or supports the relation:
/// an agency for all who print it, else the publisher, else the article. The confidence is that not
/// all of these sources are misread. It says nothing of whether they are right.
struct RelationConfidence {
  private let db: Database

  init(db: Database) { self.db = db }

  /// Where so many events tell of a relation, they are not weighed one by one.
  private static let many = 400
  /// Nothing is surer than that.
  private static let surest = 0.99

  /// Works out how sure some relations are.
  func weigh(_ relations: inout [Relation]) throws {
    let words = try FastStatement(
      db,
      """
      SELECT coalesce(article.agency, article.publisher, article.id), evidence.confidence
      FROM event JOIN evidence ON evidence.event = event.key
        JOIN article ON article.key = evidence.article
      WHERE event.id = ? AND evidence.statusCode <> \(EventStatus.denied.code)
      """)
    for place in relations.indices {
      let relation = relations[place]
      let closesAlone = relation.opening.isEmpty && relation.supporting.isEmpty
      var ids = closesAlone ? relation.closing : relation.opening + relation.supporting
      if relation.unnamedSupportCount > 0 {
        guard ids.count + relation.unnamedSupportCount <= Self.many else {
          relations[place].confidence = Self.surest
          continue
        }
        let pair = ActorPair(relation.source, relation.target)
        ids +=
          try RelationReader(db: db).relations(of: pair).first { $0.id == relation.id }?
          .supporting.dropFirst(relation.supporting.count) ?? []
      }
      guard ids.count <= Self.many else {
        relations[place].confidence = Self.surest
        continue
      }
      var sources: [String: Double] = [:]
      for id in ids {
        try words.forEach({ $0.add(HexID.array(of: id)) }) { row in
          let source = row.text(0)
          sources[source] = max(sources[source] ?? 0, row.double(1))
        }
      }
      let doubt = sources.sorted { $0.key < $1.key }.reduce(1) { $0 * (1 - $1.value) }
      relations[place].confidence = min(Self.surest, 1 - doubt)
    }
  }
}
