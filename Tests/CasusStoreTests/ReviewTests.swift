import CasusModel
import Foundation
import GRDB
import Testing

@testable import CasusStore

/// What a person decides wins over what the program found, and lasts.
@Suite struct ReviewTests {
  private let first = Story("a", published: "2022-07-14")
    .saying(
      "Ukraine cut ties.", ["UKR"], .sanction, ["PRK"], mode: "cut-relations", on: "2022-07-13")
  private let second = Story("b", published: "2022-07-20")
    .saying(
      "Kyiv had broken off relations.", ["UKR"], .sanction, ["PRK"], mode: "cut-relations",
      on: "2022-07-15"
    )
    .saying("Kyiv spoke with Washington.", ["UKR"], .consult, ["USA"], on: "2022-07-15")

  private func store(_ stories: Story...) throws -> TemporaryStore {
    let temporary = try TemporaryStore()
    try temporary.store.importBatch(stories.map(\.item))
    return temporary
  }

  private func cut(_ store: EventStore) throws -> [Event] {
    try store.events(matching: EventFilter(types: [.sanction]))
  }

  @discardableResult
  private func review(
    _ store: EventStore, _ event: Event, _ verdicts: ReviewVerdict..., evidence: [Int] = [],
    at time: String = "2026-01-01T00:00:00Z"
  ) throws -> (decisions: [ReviewDecision], changes: ChangeReport) {
    try store.review(
      event.id, Review(verdicts, evidence: evidence, reviewer: "Ana", decidedAt: time))
  }

