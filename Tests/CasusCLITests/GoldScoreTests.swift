import CasusData
import CasusExtraction
import CasusKnowledge
import CasusModel
import CasusTestSupport
import Foundation
import Testing

@testable import CasusCLI

/// Extraction does not fall below what it has reached on the gold articles.
@Suite(.enabled(if: Checkout.hasGold, "no gold; set CASUS_SHARED to the folder that holds gold/"))
struct GoldScoreTests {
  /// The shares that a language has reached.
  struct Floor: CustomTestStringConvertible, Sendable {
    var language: String
    var type: Double
    var precision: Double
    var quad: Double
    var status: Double
    var date: Double
    var attribution: Double

    var testDescription: String { language }
  }

  static let floors: [Floor] = [
    Floor(
      language: "id", type: 0.85, precision: 0.88, quad: 0.855, status: 0.97, date: 0.915,
      attribution: 0.955),
    Floor(
      language: "en", type: 0.825, precision: 0.87, quad: 0.83, status: 0.965, date: 0.9,
      attribution: 0.92),
    Floor(
      language: "uk", type: 0.8, precision: 0.915, quad: 0.81, status: 0.97, date: 0.895,
      attribution: 0.95),
    Floor(
      language: "ru", type: 0.76, precision: 0.79, quad: 0.785, status: 0.98, date: 0.955,
      attribution: 0.96),
  ]

  static let extractor = Extractor(
    knowledge: Knowledge.load(
      from: DataDirectory(url: Checkout.data), languages: floors.map(\.language) + ["de"]))

  /// How the articles of a folder in a language are read.
  static func score(_ language: String, in folder: URL) throws -> Score.Counts {
    var score = Score()
    for (name, gold, text) in try GoldArticle.read(folder: folder)
    where gold.language == language {
      let article = Article(
        id: name, path: name, title: "", text: text, language: language,
        publisher: gold.publisher, published: gold.published.flatMap { EDTF($0) })
      score.add(
        name: name, gold: gold, text: text, statements: extractor.statements(in: article))
    }
    print(ScoreReport.table(score), terminator: "")
    return try #require(score.byLanguage[language])
  }

  @Test(arguments: floors)
  func holdsWhatWasReached(floor: Floor) throws {
    let counts = try Self.score(floor.language, in: Checkout.gold)
    #expect(counts.gold > 90)
    #expect(counts.type.f1 >= floor.type)
    #expect(counts.type.precision >= floor.precision)
    #expect(counts.quad.f1 >= floor.quad)
    #expect(counts.share(counts.status) >= floor.status)
    #expect(counts.share(counts.date) >= floor.date)
    #expect(counts.share(counts.attribution) >= floor.attribution)
    #expect(counts.exact == counts.predicted)
  }

  /// Sport, recipes and markets hold no event.
  @Test func articlesWithoutEventsGiveNoFalseAlarm() throws {
    let gold = try GoldArticle.read(folder: Checkout.gold)
      .filter { ["id", "en"].contains($0.gold.language) && $0.gold.events.isEmpty }
    #expect(gold.count >= 4)
    for (name, gold, text) in gold {
      let article = Article(
        id: name, path: name, title: "", text: text, language: gold.language,
        published: gold.published.flatMap { EDTF($0) })
      #expect(Self.extractor.statements(in: article) == [], "\(name)")
    }
  }
}
