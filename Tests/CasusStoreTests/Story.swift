import CasusModel
import CasusTestSupport
import Foundation

@testable import CasusStore

/// An article in the making: sentences are added with what they state, and so come to have places.
struct Story {
  var article: Article
  var statements: [CasusModel.Statement] = []

  init(
    _ id: String, published: String? = nil, url: String? = nil, language: String? = "en",
    publisher: String? = nil
  ) {
    article = Article(
      id: id, path: "\(id).txt", title: "Article \(id)", text: "Article \(id).", language: language,
      publisher: publisher, url: url, published: published.flatMap { EDTF($0) })
  }

  /// Adds a sentence that states an event.
  func saying(
    _ words: String, _ source: [ActorID], _ type: EventType, _ target: [ActorID],
    mode: String? = nil, on date: String? = nil, status: EventStatus = .occurred,
    object: String? = nil, place: String? = nil, roles: [String: [ActorID]] = [:],
    attribution: [String] = [], confidence: Double = 0.5
  ) -> Story {
    var result = self
    let start = article.text.utf8.count + 1
    result.article.text += " " + words
    result.statements.append(
      CasusModel.Statement(
        type: type, mode: mode, source: source, target: target, roles: roles, object: object,
        place: place,
        evidence: Evidence(
          articleID: article.id, text: words, start: start, end: start + words.utf8.count,
          sentence: words, attribution: attribution, status: status,
          date: date.flatMap { EDTF($0) }, dateBasis: date == nil ? .none : .explicit,
          rule: "test", confidence: confidence)))
    return result
  }

  var item: ArticleStatements { ArticleStatements(article: article, statements: statements) }
}

/// A store in a folder of its own, removed with it.
struct TemporaryStore {
  let folder: TemporaryFolder
  let store: EventStore

  init(catalog: EventCatalog = .sample) throws {
    folder = try TemporaryFolder()
    store = try EventStore(
      path: folder.url.appendingPathComponent("graph.db").path, access: .writing(catalog))
  }

  /// A store with some stories in it.
  init(_ stories: Story..., catalog: EventCatalog = .sample) throws {
    try self.init(catalog: catalog)
    try store.importBatch(stories.map(\.item))
  }
}
