import CasusData
import CasusKnowledge
import CasusModel
import CasusTestSupport
import Foundation
import Testing

@testable import CasusStore

/// Every kind of `Data/Relations` opens, is supported and closes by the events that it names.
@Suite struct RelationKindTests {
  private static let catalog: EventCatalog = {
    var problems: [DataProblem] = []
    guard let data = try? DataDirectory.locate(explicit: Checkout.data.path) else {
      return EventCatalog(types: [:], relations: [:])
    }
    return EventCatalog.load(from: data, problems: &problems)
  }()

  private static let kinds = catalog.relations.keys.sorted()

  @Test func kindsOfTheDataAreHere() {
    for kind in [
      "aid", "alliance", "annexation", "arms-supply", "ceasefire", "deployment",
      "diplomatic-relations",
      "membership", "occupation", "recognition", "sanctions", "severed-relations", "treaty", "war",
    ] { #expect(Self.kinds.contains(kind), "\(kind)") }
  }

  @Test(arguments: kinds)
  func opensAndCloses(kind: String) throws {
    let info = try #require(Self.catalog.relations[kind])
    for opening in info.opens {
      let open = try relation(kind, [(opening, "2022-01-10")])
      #expect(open == "2022-01-10/.. in-force RUS UKR", "\(kind): \(opening)")
      for closing in info.closes {
        let closed = try relation(kind, [(opening, "2022-01-10"), (closing, "2023-05-05")])
        #expect(closed == "2022-01-10/2023-05-05 ended RUS UKR", "\(kind): \(opening) \(closing)")
      }
    }
  }

  @Test(arguments: kinds)
  func supportIsWeak(kind: String) throws {
    let info = try #require(Self.catalog.relations[kind])
    for support in info.supports where !info.opens.contains(support) {
      #expect(
        try relation(kind, [(support, "2022-01-10")]) == "2022-01-10?/.. in-force RUS UKR",
        "\(kind): \(support)")
    }
  }

  /// The only relation of a kind that follows from events in which Russia acts on Ukraine.
  private func relation(
    _ kind: String, _ events: [(trigger: EventCatalog.Trigger, date: String)]
  ) throws -> String {
    var story = Story("a", published: "2024-01-01")
    for (number, event) in events.enumerated() {
      let trigger = event.trigger
      let ends: [ActorID] = trigger.isReversed ? ["UKR", "RUS"] : ["RUS", "UKR"]
      // A trade has no direction of its own: it is in who supplies whom.
      let isTrade = trigger.type.isSymmetric
      story = story.saying(
        "Sentence \(number).", [ends[0]], trigger.type, [ends[1]], mode: trigger.mode,
        on: event.date, roles: isTrade ? ["supplier": ["RUS"], "recipient": ["UKR"]] : [:])
    }
    let temporary = try TemporaryStore(catalog: Self.catalog)
    try temporary.store.importBatch([story.item])
    let found = try temporary.store.relations(of: "RUS", and: "UKR").filter { $0.kind == kind }
    return found.map {
      "\($0.validity?.rawValue ?? "-") \($0.state.rawValue) \($0.source) \($0.target)"
    }.joined(separator: "; ")
  }
}
