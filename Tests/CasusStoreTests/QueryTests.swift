import CasusModel
import GRDB
import Testing

@testable import CasusStore

@Suite struct QueryTests {
  private let temporary: TemporaryStore
  private var store: EventStore { temporary.store }

  init() throws {
    temporary = try TemporaryStore(
      Story("a", published: "2022-09-06", language: "id", publisher: "Contoh Harian")
        .saying(
          "Rusia akan membeli roket.", ["RUS"], .cooperate, ["PRK"], mode: "arms-transfer",
          on: "2022-09", status: .planned, object: "roket", attribution: ["USA"]
        )
        .saying(
          "Ukraina memutuskan hubungan dengan Pyongyang.", ["UKR"], .sanction, ["PRK"],
          mode: "cut-relations", on: "2022-07", confidence: 0.9),
      Story("b", published: "2022-09-10", publisher: "Sample Post")
        .saying(
          "Ukraine cut ties with North Korea on 13 July.", ["UKR"], .sanction, ["PRK"],
          mode: "cut-relations", on: "2022-07-13", confidence: 0.9
        )
        .saying(
          "Iran denied sending drones to Russia.", ["IRN"], .aid, ["RUS"], status: .denied,
          attribution: ["MEDIA:IRNA"]
        )
        .saying(
          "Russia invaded Ukraine.", ["RUS"], .assault, ["UKR"], mode: "invade",
          on: "2022-02-24"),
      Story("c", published: "2024-06-20", publisher: "Sample Post")
        .saying(
          "Putin and Kim signed a treaty.", ["RUS.GOV.PUTIN"], .agree, ["PRK.GOV.KIM"],
          mode: "treaty", on: "2024-06-19"
        )
        .saying("China may mediate.", ["CHN"], .consult, ["UKR"], status: .hypothetical))
  }

  @Test func eventsComeByDateUndatedLast() throws {
    let dates = try store.events().map { $0.date?.rawValue }
    #expect(dates == ["2022-02-24", "2022-07-13", "2022-09", "2024-06-19", nil, nil])
    let latest = try store.events(matching: EventFilter(limit: 2, newestFirst: true))
    #expect(latest.map(\.date?.rawValue) == ["2024-06-19", "2022-09"])
  }

  private static let filters: [(EventFilter, Int)] = [
    (EventFilter(actors: ["PRK"]), 3), (EventFilter(actors: ["PRK", "CHN"]), 4),
    (EventFilter(actors: ["RUS.GOV.PUTIN"]), 1), (EventFilter(actors: ["XYZ"]), 0),
    (EventFilter(between: ActorPair("PRK", "RUS")), 2),
    (EventFilter(between: ActorPair("RUS", "PRK")), 2),
    (EventFilter(between: ActorPair("RUS", "PRK.GOV")), 1),
    (EventFilter(between: ActorPair("UKR", "IRN")), 0),
    (EventFilter(types: [.sanction, .assault]), 2),
    (EventFilter(quads: [.materialConflict]), 2), (EventFilter(quads: [.verbalCooperation]), 2),
    (EventFilter(statuses: [.planned, .denied]), 2),
    (EventFilter(from: EDTF("2022-07-14")), 2), (EventFilter(to: EDTF("2022-07-12")), 1),
    (EventFilter(from: EDTF("2022-09-30"), to: EDTF("2022")), 1),
    (EventFilter(source: "usa"), 1), (EventFilter(source: "US"), 0),
    (EventFilter(source: "contoh harian"), 2), (EventFilter(source: "irna"), 1),
    (EventFilter(language: "id"), 2), (EventFilter(minConfidence: 0.95), 1),
    (EventFilter(limit: 2), 2), (EventFilter(limit: 0), 0),
    (EventFilter(actors: ["UKR"], statuses: [.occurred], to: EDTF("2022")), 2),
  ]

  @Test(arguments: filters)
  func filtersNarrow(filter: EventFilter, count: Int) throws {
    let events = try store.events(matching: filter)
    #expect(events.count == count)
    var unlimited = filter
    unlimited.limit = nil
    #expect(try store.eventCount(matching: filter) == store.events(matching: unlimited).count)
  }

  @Test func whatWasKnownOnADay() throws {
    let filter = EventFilter(between: ActorPair("UKR", "PRK"), knownOn: EDTF("2022-09-08"))
    let then = try store.events(matching: filter)
    #expect(then.map(\.date?.rawValue) == ["2022-07"])
    #expect(then.map { $0.evidence.map(\.articleID) } == [["a"]])
    #expect(try store.events(matching: EventFilter(knownOn: EDTF("2022-09-01"))).isEmpty)
    let now = try store.events(matching: EventFilter(between: ActorPair("UKR", "PRK")))
    #expect(now.map(\.id) == then.map(\.id))
    let fits = EventFilter(from: EDTF("2022-07-20"), knownOn: EDTF("2022-09-08"))
    #expect(try store.events(matching: fits).map(\.type) == [.sanction, .cooperate])
  }

