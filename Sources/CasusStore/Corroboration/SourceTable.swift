import CasusModel
import Foundation
import GRDB

/// Counts the independent sources of events by what the database knows of their articles.
struct SourceTable {
  let db: Database

  /// How many sources stand behind some evidence of one event; at least 1.
  func count(of evidence: [Evidence]) throws -> Int {
    let byArticle = Dictionary(grouping: evidence, by: \.articleID)
    guard byArticle.count > 1 else { return 1 }
    let witnesses = try byArticle.sorted { $0.key < $1.key }.map { id, evidence in
      try witness(id, evidence)
    }
    return max(1, IndependentSources.count(witnesses))
  }

  private func witness(_ id: String, _ evidence: [Evidence]) throws -> IndependentSources.Witness {
    let statement = try db.cachedStatement(
      sql: "SELECT publisher, agency, sketch FROM article WHERE id = ?")
    let row = try Row.fetchOne(statement, arguments: [id])
    let media = evidence.flatMap(\.attribution).filter { $0.hasPrefix("MEDIA:") }
    let agency = (row?[1] as String?).map { [$0] } ?? []
    return IndependentSources.Witness(
      publisher: row?[0], credited: Set(media + agency),
      sketch: (row?[2] as Data?).flatMap { TextSketch(bytes: $0) },
      sentences: Set(evidence.map(\.sentence)))
  }
}
