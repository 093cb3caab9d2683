import CasusDiagram

/// Names, titles and addresses in diagrams: Graphviz must read what is written, as one graph.
///
/// The first byte says which diagram; each line is a text.
struct DOTTarget: FuzzTarget {
  private let drawing: FuzzDrawing

  init(knowledge: FuzzKnowledge) throws { drawing = try FuzzDrawing(knowledge) }

  func take(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let written = WrittenGraph(Array(bytes.dropFirst()))
    let source =
      switch first % 3 {
      case 0: drawing.timeline(written.graph, title: written.line(0), direction: .horizontal)
      case 1: drawing.timeline(written.graph, title: written.line(0), direction: .vertical)
      default: drawing.relations(written.graph, title: written.line(0))
      }
    guard let source else { return }
    for scalar in source.dot.unicodeScalars {
      let isHidden = (0x202A...0x202E).contains(scalar.value) || scalar.value == 0xFEFF
      promise(!isHidden && (scalar.value >= 0x20 || scalar == "\n"), "U+\(scalar.value) is written")
    }
    do {
      promise(!(try drawing.picture(source, .dot)).isEmpty, "nothing is drawn")
    } catch {
      promise(false, "\(error)")
    }
  }
}
