import CasusDiagram
import Foundation

/// The file that a diagram is written to; its name tells the format.
struct PictureFile {
  let path: String
  let format: GraphvizRenderer.Format

  /// - Throws: `CommandFailure` for a name that ends in no known format.
  init(path: String) throws(CommandFailure) {
    let ending = (path as NSString).pathExtension.lowercased()
    guard let format = GraphvizRenderer.Format.allCases.first(where: { $0.rawValue == ending })
    else {
      let known = GraphvizRenderer.Format.allCases.map { ".\($0.rawValue)" }
      throw CommandFailure(
        .usage,
        "\(path): unknown picture format '\(ending)'; let the name end in "
          + known.joined(separator: ", "))
    }
    self.path = path
    self.format = format
  }

  /// Draws a diagram and writes it.
  func write(_ source: DiagramSource, worker: GraphvizWorker) async throws {
    guard format != .dot else { return try OutputFile.write(Data(source.dot.utf8), to: path) }
    let picture = try await worker.render(dot: source.dot, engine: source.engine, format: format)
    try OutputFile.write(source.finished(picture, format: format), to: path)
  }
}