  @Test func rejectedEventIsGoneUntilThatIsTakenBack() throws {
    let temporary = try store(first)
    let before = try temporary.store.dump()
    let event = try #require(try cut(temporary.store).first)
    let result = try review(temporary.store, event, .reject)
    #expect(result.changes.events.map(\.after) == [nil])
    #expect(try cut(temporary.store).isEmpty)
    #expect(try temporary.store.check().isEmpty)
    let id = try #require(result.decisions.first?.id)
    let undone = try temporary.store.undoReview(
      String(id.prefix(8)), by: "Ben", at: "2026-01-02T00:00:00Z")
    #expect(undone.decision.undoneBy == "Ben" && undone.changes.events.count == 1)
    let content = { (lines: [String]) in lines.filter { !$0.hasPrefix("review") } }
    #expect(try content(temporary.store.dump()) == content(before))
    #expect(throws: StoreError.self) {
      try temporary.store.undoReview(id, by: "Ben", at: "2026-01-03T00:00:00Z")
    }
  }

  @Test func correctionsReplaceWhatWasFound() throws {
    let temporary = try store(first)
    let event = try #require(try cut(temporary.store).first)
    try review(
      temporary.store, event, .date(EDTF("2022-07-12")), .target(["SYR"]),
      .source(["UKR.GOV.ZELENSKY"]), .type(.sanction, mode: "sanctions"), .status(.planned))
    let found = try #require(try cut(temporary.store).first)
    #expect(found.date?.rawValue == "2022-07-12" && found.dateBasis == .explicit)
    #expect(found.source == ["UKR.GOV.ZELENSKY"] && found.target == ["SYR"])
    #expect(found.mode == "sanctions" && found.status == .planned)
    // The words keep what they say.
    #expect(found.evidence.map(\.status) == [.occurred])
    #expect(try temporary.store.relations(of: "UKR", and: "SYR").map(\.state) == [.planned])
    #expect(try temporary.store.relations(of: "UKR", and: "PRK").isEmpty)
    #expect(try temporary.store.check().isEmpty)
  }

  @Test func laterDecisionHolds() throws {
    let temporary = try store(first)
    let event = try #require(try cut(temporary.store).first)
    try review(temporary.store, event, .date(EDTF("2022-07-12")), at: "2026-01-02T00:00:00Z")
    let again = try #require(try cut(temporary.store).first)
    try review(temporary.store, again, .date(EDTF("2022-07-11")), at: "2026-01-03T00:00:00Z")
    #expect(try cut(temporary.store).map(\.date?.rawValue) == ["2022-07-11"])
    #expect(try temporary.store.reviewDecisions().map(\.value) == ["2022-07-12", "2022-07-11"])
  }

  @Test func acceptedEventKeepsItsWords() throws {
    let temporary = try store(
      Story("a", published: "2022-07-14").saying(
        "Ukraine cut ties.", ["UKR"], .sanction, ["PRK"], mode: "cut-relations", on: "2022-07-13",
        object: "ties", confidence: 0.6),
      Story("b", published: "2022-07-15").saying(
        "Ukraine cut its diplomatic ties.", ["UKR"], .sanction, ["PRK"], mode: "cut-relations",
        on: "2022-07-13", object: "diplomatic ties", confidence: 0.8))
    let event = try #require(try cut(temporary.store).first)
    #expect(event.object == "diplomatic ties" && event.evidence.count == 2)
    try review(temporary.store, event, .accept)
    let accepted = try #require(try cut(temporary.store).first)
    #expect(accepted.object == "diplomatic ties" && accepted.confidence == 1)
    #expect(try temporary.store.check().isEmpty)
  }

  @Test func acceptedEventIsSureAndLeavesTheQueue() throws {
    let temporary = try store(first, second)
    #expect(try temporary.store.eventsToReview().count == 3)
    let event = try #require(try cut(temporary.store).first)
    try review(temporary.store, event, .accept)
    #expect(try temporary.store.event(idPrefix: event.id).confidence == 1)
    #expect(try temporary.store.eventsToReview().count == 2)
    #expect(try temporary.store.eventsToReview(matching: EventFilter(limit: 1)).count == 1)
  }

  @Test func noteChangesNothing() throws {
    let temporary = try store(first)
    let event = try #require(try cut(temporary.store).first)
    let result = try review(temporary.store, event, .note("Seen in the gazette."))
    #expect(result.changes.isEmpty)
    #expect(try temporary.store.eventsToReview().count == 1)
    #expect(
      try temporary.store.reviewDecisions(about: event).map(\.note) == ["Seen in the gazette."])
  }

  @Test func mergedEventsAreOneAndLaterReportsJoin() throws {
    let temporary = try store(first, second)
    let events = try cut(temporary.store)
    #expect(events.count == 2)
    try review(temporary.store, events[0], .merge(String(events[1].id.prefix(12))))
    let merged = try cut(temporary.store)
    #expect(merged.map { $0.evidence.count } == [2])
    #expect(merged.map(\.date?.rawValue) == ["2022-07-13"])
    try temporary.store.importBatch([
      Story("c", published: "2022-08-01").saying(
        "On the 15th relations were cut.", ["UKR"], .sanction, ["PRK"], mode: "cut-relations",
        on: "2022-07-15"
      ).item
    ])
    #expect(try cut(temporary.store).map { $0.evidence.count } == [3])
  }

  @Test func eventsOfOtherTypesCanBeMerged() throws {
    let other = Story("c", published: "2022-07-21")
      .saying("Kyiv quarrelled with it.", ["UKR.GOV"], .reject, ["SYR"], on: "2022-07-13")
    let temporary = try store(first, other)
    let event = try #require(try cut(temporary.store).first)
    let odd = try #require(
      try temporary.store.events(matching: EventFilter(types: [.reject])).first)
    try review(temporary.store, event, .merge(odd.id))
    #expect(try temporary.store.events().map(\.type) == [.sanction])
    #expect(try cut(temporary.store).map { Set($0.evidence.map(\.articleID)) } == [["a", "c"]])
  }

  @Test func splitEventsStayApart() throws {
    var copy = second
    copy.statements[0].evidence.date = EDTF("2022-07-13")
    let temporary = try store(first, copy)
    let event = try #require(try cut(temporary.store).first)
    #expect(event.evidence.count == 2)
    let result = try review(temporary.store, event, .split, evidence: [2])
    let parts = try cut(temporary.store)
    #expect(parts.map { $0.evidence.count } == [1, 1])
    #expect(Set(parts.map(\.id)).count == 2)
    #expect(throws: StoreError.self) { try review(temporary.store, parts[0], .split) }
    try temporary.store.undoReview(result.decisions[0].id, by: "Ben", at: "2026-02-01T00:00:00Z")
    #expect(try cut(temporary.store).map { $0.evidence.count } == [2])
    try review(temporary.store, event, .split, at: "2026-02-02T00:00:00Z")
    #expect(try cut(temporary.store).count == 2)
  }

  @Test func impossibleDecisionsAreRefusedAndChangeNothing() throws {
    let temporary = try store(first)
    let before = try temporary.store.dump()
    let event = try #require(try cut(temporary.store).first)
    #expect(throws: StoreError.self) { try review(temporary.store, event, .merge(event.id)) }
    #expect(throws: StoreError.self) {
      try review(temporary.store, event, .accept, evidence: [2])
    }
    #expect(throws: StoreError.unknownEvent(prefix: "zz")) {
      try temporary.store.review(
        "zz", Review([.accept], reviewer: "Ana", decidedAt: "2026-01-01T00:00:00Z"))
    }
    #expect(try temporary.store.dump() == before)
  }

  @Test func rowsOfTablesAreToldApart() throws {
    var source = Story("a", published: "2022-07-14")
    source.article.text = ""
    for number in 1...3 {
      source.statements.append(
        CasusModel.Statement(
          type: .accuse, source: ["UKR"], target: ["PRK"],
          evidence: Evidence(
            articleID: "a", text: "", start: 0, end: 0, sentence: "", attribution: [],
            status: .occurred, date: EDTF("2022-07-0\(number)"), dateBasis: .explicit,
            rule: "table:\(number)", confidence: 0.5)))
    }
    let temporary = try store(source)
    let events = try temporary.store.events()
    #expect(events.count == 3)
    try review(temporary.store, events[1], .reject)
    #expect(
      try temporary.store.events().map(\.date?.rawValue) == ["2022-07-01", "2022-07-03"])
    #expect(try temporary.store.reviewDecisions(about: events[1]).count == 1)
    #expect(try temporary.store.reviewDecisions(about: events[0]).isEmpty)
  }

  // MARK: Lasting

  /// A store in which something of every kind has been decided.
  private func reviewed() throws -> TemporaryStore {
    let temporary = try store(first, second)
    let events = try cut(temporary.store)
    try review(temporary.store, events[0], .date(EDTF("2022-07-12")), .accept)
    try review(temporary.store, events[1], .reject)
    return temporary
  }

  @Test func decisionsHoldWhenArticlesAreReadAnew() throws {
    let temporary = try reviewed()
    let before = try temporary.store.dump()
    // The same again: nothing changes.
    let same = try temporary.store.recode([first.item, second.item])
    #expect(same.articles == 0 && same.changes.isEmpty)
    var turned = second
    turned.statements.reverse()
    #expect(try temporary.store.recode([first.item, turned.item]).articles == 0)
    // Other knowledge finds other words and another type, and another act that was not decided about.
    var other = first
    other.statements[0].mode = "embargo"
    other.statements[0].evidence.start += 8
    other.statements[0].evidence.text = "cut ties."
    let result = try temporary.store.recode([
      other.item,
      ArticleStatements(article: second.article, statements: second.statements.dropLast()),
    ])
    #expect(result.articles == 2)
    let event = try #require(try cut(temporary.store).first)
    #expect(event.mode == "embargo" && event.date?.rawValue == "2022-07-12")
    #expect(event.confidence == 1)
    #expect(try temporary.store.events().map(\.type) == [.sanction])
    // Back again.
    try temporary.store.recode([first.item, second.item])
    #expect(try temporary.store.dump() == before)
  }

  @Test func acceptedWordsStayWhenTheyAreNoLongerFound() throws {
    let temporary = try reviewed()
    try temporary.store.recode([ArticleStatements(article: first.article, statements: [])])
    #expect(try cut(temporary.store).map(\.date?.rawValue) == ["2022-07-12"])
    let decisions = try temporary.store.reviewDecisions()
    for decision in decisions where decision.kind != .reject {
      try temporary.store.undoReview(decision.id, by: "Ben", at: "2026-03-01T00:00:00Z")
    }
    #expect(try cut(temporary.store).isEmpty)
  }

  @Test func trialChangesNothing() throws {
    let temporary = try reviewed()
    let before = try temporary.store.dump()
    let result = try temporary.store.recode(
      [ArticleStatements(article: second.article, statements: [])], isTrial: true)
    #expect(result.articles == 1 && result.changes.events.count == 1)
    #expect(try temporary.store.dump() == before)
  }

  @Test func decisionsHoldWhenAnArticleComesBack() throws {
    let temporary = try reviewed()
    let before = try temporary.store.dump()
    try temporary.store.removeArticle("b")
    try temporary.store.removeArticle("a.txt")
    #expect(try temporary.store.events().isEmpty)
    try temporary.store.importBatch([second.item, first.item])
    #expect(try temporary.store.dump() == before)
  }

  @Test func decisionsHoldAfterAMerger() throws {
    let reviewed = try reviewed()
    let plain = try store(first, second, Story("c").saying("They met.", ["UKR"], .consult, ["PRK"]))
    let one = try TemporaryStore()
    try one.store.merge(plain.store)
    try one.store.merge(reviewed.store)
    let other = try TemporaryStore()
    try other.store.merge(reviewed.store)
    try other.store.merge(plain.store)
    #expect(try one.store.dump() == other.store.dump())
    #expect(try cut(one.store).map(\.date?.rawValue) == ["2022-07-12"])
    // What was taken back in one database is taken back in all.
    let decision = try #require(try reviewed.store.reviewDecisions().first { $0.kind == .reject })
    try reviewed.store.undoReview(decision.id, by: "Ben", at: "2026-03-01T00:00:00Z")
    try one.store.merge(reviewed.store)
    #expect(try cut(one.store).count == 2)
    try one.store.merge(other.store)
    #expect(try cut(one.store).count == 2)
  }
}
