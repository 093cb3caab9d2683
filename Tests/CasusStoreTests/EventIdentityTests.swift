import CasusModel
import Testing

@testable import CasusStore

@Suite struct EventIdentityTests {
  @Test func sameDayOfTwoArticlesIsOneEvent() throws {
    let events = try events(
      story("a", on: "2022-07-13", confidence: 0.5), story("b", on: "2022-07-13", confidence: 0.6))
    #expect(events.count == 1)
    #expect(events[0].evidence.map(\.articleID) == ["a", "b"])
    #expect(abs(events[0].confidence - 0.8) < 1e-9)
  }

  @Test func sayingItTwiceInOneArticleIsNoSurer() throws {
    let events = try events(
      story("a", on: "2022-07-13", confidence: 0.5)
        .saying("Again.", ["UKR"], .sanction, ["PRK"], mode: "cut-relations", on: "2022-07-13"))
    #expect(events.count == 1)
    #expect(events[0].evidence.count == 2)
    #expect(events[0].confidence == 0.5)
  }

  @Test(arguments: [
    ("2022-07", "2022-07-13"), ("2022-07~", "2022-07-13"), ("2022-07-11/2022-07-15", "2022-07-13"),
    ("2022-07-13~", "2022-07-13"), ("2022-07", "2022-07-11/2022-07-15"),
  ])
  func roughDateUnitesWithTheOnlyFineOne(rough: String, fine: String) throws {
    let events = try events(story("a", on: rough), story("b", on: fine))
    #expect(events.map(\.date?.rawValue) == [fine])
  }

  @Test(arguments: [
    ("2022-07-13", "2022-07-14"), ("2022", "2022-07-13"), ("2022-06", "2022-07-13"),
    ("2022-07-10/2022-07-14", "2022-07-12/2022-07-16"), ("2022-07-13/..", "2022-07-13"),
    ("2022-07-13/..", "../2022-07-13"),
  ])
  func otherDatesAreOtherEvents(first: String, second: String) throws {
    #expect(try events(story("a", on: first), story("b", on: second)).count == 2)
  }

  @Test func openIntervalsCompareByTheirBeginning() throws {
    let events = try events(story("a", on: "2022-02/.."), story("b", on: "2022-02-24/.."))
    #expect(events.map(\.date?.rawValue) == ["2022-02-24/.."])
  }

  @Test func roughDateWithTwoFineOnesStaysOnItsOwn() throws {
    let events = try events(
      story("a", on: "2022-07"), story("b", on: "2022-07-13"), story("c", on: "2022-07-20"))
    #expect(events.map(\.date?.rawValue) == ["2022-07", "2022-07-13", "2022-07-20"])
  }

  @Test func undatedJoinsTheOnlyEventOfItsArticle() throws {
    let events = try events(
      story("a", on: "2022-07-13")
        .saying("Again.", ["UKR"], .sanction, ["PRK"], mode: "cut-relations"),
      story("b", on: "2022-07-20"))
    #expect(events.map(\.evidence.count) == [2, 1])
  }

  @Test func undatedBetweenTwoEventsStaysOnItsOwn() throws {
    let events = try events(
      story("a", on: "2022-07-13")
        .saying("And again.", ["UKR"], .sanction, ["PRK"], mode: "cut-relations", on: "2022-07-20")
        .saying("Again.", ["UKR"], .sanction, ["PRK"], mode: "cut-relations"))
    #expect(events.map(\.date?.rawValue) == ["2022-07-13", "2022-07-20", nil])
  }

  @Test func undatedThreatDoesNotJoinADeed() throws {
    let events = try events(
      story("a", on: "2022-07-13").saying(
        "It may again.", ["UKR"], .sanction, ["PRK"], mode: "cut-relations", status: .hypothetical))
    #expect(events.map(\.status) == [.occurred, .hypothetical])
  }

