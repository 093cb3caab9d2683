import CasusModel
import Testing

@testable import CasusStore

/// Who reports an attack need not tell by what it was made, but where.
@Suite struct AttackWayTests {
  @Test func attackWithoutItsWayIsTheOnlyOneOfTheDay() throws {
    let events = try events(strike("a", "missile"), strike("b", nil), strike("c", "missile"))
    #expect(events.map(\.mode) == ["missile"])
    #expect(events[0].evidence.count == 3)
  }

  @Test func twoWaysAreTwoAttacks() throws {
    let events = try events(strike("a", "missile"), strike("b", "drone"), strike("c", nil))
    #expect(Set(events.map(\.mode)) == ["missile", "drone", nil])
  }

  @Test func ofTwoWaysThatOfTheArticleIsMeant() throws {
    let both = strike("a", "missile")
      .saying("They struck again.", ["RUS"], .assault, ["UKR"], on: "2022-09-06")
    let events = try events(both, strike("b", "drone"))
    #expect(
      events.map { "\($0.mode ?? "-") \($0.evidence.count)" }.sorted() == ["drone 1", "missile 2"])
  }

  @Test func whatIsDoneIsNoWay() throws {
    #expect(try events(strike("a", "kill"), strike("b", nil)).count == 2)
    #expect(try events(strike("a", "shoot-down"), strike("b", "missile")).count == 2)
  }

  @Test func otherPlaceIsAnotherAttackThoughTheWayIsOpen() throws {
    #expect(
      try events(strike("a", "missile", place: "Kharkiv"), strike("b", nil, place: "Sumy")).count
        == 2)
  }

  @Test func weaponIsNotWhatWasHit() throws {
    let events = try events(
      strike("a", "missile", object: "ballistic missiles"), strike("b", nil, object: "a village"),
      strike("c", nil, object: "its territory"))
    #expect(events.map(\.mode) == ["missile"])
  }

  @Test func undatedOneOfAnotherWayDoesNotJoin() throws {
    let told = strike("a", "missile")
      .saying("Drones came.", ["RUS"], .assault, ["UKR"], mode: "drone")
    #expect(try events(told).count == 2)
  }

  /// The way that one report tells gives the event its mode, and takes it away again.
  @Test func modeIsThatOfAllReports() throws {
    let temporary = try TemporaryStore(strike("a", nil))
    #expect(try temporary.store.events().map(\.mode) == [nil])
    let way = strike("b", "missile")
    try temporary.store.add(way.article, statements: way.statements)
    #expect(try temporary.store.events().map(\.mode) == ["missile"])
    _ = try temporary.store.removeArticles(["b"])
    #expect(try temporary.store.events().map(\.mode) == [nil])
    #expect(try temporary.store.check(catalog: .sample).isEmpty)
  }

  // MARK: Places

  @Test func knownPlaceIsOneInAllLanguages() throws {
    let events = try events(
      strike("a", nil, place: "Kharkiv"), strike("b", nil, place: "Sumy"),
      strike("c", nil, place: "Харків", language: "uk"))
    #expect(events.map(\.evidence.count).sorted() == [1, 2])
  }

  @Test func knownPlacesOfTwoLanguagesMayDiffer() throws {
    #expect(
      try events(
        strike("a", nil, place: "Sumy"), strike("b", nil, place: "Харків", language: "uk")
      ).count == 2)
  }

  /// Places part what comes in later too.
  @Test func placesPartOneByOneAsTogether() throws {
    let temporary = try TemporaryStore(strike("a", nil, place: "Tyre"))
    let other = strike("b", nil, place: "Baalbek")
    try temporary.store.add(other.article, statements: other.statements)
    #expect(try temporary.store.events().count == 2)
  }

  private func strike(
    _ article: String, _ mode: String?, object: String? = nil, place: String? = nil,
    language: String = "en"
  ) -> Story {
    Story(article, published: "2022-09-07", language: language).saying(
      "They struck.", ["RUS"], .assault, ["UKR"], mode: mode, on: "2022-09-06", object: object,
      place: place)
  }

  private func events(_ stories: Story...) throws -> [Event] {
    let temporary = try TemporaryStore()
    try temporary.store.importBatch(stories.map(\.item))
    return try temporary.store.events()
  }
}
