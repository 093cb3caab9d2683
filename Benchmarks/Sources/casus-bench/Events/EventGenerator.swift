import CasusModel
import CasusStore

/// Writes articles with statements that no text was read for: a database of any size, quickly.
///
/// Actors are met with Zipf's skew; each statement tells an event of its own.
struct EventGenerator {
  private static let statementsAnArticle = 20
  private static let firstDay = CivilDay.number(year: 2000, month: 1, day: 1)
  private static let dayCount = 9_500

  private let actors: SkewedChoice<ActorID>
  private var random: SeededRandom
  private var seen: Set<[String]> = []
  private var number = 0

  /// Makes a generator that draws from some actors, the most frequent first.
  init(actors: [ActorID], seed: UInt64 = 0x5eed) {
    self.actors = SkewedChoice(actors)
    random = SeededRandom(seed: seed)
  }

  /// So many events, twenty an article.
  mutating func articles(eventCount: Int) -> [ArticleStatements] {
    var articles: [ArticleStatements] = []
    var rest = eventCount
    while rest > 0 {
      articles.append(article(statementCount: min(rest, Self.statementsAnArticle)))
      rest -= Self.statementsAnArticle
    }
    return articles
  }

  private mutating func article(statementCount: Int) -> ArticleStatements {
    number += 1
    let id = "generated-\(number)"
    var text = ""
    var statements: [Statement] = []
    for _ in 0..<statementCount {
      let statement = statement(article: id, start: text.utf8.count)
      text += statement.evidence.text + "\n"
      statements.append(statement)
    }
    let article = Article(
      id: id, path: "\(id).txt", title: id, text: text, language: "en",
      publisher: "Wire \(number % 50)",
      published: .day(Self.firstDay + Self.dayCount + number % 400))
    return ArticleStatements(article: article, statements: statements)
  }

  private mutating func statement(article: String, start: Int) -> Statement {
    while true {
      let source = actors.pick(&random)
      let target = actors.pick(&random)
      let type = random.pick(EventType.allCases)
      let day = Self.firstDay + random.number(in: 0..<Self.dayCount)
      guard source != target, let date = EDTF.day(day) else { continue }
      let key = [source.rawValue, target.rawValue, type.rawValue, date.rawValue]
      guard seen.insert(key).inserted else { continue }
      let words = "\(source) \(type.rawValue) \(target) on \(date)."
      let status: EventStatus = random.number(in: 0..<8) == 0 ? .planned : .occurred
      return Statement(
        type: type, source: [source], target: [target],
        evidence: Evidence(
          articleID: article, text: words, start: start, end: start + words.utf8.count,
          sentence: words, attribution: [], status: status, date: date, dateBasis: .explicit,
          rule: "generated", confidence: 0.9))
    }
  }
}
