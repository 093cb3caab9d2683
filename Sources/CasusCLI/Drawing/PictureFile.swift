import CasusDiagram
import Foundation

/// The file that a diagram is written to; its name tells the format.
struct PictureFile {
  /// What is written.
  enum Form: Equatable {
    case picture(GraphvizRenderer.Format)
    case page
  }

  let path: String
  let form: Form

  /// - Throws: `CommandFailure` for a name that ends in no known format.
  init(path: String) throws(CommandFailure) {
    let ending = (path as NSString).pathExtension.lowercased()
    self.path = path
    try OutputFile.confirm(path)
    if ending == "html" {
      form = .page
    } else if let format = GraphvizRenderer.Format.allCases.first(where: { $0.rawValue == ending })
    {
      form = .picture(format)
    } else {
      let known = GraphvizRenderer.Format.allCases.map { ".\($0.rawValue)" } + [".html"]
      throw CommandFailure(
        .usage,
        "\(path): unknown picture format '\(ending)'; let the name end in "
          + known.joined(separator: ", "))
    }
  }

  /// Draws a diagram and writes it, by itself or on a page.
  /// - Parameters:
  ///   - source: The diagram.
  ///   - dark: The same in the colours of dark screens, for a page.
  ///   - worker: What draws.
  ///   - page: The page around it.
  /// - Throws: `CommandFailure`, when it cannot be drawn or written.
  func write(
    _ source: DiagramSource, dark: () throws -> DiagramSource, worker: GraphvizWorker,
    page: () throws -> EventPage
  ) async throws {
    switch form {
    case .picture(.dot): try OutputFile.write(Data(source.dot.utf8), to: path)
    case .picture(let format):
      let picture = try await worker.render(
        dot: source.dot, engine: source.engine, format: format)
      do {
        try OutputFile.write(try source.finished(picture, format: format), to: path)
      } catch let error as GraphvizError {
        throw CommandFailure(.badData, error.description)
      }
    case .page:
      let page = try page()
      let picture = try await worker.render(dot: source.dot, engine: source.engine, format: .svg)
      try OutputFile.write(try html(page, source, try dark(), picture), to: path)
    }
  }

  private func html(
    _ page: EventPage, _ source: DiagramSource, _ dark: DiagramSource, _ picture: Data
  ) throws -> Data {
    do {
      return try page.html(of: source, picture: picture, dark: dark)
    } catch let error as InlineSVG.Malformed {
      throw CommandFailure(.badData, error.description)
    } catch let error as PageTemplate.UnknownPlace {
      throw CommandFailure(.badData, error.description)
    }
  }
}
