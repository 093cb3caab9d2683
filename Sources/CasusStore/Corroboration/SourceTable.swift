import CasusModel
import Foundation
import GRDB

/// Counts the independent sources of events by what the database knows of their articles.
///
/// It remembers the articles that it has met; `forget` must be called when articles change.
final class SourceTable {
  /// Articles are remembered up to this many.
  private static let memory = 50_000

  private let db: Database
  private lazy var particulars = Result {
    try FastStatement(db, "SELECT publisher, agency, sketch FROM article WHERE id = ?")
  }
  private var known: [String: IndependentSources.Source] = [:]
  /// The marks of publishers, which are few.
  private var marks: [String: String] = [:]

  init(db: Database) {
    self.db = db
  }

  /// How many sources stand behind some evidence of one event; at least 1.
  func count(of evidence: [Evidence]) throws -> Int {
    guard let first = evidence.first,
      evidence.contains(where: { $0.articleID != first.articleID })
    else { return 1 }
    let articles = try Dictionary(grouping: evidence, by: \.articleID).sorted { $0.key < $1.key }
      .map { id, evidence in (source: try source(id), evidence: evidence) }
    return IndependentSources(articles).count
  }

  /// Remembers a new article, which need not be read then.
  func remember(_ record: ArticleRecord, sketch: TextSketch?) {
    guard known.count < Self.memory else { return }
    known[record.article.id] = IndependentSources.Source(
      publisher: mark(of: record.article.publisher), agency: record.agency, sketch: sketch)
  }

  /// Remembers the article of a row that was read for something else.
  func remember(
    _ id: String, publisher: String?, _ row: FastStatement.Columns, agency: Int32, sketch: Int32
  ) {
    guard known.count < Self.memory, known[id] == nil else { return }
    known[id] = IndependentSources.Source(
      publisher: mark(of: publisher), agency: row.optionalText(agency),
      sketch: row.withBytes(sketch) { TextSketch(bytes: Data($0)) })
  }

  private func mark(of publisher: String?) -> String? {
    guard let publisher else { return nil }
    if let mark = marks[publisher] { return mark }
    let mark = IndependentSources.Source.mark(ofPublisher: publisher)
    if marks.count >= Self.memory { marks = [:] }
    marks[publisher] = mark
    return mark
  }

  /// Forgets all articles.
  func forget() {
    known = [:]
  }

  private func source(_ id: String) throws -> IndependentSources.Source {
    if let source = known[id] { return source }
    var source = IndependentSources.Source(publisher: nil, agency: nil, sketch: nil)
    try particulars.get().first({ $0.add(id) }) { row in
      source = IndependentSources.Source(
        publisher: mark(of: row.optionalText(0)), agency: row.optionalText(1),
        sketch: row.withBytes(2) { TextSketch(bytes: Data($0)) })
    }
    if known.count >= Self.memory { known = [:] }
    known[id] = source
    return source
  }
}
