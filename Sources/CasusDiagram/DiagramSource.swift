public import Foundation

/// A diagram ready to be drawn: its DOT text and what the drawing needs besides.
public struct DiagramSource: Hashable, Sendable {
  /// The graph in the DOT language; equal graphs give equal bytes.
  public let dot: String
  /// The engine that the text was written for.
  public let engine: GraphvizRenderer.Engine
  /// The title, as it stands on the picture.
  public let title: String
  /// What the picture shows, in words, for readers who cannot see it.
  public let summary: String
  /// The language of the labels, as a BCP 47 code.
  public let language: String
  /// What each drawn thing says, by its name in the DOT text.
  let tooltips: [String: String]
  /// What each drawn thing shows, by its name in the DOT text.
  let subjects: [String: DiagramSubject]

  /// Draws the diagram inside this process.
  /// - Throws: `GraphvizError` when the picture cannot be drawn.
  public func picture(_ format: GraphvizRenderer.Format) throws -> Data {
    guard format != .dot else { return Data(dot.utf8) }
    return finished(
      try GraphvizRenderer.render(dot: dot, engine: engine, format: format), format: format)
  }

  /// Completes what Graphviz drew from `dot`, here or in another process.
  ///
  /// An SVG gets its title, language and font names; other formats come back as they are.
  public func finished(_ picture: Data, format: GraphvizRenderer.Format) -> Data {
    guard format == .svg else { return picture }
    return AccessibleSVG.finished(picture, source: self)
  }
}