  @Test func undatedNewsUnitesWithinThreeDaysOfTheFirst() throws {
    let days = ["2022-09-01", "2022-09-04", "2022-09-05", "2022-09-08", "2022-09-30"]
    let stories = days.enumerated().map { story("a\($0)", published: $1) }
    let temporary = try TemporaryStore()
    try temporary.store.importBatch(stories.map(\.item))
    let events = try temporary.store.events()
    #expect(
      Set(events.map { $0.evidence.map(\.articleID) })
        == [["a0", "a1"], ["a2", "a3"], ["a4"]])
  }

  @Test func undatedWithoutPublicationStaysInItsArticle() throws {
    let events = try events(
      story("a").saying("Again.", ["UKR"], .sanction, ["PRK"], mode: "cut-relations"), story("b"))
    #expect(events.map(\.evidence.count).sorted() == [1, 2])
  }

  @Test func dateWithoutYearUnitesOnlyInItsArticle() throws {
    let events = try events(
      story("a", on: "XXXX-07")
        .saying("Again.", ["UKR"], .sanction, ["PRK"], mode: "cut-relations", on: "XXXX-07"),
      story("b", on: "XXXX-07"), story("c", on: "2022-07-13"))
    #expect(events.map(\.evidence.count).sorted() == [1, 1, 2])
  }

  @Test func sidesOfAMeetingMayBeExchanged() throws {
    let events = try events(
      Story("a").saying("They met.", ["RUS"], .consult, ["PRK"], on: "2023-09-13"),
      Story("b").saying("They met.", ["PRK.GOV.KIM"], .consult, ["RUS"], on: "2023-09-13"),
      Story("c").saying("They met.", ["RUS"], .consult, ["PRK"], on: "2023-09-13"))
    #expect(events.count == 1)
    #expect(events[0].source == ["RUS"])
    #expect(events[0].target == ["PRK.GOV.KIM"])
  }

  @Test func sidesOfAnAttackMayNot() throws {
    let events = try events(
      Story("a").saying("A hit B.", ["RUS"], .assault, ["UKR"], on: "2023-09-13"),
      Story("b").saying("B hit A.", ["UKR"], .assault, ["RUS"], on: "2023-09-13"))
    #expect(events.count == 2)
  }

  @Test func otherModeOrRoleIsAnotherEvent() throws {
    let events = try events(
      Story("a").saying("One.", ["RUS"], .cooperate, ["PRK"], on: "2022-09-06"),
      Story("b").saying("Two.", ["RUS"], .cooperate, ["PRK"], mode: "trade", on: "2022-09-06"),
      Story("c").saying(
        "Three.", ["RUS"], .cooperate, ["PRK"], on: "2022-09-06",
        roles: ["supplier": ["PRK"], "recipient": ["RUS"]]))
    #expect(events.count == 3)
  }

  @Test func otherGoodsAreOtherEvents() throws {
    let events = try events(
      aid("a", "HIMARS rockets"), aid("b", "rocket launchers"), aid("c", "grain"), aid("d", nil))
    #expect(Set(events.map { $0.evidence.map(\.articleID) }) == [["a", "b"], ["c"], ["d"]])
  }

  @Test(arguments: [
    ("rockets", "the rocket"), ("oil", "three barrels of oil"), ("снаряды", "тысячи снарядов"),
    ("both", "grain"), ("155 mm shells", "a million shells"),
  ])
  func goodsThatMayBeTheSameAreOneEvent(first: String, second: String) throws {
    #expect(try events(aid("a", first), aid("b", second)).count == 1)
  }

  @Test(arguments: [
    ("oil wells", "oil tankers"), ("several rockets", "several drones"), ("artillery", "articles"),
    ("ribuan roket", "ribuan peluru"), ("oil", "gas"),
  ])
  func goodsWithoutATellingWordInCommonAreOtherEvents(first: String, second: String) throws {
    #expect(try events(aid("a", first), aid("b", second)).count == 2)
  }

  @Test func goodsInAnotherLanguageStayApartWhereTheyMayBeEither() throws {
    let events = try events(
      aid("a", "rockets"), aid("b", "grain"), aid("c", "peluru", language: "id"))
    #expect(events.count == 3)
  }

  @Test func nameSharedByLanguagesUnites() throws {
    let events = try events(
      aid("a", "HIMARS rockets"), aid("b", "grain"), aid("c", "roket HIMARS", language: "id"))
    #expect(Set(events.map { $0.evidence.map(\.articleID) }) == [["a", "c"], ["b"]])
  }

  @Test func goodsInAnotherLanguageDoNotContradict() throws {
    let events = try events(aid("a", "rockets"), aid("b", "peluru", language: "id"), aid("c", nil))
    #expect(events.count == 1)
  }

  @Test func mentionWithoutGoodsGoesWithTheGoodsOfItsArticle() throws {
    let events = try events(
      aid("a", "rockets").saying("It helped.", ["USA"], .aid, ["UKR"], on: "2022-09-06"),
      aid("b", "grain"))
    #expect(Set(events.map(\.evidence.count)) == [1, 2])
  }

  @Test func wordsOfATalkDoNotPartIt() throws {
    let events = try events(
      Story("a").saying("X.", ["USA"], .agree, ["UKR"], on: "2022-09-06", object: "treaty"),
      Story("b").saying("Y.", ["USA"], .agree, ["UKR"], on: "2022-09-06", object: "defence pact"))
    #expect(events.count == 1)
  }

  @Test func otherPlacesAreOtherEvents() throws {
    let events = try events(
      attack("a", "Kharkiv"), attack("b", "Odesa"), attack("c", "Kharkiv region"),
      attack("d", nil))
    #expect(Set(events.map { $0.evidence.map(\.articleID) }) == [["a", "c"], ["b"], ["d"]])
  }

  @Test func placesPartWhatHasTheSameObject() throws {
    let events = try events(
      attack("a", "Kharkiv", object: "depots"), attack("b", "Odesa", object: "depots"),
      attack("c", "Odesa", object: "barracks"))
    #expect(events.count == 3)
  }

  @Test func placeInAnotherLanguageDoesNotContradict() throws {
    #expect(
      try events(attack("a", "Kyiv"), attack("b", "Київ", language: "uk"), attack("c", nil)).count
        == 1)
  }

  @Test func whereTwoMeetIsNotCompared() throws {
    let events = try events(
      Story("a").saying("X.", ["USA"], .consult, ["UKR"], on: "2022-09-06", place: "Munich"),
      Story("b").saying("Y.", ["USA"], .consult, ["UKR"], on: "2022-09-06", place: "Germany"))
    #expect(events.count == 1)
  }

  @Test func statusIsTheMostFrequentAndDenialContests() throws {
    let events = try events(
      story("a", on: "2022-07-13"), story("b", on: "2022-07-13"),
      story("c", on: "2022-07-13", status: .denied))
    #expect(events.map(\.status) == [.occurred])
    #expect(events.map(\.isContested) == [true])
  }

  @Test func tiedStatusGoesToTheLaterArticle() throws {
    let events = try events(
      story("b", published: "2023-09-01", on: "2023-09-13", status: .planned),
      story("a", published: "2023-09-14", on: "2023-09-13"))
    #expect(events.map(\.status) == [.occurred])
    #expect(events.map(\.isContested) == [false])
  }

  @Test func personStandsForItsStateInIdentityAndIsKept() throws {
    let temporary = try TemporaryStore(
      Story("a").saying("X.", ["RUS.GOV.PUTIN"], .accuse, ["USA"], on: "2022-09-06"),
      Story("b").saying("Y.", ["RUS"], .accuse, ["USA"], on: "2022-09-06"))
    let events = try temporary.store.events()
    #expect(events.map(\.source) == [["RUS.GOV.PUTIN"]])
    #expect(try temporary.store.events(matching: EventFilter(actors: ["RUS"])).count == 1)
    #expect(try temporary.store.events(matching: EventFilter(actors: ["RUS.GOV"])).count == 1)
    #expect(try temporary.store.events(matching: EventFilter(actors: ["RUS.GOV.LAVROV"])).isEmpty)
  }

  private func story(
    _ id: String, published: String? = nil, on date: String? = nil,
    status: EventStatus = .occurred, confidence: Double = 0.5
  ) -> Story {
    Story(id, published: published).saying(
      "Ukraine cut relations.", ["UKR"], .sanction, ["PRK"], mode: "cut-relations", on: date,
      status: status, confidence: confidence)
  }

  private func aid(_ id: String, _ object: String?, language: String = "en") -> Story {
    Story(id, language: language).saying(
      "America helped.", ["USA"], .aid, ["UKR"], on: "2022-09-06", object: object)
  }

  private func attack(
    _ id: String, _ place: String?, object: String? = nil, language: String = "en"
  ) -> Story {
    Story(id, language: language).saying(
      "They struck.", ["RUS"], .assault, ["UKR"], on: "2022-09-06", object: object, place: place)
  }

  private func events(_ stories: Story...) throws -> [Event] {
    let temporary = try TemporaryStore()
    try temporary.store.importBatch(stories.map(\.item))
    return try temporary.store.events()
  }
}
