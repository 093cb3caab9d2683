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
  /// The colours.
  let theme: DiagramTheme
  /// Where the pages lie, in points from the top left; empty when the whole is one page.
  let pages: [Scene.Rect]
  /// How high title and summary are, in points.
  let headHeight: Double

  init(
    dot: String, engine: GraphvizRenderer.Engine, title: String, summary: String,
    language: String, tooltips: [String: String], subjects: [String: DiagramSubject],
    theme: DiagramTheme, scene: Scene
  ) {
    self.dot = dot
    self.engine = engine
    self.title = title
    self.summary = summary
    self.language = language
    self.tooltips = tooltips
    self.subjects = subjects
    self.theme = theme
    pages = scene.pages
    headHeight = scene.headHeight
  }

  /// Draws the diagram inside this process.
  /// - Throws: `GraphvizError` when the picture cannot be drawn.
  public func picture(_ format: GraphvizRenderer.Format) throws -> Data {
    guard format != .dot else { return Data(dot.utf8) }
    return try finished(
      try GraphvizRenderer.render(dot: dot, engine: engine, format: format), format: format)
  }

  /// Completes what Graphviz drew from `dot`, here or in another process.
  ///
  /// An SVG gets its title, language and font names, a PDF its pages; other formats come back as
  /// they are.
  /// - Throws: `GraphvizError` when a PDF cannot be cut into pages.
  public func finished(_ picture: Data, format: GraphvizRenderer.Format) throws -> Data {
    switch format {
    case .svg: return AccessibleSVG.finished(picture, source: self)
    case .pdf where !pages.isEmpty:
      guard let cut = PDFPages.cut(picture, into: pages) else {
        throw GraphvizError(
          "this version of Cairo writes PDF that cannot be cut into pages; leave out --page")
      }
      return cut
    case .pdf, .png, .dot, .plain: return picture
    }
  }
}
