import ArgumentParser
import CasusDiagram
import CasusModel
import CasusStore

/// `casus timeline`: who did what to whom when, drawn.
struct TimelineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Draw a timeline of events.",
    discussion: "Labels are in the language of most of the articles unless told otherwise.")

  /// What a lane stands for.
  enum Lanes: String, CaseIterable, ExpressibleByArgument {
    case actor, dyad, quad

    var kind: TimelineDiagram.Lanes {
      switch self {
      case .actor: .actors
      case .dyad: .dyads
      case .quad: .quadClasses
      }
    }
  }

  @OptionGroup var filter: FilterOptions
  @Option(help: "A lane for each actor, dyad or quadrant.")
  var lanes: Lanes = .actor
  @OptionGroup var picture: PictureOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var data: DataOptions

  func run() async throws {
    let file = try PictureFile(path: picture.output)
    let (graph, language) = try picture.graph(filter, database)
    let (catalog, directory) = (try data.catalog(), try data.directory())
    let diagram = TimelineDiagram(
      graph: graph, catalog: catalog, words: try DiagramWords.load(language, from: directory),
      options: .init(lanes: lanes.kind, language: language, title: picture.title))
    try await file.write(diagram.source(), worker: try GraphvizWorker()) {
      try EventPage.load(
        .timeline, graph: graph, catalog: catalog, language: language, from: directory)
    }
  }
}
