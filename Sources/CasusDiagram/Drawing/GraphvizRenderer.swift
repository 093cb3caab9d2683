import CGraphviz
public import Foundation
import Synchronization

/// Draws DOT text with libgvc, inside this process.
///
/// libgvc is not thread-safe, so one picture is drawn at a time. It cannot be stopped either: a
/// caller that needs a deadline runs it in a process of its own.
public enum GraphvizRenderer {
  /// A Graphviz layout engine.
  public enum Engine: String, CaseIterable, Sendable {
    /// Layers, for small directed graphs.
    case dot
    /// Springs, for small networks.
    case neato
    /// Springs as well, of another kind.
    case fdp
    /// Springs over several scales, for large networks.
    case sfdp
    /// The positions that the text gives.
    case pinned = "nop2"
  }

  /// What a picture is written as.
  public enum Format: String, CaseIterable, Sendable {
    /// Scalable Vector Graphics.
    case svg
    /// Portable Document Format.
    case pdf
    /// Portable Network Graphics.
    case png
    /// The graph itself with its positions.
    case dot
    /// The positions alone, for laying out a diagram; nothing for readers.
    case plain

    /// What a reader may ask for.
    public static let allCases: [Format] = [.svg, .pdf, .png, .dot]
  }

  /// Draws a graph.
  /// - Throws: `GraphvizError` when the text is no graph or the picture cannot be drawn.
  public static func render(dot: String, engine: Engine, format: Format) throws -> Data {
    guard dot.utf8.withContiguousStorageIfAvailable({ !$0.contains(0) }) ?? !dot.utf8.contains(0)
    else {
      throw GraphvizError("the graph holds a NUL byte; remove it")
    }
    // Readers of SVG set its text themselves; places that are given need no measured text.
    let isPlain = engine == .pinned && format == .svg
    return try contexts.withLock { contexts in
      guard let context = contexts.context(measuresText: !isPlain) else {
        throw GraphvizError("Graphviz does not start; install the package graphviz")
      }
      return try draw(dot: dot, engine: engine, format: format, context: context)
    }
  }

  /// What libgvc draws with; one picture at a time.
  private static let contexts = Mutex(Contexts())

  /// The contexts of libgvc, made when first needed and kept as long as the process.
  ///
  /// Graphviz's plug-in for Pango keeps a pointer to the name of the font that it measured last. The
  /// name belongs to the context, so a context that was freed would leave the next one to read what
  /// is no longer there.
  private struct Contexts {
    private var measuring: OpaquePointer?
    private var plain: OpaquePointer?

    mutating func context(measuresText: Bool) -> OpaquePointer? {
      if measuring == nil, plain == nil { refuseFiles() }
      if measuresText {
        if measuring == nil { measuring = gvContext() }
        return measuring
      }
      if plain == nil { plain = casus_context_without_fonts() }
      return plain
    }
  }

  /// What libgvc said since it was last asked.
  private static let said = Mutex("")

  /// With these two set, libgvc opens no file that a graph may name.
  private static func refuseFiles() {
    setenv("SERVER_NAME", "casus", 1)
    setenv("GV_FILE_PATH", "/nonexistent", 1)
    casus_refuse_files(strdup("casus"))
    _ = agseterrf { fragment in
      guard let fragment else { return 0 }
      GraphvizRenderer.said.withLock { if $0.utf8.count < 4000 { $0 += String(cString: fragment) } }
      return 0
    }
  }

  /// Attributes whose values are opened as files.
  private static let namesOfFiles = ["image", "imagepath", "shapefile", "fontpath", "stylesheet"]

  private static func draw(
    dot: String, engine: Engine, format: Format, context: OpaquePointer
  ) throws -> Data {
    said.withLock { $0 = "" }
    guard let graph = agmemread(dot) else {
      throw GraphvizError("the text is not a graph in the DOT language", said: taken())
    }
    defer { agclose(graph) }
    for name in namesOfFiles where casus_declares(graph, name) != 0 {
      throw GraphvizError("the graph names files by '\(name)'; remove the attribute")
    }
    casus_set_graph_attribute(graph, "layout", engine.rawValue)
    if format == .png { casus_set_graph_attribute(graph, "dpi", "144") }
    guard gvLayout(context, graph, engine.rawValue) == 0 else {
      throw GraphvizError(
        "Graphviz cannot lay out the graph with \(engine.rawValue)", said: taken())
    }
    defer { gvFreeLayout(context, graph) }
    var bytes: UnsafeMutablePointer<CChar>?
    var count = 0
    let status = casus_render(context, graph, format.rawValue, &bytes, &count)
    defer { if let bytes { gvFreeRenderData(bytes) } }
    guard status == 0, let bytes, count > 0 else {
      throw GraphvizError(
        "Graphviz cannot write \(format.rawValue); install the package graphviz", said: taken())
    }
    return Data(bytes: bytes, count: count)
  }

  private static func taken() -> String {
    said.withLock { text in
      defer { text = "" }
      return text
    }
  }
}
