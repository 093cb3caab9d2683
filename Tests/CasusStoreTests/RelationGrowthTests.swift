import CasusModel
import GRDB
import Synchronization
import Testing

@testable import CasusStore

/// New events of two actors with very many events come to the same as working the pair out whole.
@Suite struct RelationGrowthTests {
  private static let kinds: [(EventType, String?)] = [
    (.consult, nil), (.assault, nil), (.assault, "invade"), (.sanction, "sanctions"),
    (.sanction, "cut-relations"), (.concede, "ease-sanctions"), (.agree, "establish-relations"),
    (.agree, "peace"), (.aid, "arms-transfer"), (.sanction, "halt-aid"),
    (.coerce, "capture"), (.coerce, "occupy"), (.retreat, "withdraw"),
  ]
  private static let towns: [String?] = ["Goma", "Bukavu", nil]

  @Test(arguments: 0..<10)
  func stepByStepAsAtOnce(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let grown = try TemporaryStore(catalog: .sampleWithPlaces)
    try grown.store.importBatch(
      (0..<60).map { Self.story($0, statements: 4, rareKinds: seed > 2, &random).item })
    var hasGrown = false
    for number in 60..<80 {
      let story = Self.story(number, statements: 3, rareKinds: seed % 3 == 0, &random)
      _ = try grown.store.addBatch([story.item])
      hasGrown = try hasGrown || grown.store.read { try !Self.waiting(in: $0).isEmpty }
      try grown.store.deriveRelations()
      let relations = try Self.relations(of: grown.store)
      try grown.store.write { db, _ in
        try db.execute(sql: "DELETE FROM setting WHERE name = 'relationRules'")
      }
      try grown.store.deriveRelations()
      #expect(try Self.relations(of: grown.store) == relations, "after article \(number)")
    }
    #expect(hasGrown)
    #expect(try grown.store.read { try Self.waiting(in: $0).isEmpty })
  }

  /// Articles come and go; what they tell of the same events contradicts each other.
  @Test(arguments: 0..<10)
  func eventsThatGoOrChangeAsAtOnce(seed: Int) throws {
    var random = SeededGenerator(seed: seed + 1000)
    let temporary = try TemporaryStore(catalog: .sampleWithPlaces)
    let days = [60, 150, 2000][seed % 3]
    func story(_ number: Int) -> Story {
      let isRare = seed % 2 == 0 || number % 9 == 0
      return Self.story(number, statements: 4, rareKinds: isRare, days: days, &random)
    }
    try temporary.store.importBatch((0..<70).map { story($0).item })
    var present = Array(0..<70)
    var hasLost = false
    for number in 70..<95 {
      let item = story(number).item
      let gone = present.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random))
      present = present.filter { !gone.contains($0) } + [number]
      try temporary.store.write { db, catalog in
        var batch = try BatchImport(db, catalog: catalog, now: number)
        for old in gone { try batch.remove(#require(try ArticleTable(db: db).key(of: "a\(old)"))) }
        if number % 3 > 0 { try batch.add(item) }
        try batch.finish()
      }
      if number % 3 == 0 { _ = try temporary.store.addBatch([item]) }
      hasLost = try hasLost || temporary.store.read { try Self.waitingKinds(in: $0) > 0 }
      try temporary.store.deriveRelations()
      let relations = try Self.relations(of: temporary.store)
      try temporary.store.write { db, _ in
        try db.execute(sql: "DELETE FROM setting WHERE name = 'relationRules'")
      }
      try temporary.store.deriveRelations()
      #expect(try Self.relations(of: temporary.store) == relations, "after article \(number)")
    }
    #expect(hasLost)
    #expect(try temporary.store.check(catalog: .sampleWithPlaces).isEmpty)
    #expect(try temporary.store.read { try Self.waitingKinds(in: $0) } == 0)
  }

