import CasusModel
import Foundation
import GRDB
import Testing

@testable import CasusStore

@Suite struct CorroborationTests {
  private static let agencyText = """
    The government cut its diplomatic relations with its neighbour on Wednesday, the foreign \
    ministry said in a statement, after the neighbour recognised two breakaway republics in the \
    east of the country that have been fighting for eight years.
    """

  private func story(_ id: String, publisher: String, words: String, _ rest: String) -> Story {
    Story(id, published: "2022-07-14", publisher: publisher)
      .saying(words, ["UKR"], .sanction, ["PRK"], mode: "cut-relations", on: "2022-07-13")
      .saying(rest, ["UKR"], .consult, ["USA"])
  }

  private func sources(_ stories: Story...) throws -> [Int] {
    let temporary = try TemporaryStore()
    try temporary.store.importBatch(stories.map(\.item))
    let event = try #require(
      try temporary.store.events(matching: EventFilter(types: [.sanction])).first)
    let counts = try temporary.store.sourceCounts(of: [event.id])
    return [Set(event.evidence.map(\.articleID)).count, counts[event.id] ?? 0]
  }

  @Test func publishersCount() throws {
    #expect(
      try sources(
        story("a", publisher: "One", words: "Kyiv cut ties.", "Its president spoke of treason."),
        story("b", publisher: "Two", words: "Ukraine broke off relations.", "Washington nodded."),
        story("c", publisher: "two", words: "It is over between the two.", "Nobody wondered.")
      ) == [3, 2])
  }

  @Test func nearCopiesCountOnce() throws {
    let text = Self.agencyText
    #expect(
      try sources(
        story("a", publisher: "One", words: "Kyiv cut ties.", text),
        story("b", publisher: "Two", words: "Ukraine cut ties.", text + " More will follow."),
        story("c", publisher: "Three", words: "Relations are cut.", "A talk with its ally came.")
      ) == [3, 2])
  }

  @Test func sameSentenceCountsOnce() throws {
    let sentence = "Ukraine cut its relations with North Korea after it recognised two republics."
    #expect(
      try sources(
        story("a", publisher: "One", words: sentence, "An ally was told."),
        story("b", publisher: "Two", words: sentence, "Another day began in the capital.")
      ) == [2, 1])
  }

  @Test func sameMediumNamedCountsOnce() throws {
    let temporary = try TemporaryStore()
    for (id, publisher) in [("a", "One"), ("b", "Two"), ("c", "Three")] {
      try temporary.store.importBatch([
        Story(id, published: "2022-07-14", publisher: publisher).saying(
          "Ties cut, says paper \(id).", ["UKR"], .sanction, ["PRK"], mode: "cut-relations",
          on: "2022-07-13", attribution: id == "c" ? ["USA"] : ["MEDIA:Reuters"]
        ).item
      ])
    }
    let filter = EventFilter(minSources: 2)
    #expect(try temporary.store.events(matching: filter).count == 1)
    #expect(try temporary.store.eventCount(matching: EventFilter(minSources: 3)) == 0)
    let early = EventFilter(knownOn: EDTF("2022-07-13"), minSources: 2)
    #expect(try temporary.store.events(matching: early).isEmpty)
  }

  private static let credits: [(String, String?)] = [
    ("KYIV, July 13 (Reuters) – Ukraine cut ties.", "MEDIA:Reuters"),
    ("МОСКВА, 13 июл – РИА Новости. Украина разорвала отношения.", "MEDIA:RIA"),
    ("Ukraina memutus hubungan. (Antara/AFP)", "MEDIA:Antara"),
    ("JAKARTA, Antara – Ukraina memutus hubungan.", "MEDIA:Antara"),
    ("Reuters was told that Ukraine cut ties.", nil),
    ("Ukraine cut ties, said the minister (who was in Kyiv).", nil),
  ]

  @Test(arguments: credits)
  func agencyIsReadWhereItIsCredited(text: String, agency: String?) throws {
    let temporary = try TemporaryStore()
    let media = [
      ("MEDIA:Reuters", "Reuters"), ("MEDIA:RIA", "РИА Новости"), ("MEDIA:Antara", "Antara"),
    ]
    try temporary.store.register(
      actors: media.map { Actor(id: ActorID(rawValue: $0.0), kind: .medium, names: ["en": $0.1]) })
    var story = Story("a")
    story.article.text = "Article a\n\n\(text)\n"
    #expect(
      try temporary.store.read { try AgencyCredit(db: $0).agency(of: story.article) } == agency)
  }

  @Test func sketchKnowsCopiesFromOthers() throws {
    let text = String(repeating: Self.agencyText + " ", count: 2)
    let sketch = try #require(TextSketch(text))
    let edited = try #require(
      TextSketch("KYIV – " + text.replacingOccurrences(of: "Wednesday", with: "13 July")))
    #expect(sketch.isCopy(of: edited))
    let other = try #require(
      TextSketch(text.split(separator: " ").sorted().joined(separator: " ")))
    #expect(!sketch.isCopy(of: other))
    #expect(TextSketch("Too short to tell.") == nil)
    #expect(TextSketch(bytes: sketch.bytes) == sketch)
  }

  @Test func contestedEventsAreFound() throws {
    let temporary = try TemporaryStore(
      Story("a").saying("Iran sent drones.", ["IRN"], .aid, ["RUS"], on: "2022-08"),
      Story("b").saying(
        "Iran denied it.", ["IRN"], .aid, ["RUS"], on: "2022-08", status: .denied),
      Story("c").saying("They met.", ["IRN"], .consult, ["RUS"], on: "2022-08"))
    let contested = try temporary.store.events(matching: EventFilter(isContested: true))
    #expect(contested.map(\.type) == [.aid])
  }

  @Test func whatHadBeenRecordedOnADay() throws {
    let temporary = try TemporaryStore(
      Story("a").saying("They met.", ["IRN"], .consult, ["RUS"], on: "2022-08"))
    try temporary.store.write { db, _ in
      try db.execute(sql: "UPDATE article SET recordedAt = '2023-05-01T10:00:00Z'")
    }
    for (day, count) in [("2023-04-30", 0), ("2023-05-01", 1), ("2024", 1)] {
      let filter = EventFilter(recordedOn: EDTF(day))
      #expect(try temporary.store.events(matching: filter).count == count)
    }
  }
}
