import CasusModel

/// Rows of an event table without the table: statements of one day, each with a source of its own.
///
/// Actors are met with Zipf's skew, the days lie in 26 years.
struct RecordGenerator {
  private static let firstDay = CivilDay.number(year: 2000, month: 1, day: 1)
  private static let dayCount = 9_500

  let actors: [ActorID]
  private let choice: SkewedChoice<ActorID>
  private var random: SeededRandom
  private var number = 0

  init(actorCount: Int, seed: UInt64 = 0x10e7) {
    actors = (0..<actorCount).map { ActorID(rawValue: "ORG:Actor \($0)") }
    choice = SkewedChoice(actors)
    random = SeededRandom(seed: seed)
  }

  /// A pair of actors, met as often as its events.
  mutating func pair() -> (ActorID, ActorID) {
    while true {
      let (first, second) = (choice.pick(&random), choice.pick(&random))
      if first != second { return (first, second) }
    }
  }

  /// The next rows.
  mutating func next(_ count: Int) -> [(statement: Statement, source: Article)] {
    (0..<count).map { _ in
      number += 1
      let (source, target) = pair()
      let date = EDTF.day(Self.firstDay + random.number(in: 0..<Self.dayCount))
      let address = "https://www.news-\(number % 997).example.org/2022/article-\(number)"
      let article = Article(
        id: "url:" + ContentHash.hex(of: address.utf8).prefix(24), path: "table.tsv", title: "",
        text: "", publisher: "news-\(number % 997).example.org", url: address, published: date)
      return (
        Statement(
          type: random.pick(EventType.allCases), source: [source], target: [target],
          evidence: Evidence(
            articleID: article.id, text: "", start: 0, end: 0, sentence: "", attribution: [],
            status: random.number(in: 0..<8) == 0 ? .planned : .occurred, date: date,
            dateBasis: .explicit, rule: "table:\(number)", confidence: 0.3)), article
      )
    }
  }
}
