import ArgumentParser
import CasusExport
import CasusModel
import CasusStore

/// `casus search WORDS`: articles by their words.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find articles that hold all of some words.",
    discussion: "Case and accents do not matter; \"two words\" in quotes must stand together.")

  @Argument(help: "The words.")
  var words: [String]

  @Option(
    name: .customLong("actor"),
    help: ArgumentHelp(
      "Only articles that tell an event of this actor; repeatable.", valueName: "a"))
  var actors: [String] = []

  @Option(
    help: ArgumentHelp("Only articles published on this date (EDTF) or later.", valueName: "d"),
    transform: EDTF.parse)
  var from: EDTF?

  @Option(
    help: ArgumentHelp("Only articles published on this date (EDTF) or earlier.", valueName: "d"),
    transform: EDTF.parse)
  var to: EDTF?

  @Option(help: ArgumentHelp("Only articles of this publisher.", valueName: "name"))
  var source: String?

  @Option(
    help: ArgumentHelp("Only what had been published by this date (EDTF).", valueName: "d"),
    transform: EDTF.parse)
  var knownOn: EDTF?

  @Option(
    help: ArgumentHelp(
      "Only what had come into this database by this date (EDTF).", valueName: "d"),
    transform: EDTF.parse)
  var recordedOn: EDTF?

  @Option(
    help: ArgumentHelp("Only articles in this language.", valueName: "l"),
    transform: LanguageCode.read)
  var language: String?

  @Option(help: ArgumentHelp("At most this many articles.", valueName: "n"))
  var limit = 20

  @OptionGroup var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be at least 1") }
  }

  func run() throws {
    // A word of several words was in quotes on the command line, and is looked for as it stands.
    let query = words.map { $0.contains(" ") && !$0.contains("\"") ? "\"\($0)\"" : $0 }
    let store = try database.openForReading()
    let filter = EventFilter(
      actors: try actors.map { try store.actor(named: $0) }, from: from, to: to, source: source,
      knownOn: knownOn, language: language, recordedOn: recordedOn, limit: limit)
    let hits = try store.search(query.joined(separator: " "), matching: filter)
    if hits.isEmpty, let source { try store.confirmSource(source) }
    let conditions: [Any?] = [from, to, source, knownOn, recordedOn, language]
    let isNarrowed = !actors.isEmpty || conditions.contains { $0 != nil }
    try output.write(
      listing(hits),
      empty: "no article holds these words" + (isNarrowed ? " under these conditions" : ""))
  }

  private func listing(_ hits: [SearchHit]) -> Listing {
    var table = Table([
      .init("published"), .init("article", wraps: true), .init("events", isNumeric: true),
    ])
    for hit in hits {
      let article = hit.article
      let publisher = article.publisher.map { ", \($0)" } ?? ""
      table.add([
        article.published?.rawValue ?? "undated", article.title + publisher, "\(hit.events)",
      ])
      table.add(["", hit.snippet])
      table.add(["", article.url ?? article.path])
    }
    return Listing(
      table: table,
      csv: {
        let rows = hits.map { hit in
          [
            hit.article.published?.rawValue ?? "", hit.article.publisher ?? "",
            hit.article.title, hit.snippet, hit.article.url ?? "", hit.article.path,
            "\(hit.events)",
          ]
        }
        return (["published", "publisher", "title", "words", "url", "article", "events"], rows)
      }, lines: { hits.map { object($0).text } })
  }

  private func object(_ hit: SearchHit) -> JSONValue {
    [
      "article": .string(hit.article.path),
      "id": .string(hit.article.id),
      "title": .string(hit.article.title),
      "language": JSONValue(hit.article.language),
      "publisher": JSONValue(hit.article.publisher),
      "published": JSONValue(hit.article.published?.rawValue),
      "url": JSONValue(hit.article.url),
      "words": .string(hit.snippet),
      "events": .integer(hit.events),
    ]
  }
}
