import CasusModel
import Testing

@testable import CasusStore

/// Acts that two actors do once, until they are undone.
@Suite struct SingularActTests {
  @Test func undatedJoinsTheOnlyDatedEventOfAnyArticle() throws {
    #expect(try articles(cut("a", "2022-07-13"), cut("b"), cut("c")) == [["a", "b", "c"]])
  }

  @Test func otherActsStayApart() throws {
    let events = try events(cut("a", "2022-07-13"), cut("b"), in: .sample)
    #expect(events.count == 2)
  }

  @Test func objectsDoNotMatter() throws {
    let events = try events(
      cut("a", "2022-07-13", object: "diplomatic relations"), cut("b", object: "all ties"),
      cut("c", "2022-07", object: "embassy"), cut("d", object: "hubungan", language: "id"))
    #expect(events.map(\.date?.rawValue) == ["2022-07-13"])
  }

  @Test(arguments: ["2022", "2022-07", "2022~", "2022-07-13/..", "2022-07/.."])
  func roughDateOfAnyLengthUnites(rough: String) throws {
    let events = try events(cut("a", rough), cut("b", "2022-07-13"))
    #expect(events.map(\.date?.rawValue) == ["2022-07-13"])
  }

  @Test(arguments: [
    ("2022-07-13", "2022-07-14"), ("2021", "2022-07-13"), ("../2022-07", "2022-07"),
  ])
  func otherDatesAreOtherEvents(first: String, second: String) throws {
    #expect(try events(cut("a", first), cut("b", second)).count == 2)
  }

  @Test func undatedStaysApartWhereTwoEventsAreDated() throws {
    #expect(
      try articles(cut("a", "2014-07-13"), cut("b", "2022-07-13"), cut("c"))
        == [["a"], ["b"], ["c"]])
  }

  @Test func undatedJoinsTheEventOfItsArticleFirst() throws {
    let both = cut("a", "2014-07-13").saying(
      "Again.", ["UKR"], .sanction, ["PRK"], mode: "cut-relations")
    #expect(try events(both, cut("b", "2022-07-13")).map(\.evidence.count) == [2, 1])
  }

  @Test(arguments: [
    ("2022-07-11", false), ("2022-07-12", true), ("2022-07-13", true), ("2024-01-01", true),
  ])
  func reportIsNotOlderThanTheEvent(published: String, unites: Bool) throws {
    let events = try events(cut("a", "2022-07-13"), cut("b", published: published))
    #expect(events.count == (unites ? 1 : 2))
  }

  @Test(arguments: [
    ("2022-07-01", EventStatus.planned, 1), ("2022-07-15", .planned, 2),
    ("2022-07-01", .occurred, 2),
  ])
  func planJoinsTheDatedPlanUntilItsDay(
    published: String, status: EventStatus, count: Int
  ) throws {
    let events = try events(
      cut("a", "2022-07-13", status: .planned), cut("b", published: published, status: status))
    #expect(events.count == count)
  }

  @Test(arguments: [(nil, 2), ("2022-07-01", 2), ("2022-07-15", 1)])
  func denialMeetsOnlyWhatCameBeforeIt(published: String?, count: Int) throws {
    let events = try events(
      cut("a", "2022-07-13"), cut("b", published: published, status: .denied))
    #expect(events.count == count)
    #expect(events.contains(where: \.isContested) == (count == 1))
  }

  @Test func undatedReportsAreOneEventWhenNoneIsDated() throws {
    #expect(
      try articles(
        cut("a", published: "2022-07-15"), cut("b", published: "2024-01-01"), cut("c"))
        == [["a", "b", "c"]])
  }

  @Test(arguments: [("2022-07-01", 2), ("2022-07-15", 1)])
  func undatedDenialMeetsEarlierUndatedReports(published: String, count: Int) throws {
    let events = try events(
      cut("a", published: "2022-07-14"), cut("b", published: published, status: .denied))
    #expect(events.count == count)
  }

  @Test func undatedPlansOfDifferentTimesStayApart() throws {
    let events = try events(
      cut("a", published: "2022-07-14", status: .planned),
      cut("b", published: "2024-07-14", status: .planned), cut("c", published: "2023-01-01"))
    #expect(events.count == 3)
  }

  @Test func dateWithoutYearStaysInItsArticle() throws {
    #expect(try events(cut("a", "2022-07-13"), cut("b", "XXXX-07-13")).count == 2)
  }

  @Test func laterDatedReportTakesTheUndatedAlong() throws {
    let temporary = try TemporaryStore(
      cut("a"), cut("b"), catalog: .sampleWithSingularActs)
    #expect(try temporary.store.events().map(\.date?.rawValue) == [nil])
    let dated = cut("c", "2022-07-13")
    try temporary.store.add(dated.article, statements: dated.statements)
    #expect(try temporary.store.events().map(\.date?.rawValue) == ["2022-07-13"])
    #expect(try temporary.store.events().map(\.evidence.count) == [3])
    let second = cut("d", "2014-07-13")
    try temporary.store.add(second.article, statements: second.statements)
    #expect(try temporary.store.events().map(\.evidence.count) == [1, 1, 1, 1])
  }

  private func cut(
    _ id: String, _ date: String? = nil, published: String? = nil,
    status: EventStatus = .occurred, object: String? = nil, language: String = "en"
  ) -> Story {
    Story(id, published: published, language: language).saying(
      "Ukraine cut relations.", ["UKR"], .sanction, ["PRK"], mode: "cut-relations", on: date,
      status: status, object: object)
  }

  private func events(
    _ stories: Story..., in catalog: EventCatalog = .sampleWithSingularActs
  ) throws -> [Event] {
    let temporary = try TemporaryStore(catalog: catalog)
    try temporary.store.importBatch(stories.map(\.item))
    return try temporary.store.events()
  }

  private func articles(_ stories: Story...) throws -> Set<[String]> {
    let temporary = try TemporaryStore(catalog: .sampleWithSingularActs)
    try temporary.store.importBatch(stories.map(\.item))
    return Set(try temporary.store.events().map { $0.evidence.map(\.articleID) })
  }
}
