import CasusModel
import CasusTestSupport
import Foundation
import Testing

/// The article that the project grew from gives what a reader finds in it.
@Suite(.enabled(if: Checkout.hasGold, "no gold; set CASUS_SHARED to the folder that holds gold/"))
struct SeedTests {
  /// What a statement must have; `nil` where anything will do.
  struct Expected: CustomTestStringConvertible, Sendable {
    var source: Set<String>
    var type: EventType
    var target: Set<String>
    var status: EventStatus? = nil
    var mode: String? = nil
    var attribution: [String]? = nil
    var date: String? = nil

    var testDescription: String {
      "\(source.sorted()) \(type.rawValue) \(target.sorted())"
    }

    func isMet(by statement: Statement) -> Bool {
      func ids(_ list: [ActorID]) -> Set<String> { Set(list.map(Reading.rolledUp)) }
      var isSamePair = ids(statement.source) == source && ids(statement.target) == target
      if type.isSymmetric {
        isSamePair =
          isSamePair || (ids(statement.source) == target && ids(statement.target) == source)
      }
      return isSamePair && statement.type == type
        && (status ?? statement.evidence.status) == statement.evidence.status
        && (mode ?? statement.mode) == statement.mode
        && (attribution ?? statement.evidence.attribution) == statement.evidence.attribution
        && (date ?? statement.evidence.date?.rawValue) == statement.evidence.date?.rawValue
    }
  }

  private static let text = try? String(
    contentsOf: Checkout.gold.appending(path: "seed.txt"), encoding: .utf8)

  private func statements(published: String? = nil) throws -> [Statement] {
    Reading.statements(in: try #require(Self.text), "id", published: published)
  }

  static let events: [Expected] = [
    Expected(
      source: ["RUS"], type: .cooperate, target: ["PRK"], status: .planned, attribution: []),
    Expected(
      source: ["RUS"], type: .cooperate, target: ["PRK"], status: .planned, attribution: ["USA"]),
    Expected(
      source: ["EU"], type: .aid, target: ["UKR"], status: .occurred),
    Expected(
      source: ["RUS"], type: .cooperate, target: ["IRN"], status: .occurred, attribution: ["USA"]),
    Expected(
      source: ["UKR"], type: .sanction, target: ["PRK"], status: .occurred, mode: "cut-relations",
      attribution: [], date: "XXXX-07"),
    Expected(
      source: ["PRK", "RUS", "SYR"], type: .support, target: ["DNR", "LNR"], status: .occurred),
    Expected(
      source: ["WEST"], type: .sanction, target: ["RUS"], status: .occurred),
    Expected(
      source: ["IRN"], type: .accuse, target: ["NATO"], status: .occurred, attribution: []),
    Expected(
      source: ["RUS"], type: .cooperate, target: ["CHN", "IND", "IRN", "PRK"], status: .occurred),
  ]

  @Test(arguments: events)
  func finds(expected: Expected) throws {
    let found = try statements()
    #expect(
      found.contains { expected.isMet(by: $0) },
      "\(Reading.lines(of: found).joined(separator: "\n"))")
  }

  @Test func namesTheRocketsThatRussiaBuys() throws {
    let purchases = try statements().filter {
      $0.type == .cooperate && Set($0.source + $0.target).isSuperset(of: ["PRK"])
        && $0.evidence.status == .planned
    }
    #expect(purchases.contains { $0.object?.lowercased().contains("roket") == true })
  }

  @Test func readsNothingOutOfRelatedArticleLines() throws {
    let text = try #require(Self.text)
    var related: [Range<Int>] = []
    var at = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("Baca juga") { related.append(at..<at + line.utf8.count) }
      at += line.utf8.count + 1
    }
    #expect(related.count == 3)
    for statement in try statements() {
      let range = statement.evidence.start..<statement.evidence.end
      #expect(!related.contains { $0.overlaps(range) }, "\(statement.evidence.text)")
    }
  }

  @Test func publicationGivesJulyItsYear() throws {
    let cut = try statements(published: "2022-09-06").filter { $0.mode == "cut-relations" }
    let dates = cut.filter { $0.target == ["PRK"] }.map(\.evidence.date?.rawValue)
    #expect(dates == ["2022-07"])
  }

  @Test func evidenceOfTheCutIsTheClause() throws {
    let cut = try #require(try statements().first { $0.mode == "cut-relations" })
    #expect(cut.evidence.text.contains("Ukraina memutuskan hubungan dengan Korea Utara"))
    #expect(!cut.evidence.text.contains("setelah"))
  }
}
