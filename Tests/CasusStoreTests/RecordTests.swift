import CasusModel
import CasusTestSupport
import Testing

@testable import CasusStore

/// Rows of event tables: statements without words, whose sources have many rows.
@Suite struct RecordTests {
  private typealias Record = (statement: CasusModel.Statement, source: Article)

  private func records(
    _ count: Int, seed: Int, of actors: [ActorID] = ["RUS", "UKR", "PRK"]
  ) -> [Record] {
    var random = SeededGenerator(seed: seed)
    let kinds: [(EventType, String?)] = [(.assault, nil), (.consult, nil), (.sanction, nil)]
    let dates = ["2022-07-13", "2022-07-14", "2022-07", "2022-07-11/2022-07-17"]
    return (0..<count).map { number in
      let address = "https://example.org/\(Int.random(in: 0..<count / 3, using: &random))"
      let source = Article(
        id: "url:\(address)", path: "t.csv", title: "", text: "", publisher: "example.org",
        url: address, published: EDTF("2022-07-\(Int.random(in: 14...16, using: &random))"))
      let (type, mode) = kinds[Int.random(in: 0..<3, using: &random)]
      let pair = actors.shuffled(using: &random)
      return (
        CasusModel.Statement(
          type: type, mode: mode, source: [pair[0]], target: [pair[1]],
          place: ["Kyiv", "Bakhmut", nil].randomElement(using: &random) ?? nil,
          evidence: Evidence(
            articleID: source.id, text: "", start: 0, end: 0, sentence: "", attribution: [],
            status: .occurred, date: EDTF(dates[Int.random(in: 0..<4, using: &random)]),
            dateBasis: .explicit, rule: "t:\(number)", confidence: 0.3)), source
      )
    }
  }

  @Test(arguments: 0..<4)
  func orderAndBatchesDoNotMatter(seed: Int) throws {
    let records = records(90, seed: seed)
    let reference = try TemporaryStore()
    #expect(try reference.store.addRecords(records).added == 90)
    try reference.store.deriveRelations()
    var random = SeededGenerator(seed: seed + 50)
    let other = try TemporaryStore()
    var rest = records.shuffled(using: &random)[...]
    while !rest.isEmpty {
      let batch = Array(rest.prefix(Int.random(in: 1...20, using: &random)))
      _ = try other.store.addRecords(batch)
      rest = rest.dropFirst(batch.count)
    }
    try other.store.deriveRelations()
    #expect(try other.store.dump() == reference.store.dump())
    let again = try other.store.addRecords(records)
    #expect(again.added == 0 && again.known == 90)
    #expect(try other.store.dump() == reference.store.dump())
  }

  /// The groups of a large batch are settled on another thread, those of a small one are not.
  @Test(arguments: 0..<3)
  func largeBatchesComeToTheSameAsSmallOnes(seed: Int) throws {
    let actors = ["RUS", "UKR", "PRK"] + (0..<30).map { ActorID(rawValue: "ORG:\($0)") }
    let records = records(1800, seed: seed, of: actors)
    func dump(batch size: Int) throws -> [String] {
      let temporary = try TemporaryStore()
      for start in stride(from: 0, to: records.count, by: size) {
        let report = try temporary.store.addRecords(Array(records[start..<start + size]))
        #expect(report.added == size)
      }
      try temporary.store.deriveRelations()
      #expect(try temporary.store.check() == [])
      return try temporary.store.dump()
    }
    #expect(try dump(batch: 600) == dump(batch: 50))
  }

  /// A source may have rows in several tables; of their paths the first in the alphabet is kept.
  @Test(arguments: [1, 90])
  func orderOfFilesDoesNotMatter(size: Int) throws {
    let records = records(90, seed: 3).enumerated().map { number, record in
      var source = record.source
      source.path = ["a.csv", "b.csv", "c.csv"][number % 3]
      return (record.statement, source)
    }
    func paths(_ records: [Record]) throws -> [String] {
      let temporary = try TemporaryStore()
      for start in stride(from: 0, to: records.count, by: size) {
        _ = try temporary.store.addRecords(Array(records[start..<min(start + size, records.count)]))
      }
      return try temporary.store.articles(after: nil).articles
        .map { "\($0.id) \($0.path)" }.sorted()
    }
    let expected = Dictionary(grouping: records.map(\.1), by: \.id)
      .map { "\($0) \($1.map(\.path).min() ?? "")" }.sorted()
    #expect(try paths(records) == expected)
    #expect(try paths(records.reversed()) == expected)
  }

  @Test func rowsUniteWithWhatArticlesSay() throws {
    let temporary = try TemporaryStore(
      Story("a", published: "2022-07-14", url: "https://example.org/1")
        .saying("Russia attacked.", ["RUS"], .assault, ["UKR"], on: "2022-07-13"))
    let store = temporary.store
    let source = Article(
      id: "url:x", path: "t.csv", title: "", text: "", url: "https://example.org/1",
      published: EDTF("2022-07-15"))
    let row = CasusModel.Statement(
      type: .assault, source: ["RUS"], target: ["UKR"],
      evidence: Evidence(
        articleID: source.id, text: "", start: 0, end: 0, sentence: "", attribution: [],
        status: .occurred, date: EDTF("2022-07-13"), dateBasis: .explicit, rule: "t:1",
        confidence: 0.3))
    _ = try store.addRecords([(row, source)])
    let events = try store.events()
    #expect(events.count == 1)
    #expect(events.first?.evidence.map(\.text) == ["Russia attacked.", ""])
    // An article is not replaced by a table's row with its address.
    #expect(try store.summary().articles == 2)
    #expect(try store.check() == [])
  }

  /// A source has no place in the index of addresses: its identifier is made of its address.
  @Test func sourceIsFoundByItsAddress() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    let address = "https://example.org/2"
    let source = Article(
      id: Article.sourceID(address: address), path: "t.csv", title: "", text: "", url: address)
    let row = CasusModel.Statement(
      type: .assault, source: ["RUS"], target: ["UKR"],
      evidence: Evidence(
        articleID: source.id, text: "", start: 0, end: 0, sentence: "", attribution: [],
        status: .occurred, date: EDTF("2022-07-13"), dateBasis: .explicit, rule: "t:1",
        confidence: 0.3))
    _ = try store.addRecords([(row, source)])
    #expect(try store.article(named: address).id == source.id)
    try store.removeArticle(address)
    #expect(try store.events().isEmpty)
    #expect(throws: StoreError.unknownArticle(name: address)) { try store.article(named: address) }
  }
}
