import ArgumentParser
import CasusDiagram
import CasusKnowledge
import CasusModel
import CasusStore
import Foundation

/// `casus graph`: how the actors stand to each other, drawn.
struct GraphCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Draw the relations between actors.",
    discussion: "Labels are in the language of most of the articles unless told otherwise.")

  @OptionGroup var filter: FilterOptions
  @Option(
    help: ArgumentHelp(
      "Draw only the relations as they stood on this date (EDTF).", valueName: "d"),
    transform: EDTF.parse)
  var at: EDTF?
  @Option(
    help: "Small diagrams side by side, one a year, every actor at the same place.",
    completion: .list([RelationDiagram.Frames.year.rawValue]),
    transform: Choice.parse)
  var frames: RelationDiagram.Frames = .none
  @Flag(help: "Show groups of actors that act together (Louvain's method).")
  var communities = false
  @Flag(help: "Draw members of the same alliance or union together, with a cloud behind them.")
  var blocs = false
  @Option(
    help: "What places the actors: dot, neato, fdp or sfdp; chosen by their number otherwise.",
    completion: .list(Self.engines.map(\.rawValue)),
    transform: Self.engine)
  var layout: GraphvizRenderer.Engine?
  @Option(
    help: "The sheet to fit: A4, A3, letter or slide; as large as needed otherwise.",
    completion: Choice.completion(of: PageSize.self),
    transform: Choice.parse)
  var page: PageSize?
  @OptionGroup var picture: PictureOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var data: DataOptions

  func validate() throws {
    guard !communities || !blocs else {
      throw ValidationError("--communities and --blocs both draw clouds; choose one")
    }
    guard at == nil || frames == .none else {
      throw ValidationError("--at draws one day, --frames a diagram a year; choose one")
    }
  }

  func run() async throws {
    let file = try PictureFile(path: picture.output)
    var selection = try picture.selection(filter, database, data)
    let groups = try groups(for: &selection)
    let (catalog, directory) = (try data.catalog(), try data.directory())
    func diagram(theme: String) throws -> RelationDiagram {
      RelationDiagram(
        graph: selection.graph, catalog: catalog, words: selection.words,
        theme: try DiagramTheme.load(theme, from: directory),
        options: .init(
          language: selection.language, title: selection.title, page: page, engine: layout,
          frames: frames, groups: groups, focus: selection.actors, day: at))
    }
    let light = try diagram(theme: picture.theme)
    guard !light.isEmpty else {
      let what = at.map { "no relation is known of \($0)" } ?? "no event has two actors"
      throw CommandFailure(
        .badData, "\(database.path): \(what), so there is nothing to draw")
    }
    let worker = try GraphvizWorker(data: directory)
    let positions = try await worker.render(
      dot: light.sketch, engine: light.engine, format: .plain)
    try await file.write(
      try source(of: light, positions),
      dark: { try source(of: try diagram(theme: "dark"), positions) }, worker: worker
    ) {
      try EventPage.load(
        .relations, graph: selection.graph, catalog: catalog, words: selection.words,
        language: selection.language, from: directory)
    }
  }

  /// What clouds stand behind; the blocs are named in the graph as well.
  private func groups(for selection: inout PictureOptions.Selection) throws
    -> RelationDiagram.Groups
  {
    guard blocs else { return communities ? .communities : .none }
    var problems: [DataProblem] = []
    let blocs = Bloc.load(from: try data.directory(), problems: &problems)
    let known = Set(selection.graph.actors.map(\.id))
    let store = try database.openForReading()
    selection.graph.actors += try store.actors(blocs.map(\.id).filter { !known.contains($0) })
    return .blocs(blocs)
  }

  /// What places actors.
  private static let engines = GraphvizRenderer.Engine.allCases.filter { $0 != .pinned }

  private static func engine(_ name: String) throws -> GraphvizRenderer.Engine {
    guard let engine = engines.first(where: { $0.rawValue == name.lowercased() }) else {
      let list = engines.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(name)' is not known; choose one of \(list)")
    }
    return engine
  }

  private func source(of diagram: RelationDiagram, _ positions: Data) throws -> DiagramSource {
    do {
      return try diagram.source(positions: positions)
    } catch let error as RelationDiagram.UnreadablePositions {
      throw CommandFailure(.badData, error.description)
    }
  }
}
