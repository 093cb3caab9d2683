import ArgumentParser
import CasusExport
import CasusModel
import CasusStore

/// `casus events`: the events that pass a filter.
struct EventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events", abstract: "List events by date.",
    discussion: "casus show ID prints the evidence of one of them.")

  @OptionGroup var filter: FilterOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var data: DataOptions

  func run() throws {
    let store = try database.openForReading()
    let graph = try store.graph(matching: try filter.filter(in: store))
    let wording = EventWording(
      graph: graph,
      options: ExportOptions(language: labels.language, catalog: try data.catalog()))
    try output.write(
      EventListing.listing(graph, wording: wording, store: store),
      empty: "no events match; casus events lists all")
    if graph.matchingEventCount > graph.events.count, !output.isForPrograms {
      StandardError.write(
        line: "\(graph.events.count) of \(graph.matchingEventCount) events shown")
    }
  }
}
