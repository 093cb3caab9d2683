import ArgumentParser
import CasusExport
import CasusModel
import CasusStore

/// `casus events`: the events that pass a filter.
struct EventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events", abstract: "List events by date.",
    discussion: """
      casus show ID prints the evidence of one of them. --words shows the words too: with --source \
      what that source said.
      """)

  @Flag(help: "Show the surest words for each event; with --source those of the source.")
  var words = false

  @OptionGroup var filter: FilterOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var data: DataOptions

  func run() throws {
    let store = try database.openForReading()
    let filter = try filter.filter(in: store)
    var events = try store.events(matching: filter)
    if events.isEmpty { try self.filter.conditions.confirmSource(in: store) }
    if !output.isForPrograms { events = try EventListing.inReadingOrder(events, in: store) }
    let wording = EventWording(
      actors: try store.actors(events.flatMap(\.named)),
      options: ExportOptions(language: labels.language, catalog: try data.catalog()))
    if words, !output.isForPrograms, !events.isEmpty {
      return try StandardOutput.write(
        EventListing.wordTable(
          events, said: try filter.source.map { try SourceName($0, in: store) }, wording: wording,
          store: store
        ).text(width: Terminal.width))
    }
    try output.write(
      EventListing.listing(events, wording: wording, store: store),
      empty: "no events match; casus events lists all")
    guard events.count == filter.limit, !output.isForPrograms else { return }
    StandardError.write(
      line: Counted.text(events.count, of: try store.eventCount(matching: filter), "event")
        + " shown")
  }
}