  @Test func eventIsFoundByTheBeginningOfItsIdentifier() throws {
    let event = try #require(try store.events().first)
    for length in [32, 12, 7] {
      #expect(try store.event(idPrefix: String(event.id.prefix(length))) == event)
    }
    #expect(throws: StoreError.unknownEvent(prefix: "no")) { try store.event(idPrefix: "no") }
    #expect(throws: StoreError.unknownEvent(prefix: "")) { try store.event(idPrefix: "") }
    let many = try TemporaryStore(
      (0..<40).reduce(into: Story("x")) { story, number in
        story = story.saying("S\(number).", ["RUS"], .accuse, ["USA"], on: "20\(10 + number)")
      })
    #expect(throws: StoreError.self) {
      for digit in "0123456789abcdef" { _ = try many.store.event(idPrefix: "\(digit)") }
    }
  }

  @Test func countsByYearAndQuadrant() throws {
    let counts = try store.countsByYear(matching: EventFilter(actors: ["RUS"]))
    #expect(
      counts == [
        YearCount(year: 2022, quad: .materialCooperation, count: 1),
        YearCount(year: 2022, quad: .materialConflict, count: 1),
        YearCount(year: 2024, quad: .verbalCooperation, count: 1),
        YearCount(year: nil, quad: .materialCooperation, count: 1),
      ])
  }

  @Test func pathTakesTheFewestStepsAndNoDeniedEvent() throws {
    let steps = try #require(try store.path(from: "PRK", to: "UKR"))
    #expect(steps.map(\.to) == ["UKR"])
    #expect(steps.map { $0.events.map(\.type) } == [[.sanction]])
    #expect(try store.path(from: "IRN", to: "UKR") == nil)
    let denied = EventFilter(statuses: EventStatus.allCases)
    let way = try #require(try store.path(from: "IRN", to: "PRK", filter: denied))
    #expect(way.map(\.from) == ["IRN", "RUS"])
    #expect(try store.path(from: "IRN", to: "PRK", maxHops: 1, filter: denied) == nil)
    #expect(try store.path(from: "RUS", to: "RUS.GOV.PUTIN") == [])
    #expect(try store.path(from: "RUS", to: "XYZ") == nil)
  }

  @Test func pathGoesRoundWhatTheFilterRulesOut() throws {
    let filter = EventFilter(to: EDTF("2022-08"))
    let way = try #require(try store.path(from: "RUS", to: "PRK", filter: filter))
    #expect(way.map(\.to) == ["UKR", "PRK"])
  }

  @Test func actorsWithTheirEvents() throws {
    let all = try store.actors().map { "\($0.actor.id) \($0.events)" }
    #expect(all == ["RUS 4", "PRK 3", "UKR 3", "CHN 1", "IRN 1"])
    #expect(try store.actors(matching: "putin").map(\.events) == [1])
  }

  @Test func graphHoldsWhatItsEventsNeed() throws {
    let filter = EventFilter(actors: ["UKR"], limit: 1)
    let graph = try store.graph(matching: filter)
    #expect(graph.actors.map(\.id) == ["RUS", "UKR"])
    #expect(graph.relations.map(\.kind) == ["war"])
    #expect(graph.articles.map(\.id) == ["b"])
    #expect(graph.articles.map(\.text) == [""])
    #expect(graph.events.count == 1 && graph.matchingEventCount == 3)
    #expect(graph.filter == "UKR")
  }

  @Test func graphOfActorsHoldsTheirRelationsAlone() throws {
    func kinds(_ filter: EventFilter) throws -> [String] {
      try store.graph(matching: filter).relations.map(\.kind)
    }
    #expect(try kinds(EventFilter()) == ["war"])
    #expect(try kinds(EventFilter(between: ActorPair("UKR", "RUS"))) == ["war"])
    #expect(try kinds(EventFilter(actors: ["RUS"])) == ["war"])
    // Russia and Ukraine both have to do with North Korea; their war is not about it.
    let graph = try store.graph(matching: EventFilter(actors: ["PRK"]))
    #expect(graph.actors.map(\.id).contains("RUS") && graph.actors.map(\.id).contains("UKR"))
    #expect(graph.relations.isEmpty)
  }

  @Test func summaryCounts() throws {
    let summary = try store.summary()
    #expect(summary.articles == 3 && summary.events == 6 && summary.evidence == 7)
    #expect(summary.actors == 5 && summary.supersededArticles == 0)
    #expect(summary.firstDay?.rawValue == "2022-02-24" && summary.lastDay?.rawValue == "2024-06-19")
    let other = try TemporaryStore()
    let empty = try other.store.summary()
    #expect(empty.events == 0 && empty.firstDay == nil)
  }

  @Test func viewTellsTheTimelineInPlainSQL() throws {
    let line = try store.read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM timeline").map { row in
        ["date", "source", "type", "mode", "target", "status", "words"].map {
          (row[$0] as String?) ?? "-"
        }
      }
    }
    #expect(
      line == [
        "2022-02-24", "RUS", "ASSAULT", "invade", "UKR", "occurred", "Russia invaded Ukraine.",
      ])
  }
}