  /// One event of many that goes takes its own row with it; what stands on others stays.
  @Test func lossOfSupportLeavesTheRelationAlone() throws {
    let temporary = try TemporaryStore()
    let days = (0..<150).map { EDTF.dayText(19_000 + $0) }
    var story = Story("many")
    for day in days.dropFirst(5) {
      story = story.saying("On \(day).", ["RUS"], .assault, ["UKR"], on: day)
    }
    let support = Story("one").saying("Raid.", ["RUS"], .assault, ["UKR"], on: "2023-01-01")
    let opener = Story("first").saying(
      "Go.", ["RUS"], .assault, ["UKR"], mode: "invade", on: days[0])
    try temporary.store.importBatch([story.item, support.item, opener.item])
    func remove(_ id: String) throws -> (kinds: Int, pairs: Int) {
      try temporary.store.write { db, catalog in
        var batch = try BatchImport(db, catalog: catalog, now: 1)
        try batch.remove(#require(try ArticleTable(db: db).key(of: id)))
        try batch.finish()
        return (
          try Self.waitingKinds(in: db),
          try Int.fetchOne(db, sql: "SELECT count(*) FROM staleDyad") ?? -1
        )
      }
    }
    let before = try Self.wars(temporary.store)
    #expect(try remove("one") == (0, 0))
    #expect(try Self.wars(temporary.store).map(\.key) == before.map(\.key))
    #expect(try temporary.store.check(catalog: .sample).isEmpty)
    #expect(try remove("first") == (1, 0))
    try temporary.store.deriveRelations()
    #expect(try Self.wars(temporary.store).map(\.text) == ["19005/"])
    #expect(try temporary.store.check(catalog: .sample).isEmpty)
  }

  /// Few further events are compared with many, not the other way round.
  @Test func supportIsAddedWithoutWorkingThePairOut() throws {
    let temporary = try TemporaryStore()
    let days = (0..<150).map { EDTF.dayText(19_000 + $0) }
    var story = Story("many").saying("Go.", ["RUS"], .assault, ["UKR"], mode: "invade", on: days[0])
    for day in days { story = story.saying("On \(day).", ["RUS"], .assault, ["UKR"], on: day) }
    try temporary.store.importBatch([story.item])
    let further = Story("one").saying("More.", ["RUS"], .assault, ["UKR"], on: EDTF.dayText(19_400))
    _ = try temporary.store.addBatch([further.item])
    let key = try temporary.store.read { db in
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM staleDyad") == 0)
      #expect(try Self.waiting(in: db).count == 1)
      return try Int64.fetchOne(db, sql: "SELECT key FROM relation WHERE kind = 'war'")
    }
    try temporary.store.deriveRelations()
    let war = try #require(try temporary.store.relations(of: "RUS", and: "UKR").first)
    #expect(war.kind == "war" && war.supporting.count == 151)
    // The row is still the one that was there.
    let after = try temporary.store.read {
      try Int64.fetchOne($0, sql: "SELECT key FROM relation WHERE kind = 'war'")
    }
    #expect(after == key)
  }

  /// What ended before a new event is not looked at again, and keeps its rows.
  @Test(arguments: [
    ("ends the last period", 19_900, ["19000/19040", "19050/19090", "19100/19900"]),
    ("parts a period", 19_120, ["19000/19040", "19050/19090", "19100/19120", "19121/"]),
    ("ends none", 19_091, ["19000/19040", "19050/19090", "19100/"]),
    ("reaches back to the first", 19_020, ["19000/19020", "19021/19040", "19050/19090", "19100/"]),
  ])
  func closingEventLeavesEarlierPeriodsAlone(
    what: String, day: Int, expected: [String]
  ) throws {
    let temporary = try TemporaryStore()
    var story = Story("many")
    for (first, last) in [(19_000, 19_040), (19_050, 19_090), (19_100, 19_250)] {
      for day in first..<last where ![19_020, 19_120].contains(day) {
        let words = "Fight on \(day)."
        story = story.saying(
          words, ["RUS"], .assault, ["UKR"], mode: day == first ? "invade" : nil,
          on: EDTF.dayText(day))
      }
      guard last < 19_250 else { continue }
      story = story.saying(
        "Peace on \(last).", ["RUS"], .agree, ["UKR"], mode: "peace", on: EDTF.dayText(last))
    }
    try temporary.store.importBatch([story.item])
    let before = try Self.wars(temporary.store)
    #expect(before.map(\.text) == ["19000/19040", "19050/19090", "19100/"])
    let news = Story("news").saying(
      "Peace again.", ["RUS"], .agree, ["UKR"], mode: "peace", on: EDTF.dayText(day))
    _ = try temporary.store.addBatch([news.item])
    #expect(try temporary.store.read { try Self.waiting(in: $0).count } == 1)
    try temporary.store.deriveRelations()
    let after = try Self.wars(temporary.store)
    #expect(after.map(\.text) == expected, "\(what)")
    for war in before where after.contains(where: { $0.text == war.text }) {
      #expect(after.contains { $0.text == war.text && $0.key == war.key }, "\(what): \(war.text)")
    }
    #expect(try temporary.store.check(catalog: .sample).isEmpty, "\(what)")
  }

  /// A change in an early period reads the events up to the next period that ends as it did.
  @Test func laterPeriodsAreNotRead() throws {
    let temporary = try TemporaryStore()
    var story = Story("many")
    for (first, last) in [(19_000, 19_040), (19_050, 19_090), (19_100, 19_250)] {
      for day in first..<last where day != 19_020 {
        story = story.saying(
          "Fight on \(day).", ["RUS"], .assault, ["UKR"], mode: day == first ? "invade" : nil,
          on: EDTF.dayText(day))
      }
      story = story.saying(
        "Peace on \(last).", ["RUS"], .agree, ["UKR"], mode: "peace", on: EDTF.dayText(last))
    }
    try temporary.store.importBatch([story.item])
    let news = Story("news").saying(
      "Peace again.", ["RUS"], .agree, ["UKR"], mode: "peace", on: EDTF.dayText(19_020))
    _ = try temporary.store.addBatch([news.item])
    let seen = Mutex<[String]>([])
    try temporary.store.write { db, catalog in
      let actors = ActorKeys(db)
      let events = try Self.waiting(in: db)
      #expect(events.count == 1)
      db.trace { event in
        guard case .statement(let statement) = event else { return }
        seen.withLock { $0.append(statement.expandedSQL) }
      }
      let isDone = try RelationGrowth(db: db, actors: actors, catalog: catalog)
        .add(events, from: actors.key(of: "RUS"), to: actors.key(of: "UKR"))
      db.trace(options: [])
      #expect(isDone)
    }
    let reads = seen.withLock { $0 }.filter { $0.contains("dyad.day BETWEEN") }
    #expect(reads.count == 2 && reads.allSatisfy { $0.contains("AND 19040") }, "\(reads)")
    #expect(
      try Self.wars(temporary.store).map(\.text)
        == ["19000/19020", "19021/19040", "19050/19090", "19100/19250"])
    try temporary.store.deriveRelations()
    #expect(try temporary.store.check(catalog: .sample).isEmpty)
  }

