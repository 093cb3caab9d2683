import ArgumentParser
import CasusExport
import CasusModel
import CasusStore

/// `casus show EVENT`: one event with the words that say so.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one event with its evidence.",
    discussion: "The exact words stand in [ ] within their sentence.")

  @Argument(help: ArgumentHelp("The event's identifier, or how it begins."))
  var event: String

  @Flag(help: "Write one JSON object.")
  var json = false

  @OptionGroup var labels: LabelOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var data: DataOptions

  func run() throws {
    let store = try database.openForReading()
    let event = try store.event(idPrefix: event)
    let articles = try store.articles(Set(event.evidence.map(\.articleID)))
    let byID = Dictionary(articles.map { ($0.id, $0) }) { first, _ in first }
    let sources = try store.sourceCounts(of: [event.id])[event.id]
    if json {
      return try StandardOutput.write(
        EventJSON.line(for: event, articles: byID, sources: sources) + "\n")
    }
    let speakers = event.evidence.flatMap(\.attribution).map { ActorID(rawValue: $0) }
    let ids = event.named + event.roles.values.joined() + speakers
    let account = EventAccount(
      event: event, articles: byID,
      wording: EventWording(
        actors: try store.actors(ids),
        options: ExportOptions(language: labels.language, catalog: try data.catalog())),
      sources: sources,
      decisions: try store.reviewDecisions(about: event))
    try StandardOutput.write(account.text(width: Terminal.width))
  }
}
