import CasusModel

/// How many sources that do not copy each other tell of an event.
///
/// Articles count as one source when they have the same publisher, credit the same agency, attribute
/// the event to the same medium, are near copies of each other, or tell it in the same sentence.
/// A row of a table may name several publishers, and then counts as one source of each.
/// The answer depends on the set of articles alone.
struct IndependentSources {
  /// An article as far as it matters here.
  final class Source: Sendable {
    /// What articles of the same publisher, or with the same agency, have in common.
    let marks: [String]
    let sketch: TextSketch?
    /// What is known of each publisher, where a row of a table names several.
    let parts: [Source]

    /// Whether nothing but one mark is known of it, or not even that.
    var isPlain: Bool { sketch == nil && parts.isEmpty && marks.count < 2 }
    /// The mark, where there is one.
    var mark: String? { marks.first }

    /// - Parameters:
    ///   - publisher: the mark of the publisher, see `mark(ofPublisher:)`.
    ///   - agency: the agency that it credits.
    ///   - sketch: the fingerprint of its text.
    init(publisher: String?, agency: String?, sketch: TextSketch?) {
      let agency = agency.map { ["agency \($0)"] } ?? []
      marks = agency + (publisher.map { [$0] } ?? [])
      self.sketch = sketch
      // Only rows have no text to speak of.
      let names = sketch == nil ? publisher.map(Self.marks(ofSeveral:)) ?? [] : []
      parts = names.map { Source(ofMark: $0) }
    }

    /// One of several publishers.
    private init(ofMark mark: String) {
      (marks, sketch, parts) = ([mark], nil, [])
    }

    /// An article of which no more is known than its publisher.
    convenience init(ofPublisher name: String?) {
      self.init(publisher: name.map(Self.mark), agency: nil, sketch: nil)
    }

    /// What articles of one publisher have in common, however its name is written.
    static func mark(ofPublisher name: String) -> String {
      prefix + FoldedName.fold(name)
    }

    private static let prefix = "publisher "

    /// The marks of the publishers that a row of a table names together, "Reuters; BBC"; none where it names one.
    private static func marks(ofSeveral mark: String) -> [String] {
      let names = PublisherNames.split(mark.dropFirst(prefix.count))
      return names.count < 2 ? [] : names.map { prefix + $0 }
    }
  }

  /// What an article says of the event, as far as it matters here.
  struct Words {
    let attribution: [String]
    let sentence: String

    init(_ evidence: Evidence) {
      attribution = evidence.attribution
      sentence = evidence.sentence
    }
  }

  /// Sentences shorter than this may be alike by chance.
  static let shortestSentence = 60

  private var parents: [Int]
  /// The marks met so far, each with the first article that has it.
  private var firsts = MarkTable()
  /// How many sources are left.
  private(set) var count: Int

  /// Counts the sources behind what some articles say of one event.
  /// - Parameter articles: the articles, each once, with their words, in an order that depends on
  ///   the articles alone.
  init(_ articles: [(source: Source, words: [Words])]) {
    let articles = articles.flatMap { article in
      article.source.parts.isEmpty
        ? [article] : article.source.parts.map { (source: $0, words: article.words) }
    }
    parents = Array(articles.indices)
    count = articles.count
    for (index, article) in articles.enumerated() {
      for mark in article.source.marks { add(mark, of: index) }
      for words in article.words {
        for name in words.attribution where name.hasPrefix("MEDIA:") {
          add("agency \(name)", of: index)
        }
      }
    }
    // What comes next is slower, and cannot make more of them one.
    guard count > 1 else { return }
    for (index, article) in articles.enumerated() {
      for words in article.words where words.sentence.utf8.count >= Self.shortestSentence {
        add("sentence \(FoldedName.fold(words.sentence))", of: index)
      }
    }
    guard count > 1 else { return }
    var known: [(sketch: TextSketch, index: Int)] = []
    for (index, article) in articles.enumerated() {
      guard let sketch = article.source.sketch else { continue }
      if let copy = known.first(where: { $0.sketch.isCopy(of: sketch) }) {
        unite(copy.index, index)
      }
      known.append((sketch, index))
    }
  }

  private mutating func add(_ mark: String, of index: Int) {
    if let first = firsts.first(of: mark, else: index) { unite(first, index) }
  }

  /// Where each mark was met first.
  ///
  /// Most events have few sources, whose marks are sooner compared than hashed.
  private struct MarkTable {
    private static let few = 8
    private var short: [(mark: String, index: Int)] = []
    private var long: [String: Int] = [:]

    /// The first article with a mark; where there is none yet, this one is, and `nil` comes back.
    mutating func first(of mark: String, else index: Int) -> Int? {
      if let found = short.first(where: { $0.mark == mark }) { return found.index }
      if short.count < Self.few {
        short.append((mark, index))
        return nil
      }
      if let found = long[mark] { return found }
      long[mark] = index
      return nil
    }
  }

  private mutating func unite(_ a: Int, _ b: Int) {
    let (a, b) = (root(a), root(b))
    guard a != b else { return }
    parents[max(a, b)] = min(a, b)
    count -= 1
  }

  private func root(_ index: Int) -> Int {
    var index = index
    while parents[index] != index { index = parents[index] }
    return index
  }
}
