import ArgumentParser
import CasusModel
import CasusStore

/// Where a diagram goes and how it is labelled.
struct PictureOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The picture: a name ending in .svg, .pdf, .png or .dot.", valueName: "file")
  )
  var output: String

  @Option(help: "The title; made of actors and period otherwise.")
  var title: String?

  @OptionGroup var labels: LabelOptions

  /// The events to draw.
  func graph(_ filter: FilterOptions, _ database: DatabaseOptions) throws -> EventGraph {
    let store = try database.openForReading()
    let graph = try store.graph(matching: try filter.filter(in: store))
    guard !graph.events.isEmpty else {
      throw CommandFailure(
        .badData, "\(database.path): no events match, so there is nothing to draw")
    }
    return graph
  }
}