  /// Of many supporting events the first are named without reading them all, the others counted.
  @Test(arguments: 0..<6)
  func firstSupportIsThatOfAll(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let temporary = try TemporaryStore()
    try temporary.store.importBatch(
      (0..<60).map { Self.story($0, statements: 4, rareKinds: seed % 2 == 0, &random).item })
    let whole = try temporary.store.relations(of: "RUS", and: "UKR")
    let drawn = try temporary.store.graph().relations
    #expect(drawn.contains { $0.supporting.count > 1 })
    var hasWalked = false
    for limit in [0, 1, 2, 7, 1000] {
      let counted = try temporary.store.graph(supportLimit: limit).relations
      #expect(counted.map(\.eventCount) == drawn.map(\.eventCount))
      #expect(counted.map(\.supporting) == drawn.map { Array($0.supporting.prefix(limit)) })
      let expected = whole.map { relation in
        var relation = relation
        relation.keepSupport(limit)
        return relation
      }
      #expect(
        try temporary.store.relations(of: "RUS", and: "UKR", supportLimit: limit) == expected)
      let rows = try temporary.store.read { db in
        try Row.fetchAll(db, sql: "SELECT key, source, target, lower(hex(id)) FROM relation")
          .map { row in
            let support = RelationSupport(db: db, limit: limit, few: 0)
            return (
              id: row[3] as String,
              found: try support.further(of: row[0], from: row[1], to: row[2])
            )
          }
      }
      for (id, found) in rows {
        guard let found else { continue }
        let relation = try #require(expected.first { $0.id == id })
        #expect(found.first == relation.supporting && found.count == relation.unnamedSupportCount)
        hasWalked = true
      }
    }
    #expect(hasWalked)
  }

  /// The wars of a store by their first and last days, with their keys.
  private static func wars(_ store: EventStore) throws -> [(text: String, key: Int64)] {
    try store.read { db in
      try Row.fetchAll(
        db, sql: "SELECT key, day, lastDay FROM relation WHERE kind = 'war' ORDER BY day"
      ).map { row in
        let last: Int = row[2]
        return ("\(row[1] as Int)/\(last == SortDay.openEnd ? "" : "\(last)")", row[0])
      }
    }
  }

  private static func waiting(in db: Database) throws -> [Int64] {
    try Int64.fetchAll(db, sql: "SELECT event FROM staleEvent")
  }

  private static func waitingKinds(in db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM staleRelation") ?? -1
  }

  private static func relations(of store: EventStore) throws -> [String] {
    try store.dump().filter { $0.hasPrefix("relation") }
  }

  /// An article about two actors; rare kinds are those that open and close relations.
  private static func story(
    _ number: Int, statements: Int, rareKinds: Bool, days: Int = 2000,
    _ random: inout SeededGenerator
  ) -> Story {
    var story = Story("a\(number)")
    for place in 0..<statements {
      let kinds = rareKinds ? Self.kinds[...] : Self.kinds.prefix(4)
      let (type, mode) = kinds.randomElement(using: &random) ?? (.consult, nil)
      let day = 19_000 + Int.random(in: 0..<days, using: &random)
      let date: String? =
        switch Int.random(in: 0..<20, using: &random) {
        case 0: nil
        case 1: String(EDTF.dayText(day).dropLast(3))
        case 2: EDTF.dayText(day) + "/.."
        default: EDTF.dayText(day)
        }
      let status: EventStatus =
        switch Int.random(in: 0..<12, using: &random) {
        case 0: .planned
        case 1: .denied
        default: .occurred
        }
      story = story.saying(
        "Words \(number) \(place).", ["RUS"], type, ["UKR"], mode: mode, on: date, status: status,
        place: type == .coerce || type == .retreat
          ? towns.randomElement(using: &random) ?? nil : nil)
    }
    return story
  }
}
