import CasusModel
import CasusTestSupport
import Foundation
import Testing

@testable import CasusStore

/// When relations are in doubt, how sure they are, and which places are one.
@Suite struct RelationDoubtTests {
  private static let catalog: EventCatalog = {
    var catalog = EventCatalog.sampleWithPlaces
    let keys = ["Kherson": "UKR/kherson", "Херсон": "UKR/kherson", "Cherson": "UKR/kherson"]
    catalog.places = PlaceKeys { PlaceKeys.Contents(keys: keys, hash: "1") }
    return catalog
  }()

  @Test func aTownIsOneWhateverTheLanguage() throws {
    for back in ["Херсон", "Cherson", "Kherson"] {
      let temporary = try store(
        Story.taking("Kherson", on: "2022-03-02"), Story.taking("Lyman", on: "2022-05-27"),
        Story.retaking("Lyman", on: "2022-10-01"), Story.retaking(back, on: "2022-11-11"))
      let found = try temporary.store.relations(of: "RUS").filter { $0.kind == "occupation" }
      #expect(found.map { $0.validity?.rawValue } == ["2022-03-02/2022-11-11"], "\(back)")
    }
    let other = try store(
      Story.taking("Kherson", on: "2022-03-02"), Story.taking("Lyman", on: "2022-05-27"),
      Story.retaking("Лиман", on: "2022-10-01"), Story.retaking("Херсон", on: "2022-11-11"))
    let found = try other.store.relations(of: "RUS").filter { $0.kind == "occupation" }
    #expect(found.map(\.state) == [.inForce], "a town that nobody knows by two names is two")
  }

  @Test func otherNamesOfPlacesLetRelationsBeDerivedAnew() throws {
    let temporary = try TemporaryStore(
      Story.taking("Kherson", on: "2022-03-02"), Story.retaking("Херсон", on: "2022-11-11"),
      catalog: .sampleWithPlaces)
    let states = { try temporary.store.relations(of: "RUS").map(\.state).contains(.ended) }
    #expect(try !states())
    let path = temporary.folder.url.appendingPathComponent("graph.db").path
    let again = try EventStore(path: path, access: .writing(Self.catalog))
    try again.importBatch([Story("z").item])
    #expect(try states())
  }

  @Test func whoLeavesATownLeavesTheStateThatItBelongsTo() throws {
    func leaving(_ town: String, on date: String) -> Story {
      Story("v\(town)").saying(
        "Left \(town).", ["RUS"], .retreat, [], mode: "withdraw", on: date, place: town,
        roles: ["territory": ["UKR"]])
    }
    let one = try store(
      Story.taking("Kherson", on: "2022-03-02"), Story.taking("Lyman", on: "2022-05-27"),
      leaving("Херсон", on: "2022-11-11"))
    #expect(try one.store.relations(of: "UKR").map(\.state) == [.inForce])
    let both = try store(
      Story.taking("Kherson", on: "2022-03-02"), Story.taking("Lyman", on: "2022-05-27"),
      leaving("Херсон", on: "2022-11-11"), leaving("Lyman", on: "2022-10-01"))
    #expect(
      try both.store.relations(of: "UKR").map { $0.validity?.rawValue } == ["2022-03-02/2022-11-11"]
    )
    #expect(try both.store.check(catalog: Self.catalog).isEmpty)
    var retreats = EventFilter(types: [.retreat])
    retreats.between = ActorPair("RUS", "UKR")
    #expect(try both.store.events(matching: retreats).count == 2)
  }

  @Test func beforeADisputedEndItIsInForce() throws {
    let temporary = try store(
      Story.imposing(on: "2011"), Story.lifting(on: "2025-05-20"),
      Story("d").saying(
        "No.", ["RUS"], .concede, ["UKR"], mode: "ease-sanctions", on: "2025-05-20", status: .denied
      ))
    for (day, state) in [
      ("2020", Relation.State.inForce), ("2025-05-19", .inForce), ("2025-05-20", .contested),
      ("2026", .contested),
    ] {
      let found = try temporary.store.relations(of: "RUS", and: "UKR", at: EDTF(day))
      #expect(found.map(\.state) == [state], "\(day)")
    }
  }

  @Test func aDisputedEndGivesWayToASureOne() throws {
    let temporary = try store(
      Story.imposing(on: "2011"), Story.lifting(on: "2025-05-20"),
      Story("d").saying(
        "No.", ["RUS"], .concede, ["UKR"], mode: "ease-sanctions", on: "2025-05-20", status: .denied
      ),
      Story.lifting(on: "2026-02-01"))
    let found = try temporary.store.relations(of: "RUS", and: "UKR")
    #expect(found.map(\.state) == [.ended])
    #expect(found.map { $0.validity?.rawValue } == ["2011/2026-02-01"])
    for (day, state) in [
      ("2020", Relation.State.inForce), ("2025-12", .contested), ("2026-03", .ended),
    ] {
      let found = try temporary.store.relations(of: "RUS", and: "UKR", at: EDTF(day))
      #expect(found.map(\.state) == [state], "\(day)")
    }
    #expect(try temporary.store.check(catalog: Self.catalog).isEmpty)
  }

  @Test func whatMayHaveEndedWasInForceBefore() throws {
    let temporary = try store(
      Story.taking(nil, on: "2022-03-02"), Story.retaking("Lyman", on: "2022-10-01"))
    for (day, state) in [("2022-05", Relation.State.inForce), ("2022-10-01", .contested)] {
      let found = try temporary.store.relations(
        of: "RUS", and: "UKR", at: EDTF(day), catalog: Self.catalog
      ).filter { $0.kind == "occupation" }
      #expect(found.map(\.state) == [state], "\(day)")
    }
  }

  @Test func eachSourceCountsOnce() throws {
    func telling(_ id: String, _ publisher: String, _ confidence: Double) -> Story {
      Story(id, publisher: publisher).saying(
        "Hard \(id).", ["RUS"], .sanction, ["UKR"], mode: "sanctions", on: "2011",
        confidence: confidence)
    }
    func confidence(_ stories: Story...) throws -> Double? {
      let temporary = try TemporaryStore(catalog: Self.catalog)
      try temporary.store.importBatch(stories.map(\.item))
      let found = try temporary.store.relations(of: "RUS", weighs: true)
      return found.first?.confidence.map { ($0 * 1000).rounded() / 1000 }
    }
    #expect(try confidence(telling("a", "Post", 0.5)) == 0.5)
    #expect(try confidence(telling("a", "Post", 0.5), telling("b", "Post", 0.6)) == 0.6)
    #expect(try confidence(telling("a", "Post", 0.5), telling("b", "Mail", 0.6)) == 0.8)
    #expect(try confidence(telling("a", "Post", 0.999)) == 0.99)
  }

  private func store(_ stories: Story...) throws -> TemporaryStore {
    let temporary = try TemporaryStore(catalog: Self.catalog)
    try temporary.store.importBatch(stories.map(\.item))
    return temporary
  }
}
