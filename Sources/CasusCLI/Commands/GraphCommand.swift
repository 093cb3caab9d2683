import ArgumentParser
import CasusDiagram
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
  @OptionGroup var picture: PictureOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var data: DataOptions

  func run() async throws {
    let file = try PictureFile(path: picture.output)
    let (graph, language) = try picture.graph(filter, database)
    let (catalog, directory) = (try data.catalog(), try data.directory())
    let diagram = RelationDiagram(
      graph: graph, catalog: catalog, words: try DiagramWords.load(language, from: directory),
      options: .init(language: language, title: picture.title))
    let worker = try GraphvizWorker()
    let positions = try await worker.render(
      dot: diagram.sketch, engine: diagram.engine, format: .plain)
    try await file.write(try source(of: diagram, positions), worker: worker) {
      try EventPage.load(
        .relations, graph: graph, catalog: catalog, language: language, from: directory)
    }
  }

  private func source(of diagram: RelationDiagram, _ positions: Data) throws -> DiagramSource {
    do {
      return try diagram.source(positions: positions)
    } catch let error as RelationDiagram.UnreadablePositions {
      throw CommandFailure(.badData, error.description)
    }
  }
}
