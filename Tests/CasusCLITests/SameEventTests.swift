import CasusData
import CasusExtraction
import CasusKnowledge
import CasusModel
import CasusStore
import CasusTestSupport
import Foundation
import Testing

@testable import CasusCLI

/// Reports of one event in several articles, in several languages, become one event, and others do not.
///
/// Unlike the statements of `Tests/Corpus/identity`, these are read from texts.
@Suite struct SameEventTests {
  @Test func corpusIsThere() { #expect(SameEventSet.all.count >= 50) }

  @Test(arguments: SameEventSet.all)
  func unitesWhatIsOne(set: SameEventSet) throws {
    if set.isKnown {
      withKnownIssue { try check(set) }
    } else {
      try check(set)
    }
  }

  @Test(arguments: SameEventSet.all)
  func orderDoesNotMatter(set: SameEventSet) throws {
    let items = items(of: set)
    let (first, together) = try store(of: items, size: items.count)
    let (second, backwards) = try store(of: items.reversed(), size: 1)
    #expect(try backwards.events() == together.events())
    withExtendedLifetime((first, second)) {}
  }

  private static let knowledge = Knowledge.load(
    from: DataDirectory(url: Checkout.data), languages: ["en", "id", "ru", "uk"])
  private static let extractor = Extractor(knowledge: knowledge)

  private func check(_ set: SameEventSet) throws {
    let items = items(of: set)
    let (folder, store) = try store(of: items, size: items.count)
    defer { withExtendedLifetime(folder) {} }
    let events = try store.events()
    var eventsOfLetter: [String: Set<String>] = [:]
    for mention in set.mentions {
      let found = events.filter { event in
        event.type == mention.type && mention.fits(event)
          && event.evidence.contains {
            $0.articleID == items[mention.article].article.id
              && $0.status == mention.status
              && (mention.sentence.contains($0.sentence) || $0.sentence.contains(mention.sentence))
          }
      }
      #expect(!found.isEmpty, "not read: \(mention.sentence)")
      eventsOfLetter[mention.letter, default: []].formUnion(found.map(\.id))
    }
    let counts = try store.sourceCounts(of: events.map(\.id))
    for (letter, expected) in set.expectations.sorted(by: { $0.key < $1.key }) {
      let ids = eventsOfLetter[letter] ?? []
      #expect(ids.count == 1, "\(letter) is \(ids.count) events")
      for event in events where ids.contains(event.id) {
        #expect(counts[event.id] == expected.sources, "sources of \(letter)")
        #expect(event.isContested == expected.isContested, "\(letter) is contested or not")
      }
      for (other, others) in eventsOfLetter where other != letter {
        #expect(others.isDisjoint(with: ids), "\(letter) and \(other) are one")
      }
    }
  }

  private func items(of set: SameEventSet) -> [ArticleStatements] {
    set.articles.map {
      ArticleStatements(article: $0, statements: Self.extractor.statements(in: $0))
    }
  }

  private func store(
    of items: some Collection<ArticleStatements>, size: Int
  ) throws -> (folder: TemporaryFolder, store: EventStore) {
    let folder = try TemporaryFolder()
    let knowledge = Self.knowledge
    let store = try EventStore(
      path: folder.url.appending(path: "casus.db").path, access: .writing(knowledge.catalog))
    try store.register(
      actors: knowledge.actors.entries.map(\.actor), names: knowledge.actors.searchableNames)
    try store.importBatch(items, size: size)
    return (folder, store)
  }
}

/// One set of articles of `Tests/Corpus/SameEvent`.
struct SameEventSet: CustomTestStringConvertible, Sendable {
  /// A sentence that tells an event.
  struct Mention: Sendable {
    let letter: String
    let type: EventType
    let source: String
    let target: String
    let status: EventStatus
    let article: Int
    let sentence: String

    /// Whether an event has the sides that the sentence names.
    func fits(_ event: Event) -> Bool {
      let isForward = Self.holds(event.source, source) && Self.holds(event.target, target)
      let isBackward = Self.holds(event.source, target) && Self.holds(event.target, source)
      return isForward || type.isSymmetric && isBackward
    }

    private static func holds(_ actors: [ActorID], _ id: String) -> Bool {
      id.isEmpty
        || actors.contains { [id, "ORG:\(id)"].contains($0.rolledUp.rawValue.uppercased()) }
    }
  }

  let name: String
  let isKnown: Bool
  fileprivate(set) var articles: [Article] = []
  fileprivate(set) var mentions: [Mention] = []
  fileprivate(set) var expectations: [String: (sources: Int, isContested: Bool)] = [:]

  var testDescription: String { name }

  static let all: [SameEventSet] = {
    let file = Checkout.root.appending(path: "Tests/Corpus/SameEvent/sets.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var sets: [SameEventSet] = []
    for line in text.split(separator: "\n").drop(while: { !$0.hasPrefix("#") }) {
      if line.hasPrefix("# ") {
        let name = line.dropFirst(2)
        sets.append(
          SameEventSet(
            name: String(name.hasPrefix("? ") ? name.dropFirst(2) : name),
            isKnown: name.hasPrefix("? ")))
      } else {
        sets[sets.count - 1].add(line)
      }
    }
    return sets
  }()

  private init(name: String, isKnown: Bool) {
    self.name = name
    self.isKnown = isKnown
  }

  private mutating func add(_ line: Substring) {
    let words = line.split(separator: " ").map(String.init)
    switch words[0] {
    case "@":
      let url = words.last.flatMap { $0.hasPrefix("url=") ? String($0.dropFirst(4)) : nil }
      let path = "\(name)-\(articles.count)"
      articles.append(
        Article(
          id: path, path: path, title: "", text: "", language: words[1],
          publisher: line.prefix { $0 != "|" }.split(separator: " ").dropFirst(3)
            .joined(separator: " "),
          url: url, published: EDTF(words[2])))
    case "=":
      let sources = words[2].split(separator: "=").last.flatMap { Int($0) } ?? 0
      expectations[words[1]] = (sources, words.last == "contested")
    default:
      addSentence(line)
    }
  }

  private mutating func addSentence(_ line: Substring) {
    let parts = line.split(separator: "{")
    let sentence = parts[0].trimmingCharacters(in: .whitespaces)
    let article = articles.count - 1
    articles[article].text += (articles[article].text.isEmpty ? "" : "\n\n") + sentence
    for part in parts.dropFirst() {
      let words = part.prefix { $0 != "}" }.split(separator: " ").map(String.init)
      let sides = words[2].split(separator: ">", omittingEmptySubsequences: false).map(String.init)
      guard words[0] != "-", let type = EventType(rawValue: words[1]) else { continue }
      mentions.append(
        Mention(
          letter: words[0], type: type, source: sides[0], target: sides[1],
          status: words.count > 3 ? EventStatus(rawValue: words[3]) ?? .occurred : .occurred,
          article: article, sentence: sentence))
    }
  }
}
