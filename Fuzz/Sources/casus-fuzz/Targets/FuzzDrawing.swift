import CasusDiagram
import CasusModel
import CasusKnowledge

/// Draws graphs with the words and colours that the package ships.
struct FuzzDrawing {
  let catalog: EventCatalog
  let words: DiagramWords
  private let theme: DiagramTheme

  init(_ knowledge: FuzzKnowledge) throws {
    catalog = knowledge.knowledge.catalog
    words = try DiagramWords(
      tsv: try knowledge.text("Languages/en/diagram.tsv"), name: "diagram.tsv")
    theme = try DiagramTheme(tsv: try knowledge.text("Themes/light.tsv"), name: "light.tsv")
  }

  func timeline(
    _ graph: EventGraph, title: String, direction: TimelineDirection
  ) -> DiagramSource {
    TimelineDiagram(
      graph: graph, catalog: catalog, words: words, theme: theme,
      options: .init(direction: direction, title: title)
    ).source()
  }

  func relations(_ graph: EventGraph, title: String) -> DiagramSource? {
    try? RelationDiagram(
      graph: graph, catalog: catalog, words: words, theme: theme,
      options: .init(title: title, groups: .communities)
    ).source()
  }

  /// What Graphviz makes of a diagram.
  func picture(_ source: DiagramSource, _ format: GraphvizRenderer.Format) throws -> String {
    String(
      decoding: try GraphvizRenderer.render(
        dot: source.dot, engine: source.engine, format: format), as: UTF8.self)
  }
}
