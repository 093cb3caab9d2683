import CasusModel
import GRDB

/// Counts the independent sources of events by what the database knows of their articles.
///
/// It remembers the articles that it has met; `forget` must be called when articles change.
final class SourceTable {
  /// Articles are remembered up to this many.
  private static let memory = 50_000

  private let db: Database
  /// Of articles with sketches an index has all that is asked for, apart from their long texts.
  private lazy var withSketch = Result {
    try FastStatement(
      db,
      "SELECT \(Self.selection) FROM article INDEXED BY articleParticulars "
        + "WHERE key = ? AND sketch IS NOT NULL")
  }
  private lazy var byKey = Result {
    try FastStatement(db, "SELECT \(Self.selection) FROM article WHERE key = ?")
  }
  private lazy var byID = Result {
    try FastStatement(db, "SELECT \(Self.selection) FROM article WHERE id = ?")
  }
  /// Whether the article looked up last had a sketch.
  private var mayHaveSketch = true
  private var known: [Int64: ArticleParticulars] = [:]
  private var sources: [String: IndependentSources.Source] = [:]
  /// The marks of publishers, which are few.
  private var marks: [String: String] = [:]
  /// What is known of articles without sketches of which no more is known than their publisher.
  private var plainSources: [String?: IndependentSources.Source] = [:]
  /// The date of publication read last: many articles are of one day.
  private var lastPublished: (text: String, date: EDTF?)?

  private static let selection = "id, published, language, publisher, agency, sketch"

  init(db: Database) {
    self.db = db
  }

  /// How many sources stand behind some statements of one event; at least 1.
  func count(of reports: [Report]) throws -> Int {
    guard let first = reports.first else { return 1 }
    if !reports.contains(where: { $0.articleID != first.articleID }) {
      let source = try first.article.source ?? source(first.articleID)
      return max(1, source.parts.count)
    }
    if let count = plainCount(of: reports) { return count }
    var told: [(article: String, source: IndependentSources.Source, words: Words)] = []
    told.reserveCapacity(reports.count)
    for report in reports {
      let source = try report.article.source ?? source(report.articleID)
      told.append((report.articleID, source, Words(report.statement.evidence)))
    }
    return count(told)
  }

  /// The same for rows of event tables, which say nothing by which sources could be one but their
  /// publishers; `nil` where there is more to compare.
  private func plainCount(of reports: [Report]) -> Int? {
    guard reports.count <= [Report].few else { return plainCount(ofMany: reports) }
    var count = 0
    for (index, report) in reports.enumerated() {
      let evidence = report.statement.evidence
      guard let source = report.article.source, source.isPlain, evidence.attribution.isEmpty,
        evidence.sentence.utf8.count < IndependentSources.shortestSentence
      else { return nil }
      let isKnown = reports[..<index].contains { other in
        other.article.id == report.article.id
          || source.mark != nil && other.article.source?.mark == source.mark
      }
      if !isKnown { count += 1 }
    }
    return count
  }

  private func plainCount(ofMany reports: [Report]) -> Int? {
    var marks: Set<String> = []
    var unknown: Set<String> = []
    for report in reports {
      guard let source = report.article.source, source.isPlain else { return nil }
      let evidence = report.statement.evidence
      guard evidence.attribution.isEmpty,
        evidence.sentence.utf8.count < IndependentSources.shortestSentence
      else { return nil }
      // An article whose publisher is not known is a source of its own.
      if let mark = source.mark { marks.insert(mark) } else { unknown.insert(report.articleID) }
    }
    return marks.count + unknown.count
  }

  /// How many sources stand behind some evidence of one event; at least 1.
  func count(of evidence: [Evidence]) throws -> Int {
    count(try evidence.map { ($0.articleID, try source($0.articleID), Words($0)) })
  }

  private typealias Words = IndependentSources.Words

  private func count(
    _ told: [(article: String, source: IndependentSources.Source, words: Words)]
  ) -> Int {
    var articles: [(source: IndependentSources.Source, words: [Words])] = []
    var last: String?
    for (article, source, words) in told.sorted(by: { $0.article < $1.article }) {
      if article == last {
        articles[articles.count - 1].words.append(words)
      } else {
        articles.append((source, [words]))
        last = article
      }
    }
    guard articles.count > 1 else { return max(1, articles.first?.source.parts.count ?? 1) }
    return IndependentSources(articles).count
  }

  /// What is known of an article.
  func article(_ key: Int64) throws -> ArticleParticulars {
    if let article = known[key] { return article }
    var found: ArticleParticulars?
    // Articles of one kind mostly come together: with texts, or sources of event tables.
    if mayHaveSketch { try withSketch.get().first({ $0.add(key) }) { found = particulars($0) } }
    if found == nil { try byKey.get().first({ $0.add(key) }) { found = particulars($0) } }
    guard let found else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "article \(key) is missing")
    }
    mayHaveSketch = found.source?.sketch != nil
    remember(found, key)
    return found
  }

  /// Remembers a new article, which need not be read then.
  func remember(_ record: ArticleRecord, key: Int64, sketch: TextSketch?) {
    let article = record.article
    remember(
      ArticleParticulars(
        id: article.id, published: article.published, language: article.language,
        source: IndependentSources.Source(
          publisher: mark(of: article.publisher), agency: record.agency, sketch: sketch)), key)
  }

  private func remember(_ article: ArticleParticulars, _ key: Int64) {
    if known.count >= Self.memory { forget() }
    known[key] = article
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
    (known, sources) = ([:], [:])
  }

  private func particulars(_ row: FastStatement.Columns) -> ArticleParticulars {
    ArticleParticulars(
      id: row.text(0), published: row.optionalText(1).flatMap(published),
      language: row.optionalText(2), source: source(row))
  }

  private func published(_ text: String) -> EDTF? {
    if let lastPublished, lastPublished.text == text { return lastPublished.date }
    let date = EDTF(text)
    lastPublished = (text, date)
    return date
  }

  private func source(_ row: FastStatement.Columns) -> IndependentSources.Source {
    let publisher = row.optionalText(3)
    guard row.isNull(4), row.isNull(5) else {
      return IndependentSources.Source(
        publisher: mark(of: publisher), agency: row.optionalText(4),
        sketch: row.withBytes(5) { TextSketch(bytes: $0) })
    }
    if let known = plainSources[publisher] { return known }
    let source = IndependentSources.Source(publisher: mark(of: publisher), agency: nil, sketch: nil)
    if plainSources.count >= Self.memory { plainSources = [:] }
    plainSources[publisher] = source
    return source
  }

  private func source(_ id: String) throws -> IndependentSources.Source {
    if let source = sources[id] { return source }
    var source = IndependentSources.Source(publisher: nil, agency: nil, sketch: nil)
    try byID.get().first({ $0.add(id) }) { source = particulars($0).source ?? source }
    if sources.count >= Self.memory { sources = [:] }
    sources[id] = source
    return source
  }
}
