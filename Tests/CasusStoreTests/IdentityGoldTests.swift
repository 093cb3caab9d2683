import CasusData
import CasusKnowledge
import CasusModel
import CasusTestSupport
import Foundation
import Testing

@testable import CasusStore

/// How well statements of one event are united, measured on statements that people judged.
///
/// They are in `Tests/Corpus/identity`, the figures in `docs/identity.md`.
@Suite struct IdentityGoldTests {
  @Test func unitesLikePeople() throws {
    let cases = try GoldStatement.cases()
    var score = ClusterScore()
    var faults: [String] = []
    for (name, statements) in cases.sorted(by: { $0.key < $1.key }) {
      let found = try events(of: statements)
      score.add(gold: statements.map(\.event), found: found)
      for (i, a) in statements.enumerated() {
        for (j, b) in statements.enumerated().dropFirst(i + 1) {
          guard (a.event == b.event) != (found[i] == found[j]) else { continue }
          let verb = found[i] == found[j] ? "wrongly united" : "not united"
          faults.append("\(name): \(verb): \(a.words) | \(b.words)")
        }
      }
    }
    let report = "\(score)\n\(faults.joined(separator: "\n"))"
    #expect(score.pairs >= 150)
    #expect(score.precision >= 0.99, "\(report)")
    #expect(score.recall >= 0.72, "\(report)")
    #expect(score.bCubedPrecision >= 0.99, "\(report)")
    #expect(score.bCubedRecall >= 0.88, "\(report)")
  }

  @Test func scoreCountsPairsAndElements() {
    var score = ClusterScore()
    score.add(gold: ["A", "A", "B", "B"], found: ["1", "1", "1", "2"])
    #expect(score.pairs == 6)
    #expect(score.precision == 1.0 / 3 && score.recall == 0.5)
    // Of the four statements: 2/3, 2/3, 1/3 and 1 of what stands with them belongs there.
    #expect(abs(score.bCubedPrecision - (2.0 / 3 + 2.0 / 3 + 1.0 / 3 + 1) / 4) < 1e-12)
    #expect(abs(score.bCubedRecall - (1 + 1 + 0.5 + 0.5) / 4) < 1e-12)
  }

  /// The event that each statement came into, all of them being imported together.
  private func events(of statements: [GoldStatement]) throws -> [String] {
    let temporary = try TemporaryStore(catalog: try Self.catalog.get())
    let stories = Dictionary(grouping: statements, by: \.article).sorted { $0.key < $1.key }
    try temporary.store.importBatch(
      stories.map { _, told in
        told.reduce(GoldStatement.story(told)) { $1.told(in: $0) }.item
      })
    var eventOfWords: [[String]: String] = [:]
    for event in try temporary.store.events() {
      for evidence in event.evidence {
        eventOfWords[[evidence.articleID, evidence.text]] = event.id
      }
    }
    return try statements.map { statement in
      try #require(eventOfWords[[statement.article, statement.words]])
    }
  }

  private static let catalog = Result {
    var problems: [DataProblem] = []
    return EventCatalog.load(
      from: try DataDirectory.locate(explicit: Checkout.data.path), problems: &problems)
  }
}

/// One line of the gold file.
private struct GoldStatement {
  let event: String
  let article: String
  let words: String
  private let cells: [String]

  static func cases() throws -> [String: [GoldStatement]] {
    let file = Checkout.root.appending(path: "Tests/Corpus/identity/statements.tsv")
    let lines = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
    let rows = lines.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    return Dictionary(grouping: rows) { $0[0] }.mapValues { $0.map { GoldStatement($0) } }
  }

  private init(_ cells: [String]) {
    self.cells = cells
    event = cells[1]
    article = cells[2]
    words = cells[13]
  }

  /// The article of some statements, before it says anything.
  static func story(_ statements: [GoldStatement]) -> Story {
    let cells = statements[0].cells
    return Story(cells[2], published: cells[3], language: cells[4], publisher: cells[5])
  }

  /// The article with this statement in it.
  func told(in story: Story) -> Story {
    func text(_ index: Int) -> String? { cells[index].isEmpty ? nil : cells[index] }
    return story.saying(
      words, [ActorID(rawValue: cells[8])], EventType(rawValue: cells[6]) ?? .consult,
      [ActorID(rawValue: cells[9])], mode: text(7), on: text(10),
      status: EventStatus(rawValue: cells[11]) ?? .occurred, object: text(12))
  }
}

/// How well found clusters agree with gold ones: over pairs, and over elements (B³, Bagga and
/// Baldwin 1998).
struct ClusterScore: CustomStringConvertible {
  private(set) var pairs = 0
  private var together = 0
  private var gold = 0
  private var found = 0
  private var elements = 0
  private var precisionSum = 0.0
  private var recallSum = 0.0

  mutating func add(gold labels: [String], found clusters: [String]) {
    for i in labels.indices {
      let sameGold = labels.indices.filter { labels[$0] == labels[i] }
      let sameFound = labels.indices.filter { clusters[$0] == clusters[i] }
      let both = sameGold.filter { sameFound.contains($0) }
      elements += 1
      precisionSum += Double(both.count) / Double(sameFound.count)
      recallSum += Double(both.count) / Double(sameGold.count)
      pairs += labels.count - i - 1
      gold += sameGold.filter { $0 > i }.count
      found += sameFound.filter { $0 > i }.count
      together += both.filter { $0 > i }.count
    }
  }

  var precision: Double { found == 0 ? 1 : Double(together) / Double(found) }
  var recall: Double { gold == 0 ? 1 : Double(together) / Double(gold) }
  var bCubedPrecision: Double { precisionSum / Double(elements) }
  var bCubedRecall: Double { recallSum / Double(elements) }

  var description: String {
    "\(pairs) pairs, \(gold) of one event: P \(precision) R \(recall), "
      + "B³ P \(bCubedPrecision) R \(bCubedRecall)"
  }
}
