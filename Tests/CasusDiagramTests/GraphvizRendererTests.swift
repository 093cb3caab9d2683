import CasusTestSupport
import Foundation
import Testing

@testable import CasusDiagram

@Suite struct GraphvizRendererTests {
  private static let graph = """
    digraph "t" { graph [bb="0,0,100,50"]; node [fixedsize=true];
    a [pos="20,25", width=0.2, height=0.2]; b [pos="80,25", width=0.2, height=0.2]; a -> b; }
    """

  @Test(arguments: [
    (GraphvizRenderer.Format.svg, "<?xml"), (.pdf, "%PDF"), (.png, "\u{89}PNG"), (.dot, "digraph"),
  ])
  func writesEveryFormat(format: GraphvizRenderer.Format, magic: String) throws {
    for engine in GraphvizRenderer.Engine.allCases {
      let picture = try GraphvizRenderer.render(dot: Self.graph, engine: engine, format: format)
      let start = picture.prefix(magic.unicodeScalars.count)
      #expect(Array(start) == magic.unicodeScalars.map { UInt8($0.value) })
    }
  }

  @Test(arguments: ["", "digraph {", "digraph { a -> }", "strange", "digraph { \u{0} }"])
  func refusesWhatIsNoGraph(dot: String) {
    #expect(throws: GraphvizError.self) {
      try GraphvizRenderer.render(dot: dot, engine: .dot, format: .svg)
    }
  }

  @Test func errorsAreOneLineThatNamesTheFault() {
    let error = #expect(throws: GraphvizError.self) {
      try GraphvizRenderer.render(dot: "digraph { a -> }", engine: .dot, format: .svg)
    }
    #expect(error?.description.contains("syntax error") == true)
    #expect(error?.description.contains("\n") == false)
  }

  @Test func textOfAPinnedSVGStandsInItsRectangleWhateverTheFonts() throws {
    let text = #"""
      digraph { graph [bb="0,0,200,100", pad="0"]; node [fixedsize=true, margin=0, shape=plaintext];
      a [pos="100,50", width=1, height=0.5, label="one\ltwo\l", fontname="no such font", fontsize=10]; }
      """#
    let svg = String(
      decoding: try GraphvizRenderer.render(dot: text, engine: .pinned, format: .svg),
      as: UTF8.self)
    let lines = svg.split(separator: "\n").filter { $0.hasPrefix("<text ") }
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.contains(#"text-anchor="start" x="0""#) })
    let heights = lines.compactMap { line in
      line.firstRange(of: #" y=""#).flatMap { Double(line[$0.upperBound...].prefix { $0 != "\"" }) }
    }
    #expect(heights.count == 2 && abs(heights[1] - heights[0] - 12) < 0.01)
  }

  /// The plug-in that measures text keeps the name of the last font: it must outlive its graph.
  @Test func picturesWithDifferentFontsDoNotDisturbEachOther() throws {
    func picture(_ font: String, _ size: Int, _ format: GraphvizRenderer.Format) throws -> Data {
      let text = """
        digraph { node [fontname="\(font)", fontsize=\(size)];
        a [label="Pyongyang"]; b [label=<Kyiv <b>2022</b>>, fontname="\(font) Italic"]; a -> b; }
        """
      return try GraphvizRenderer.render(dot: text, engine: .dot, format: format)
    }
    let fonts = [("DejaVu Sans", 10), ("DejaVu Sans Mono", 10), ("DejaVu Serif Bold", 24)]
    for format in [GraphvizRenderer.Format.png, .plain] {
      let first = try fonts.map { try picture($0.0, $0.1, format) }
      #expect(Set(first).count == fonts.count)
      for _ in 0..<3 {
        let again = try fonts.reversed().map { try picture($0.0, $0.1, format) }
        #expect(again == first.reversed())
      }
    }
  }

  @Test func theGraphCannotChooseItsEngine() throws {
    let text = #"digraph { graph [layout="nonsense"]; a -> b; }"#
    let picture = try GraphvizRenderer.render(dot: text, engine: .dot, format: .svg)
    #expect(!picture.isEmpty)
  }

  @Test func theGraphCannotReadFiles() throws {
    let folder = try TemporaryFolder()
    let logo = try GraphvizRenderer.render(dot: Self.graph, engine: .pinned, format: .png)
    let path = try folder.write(logo, to: "logo.png")
    let attribute = #"digraph { a [image="\#(path)", label="x"]; }"#
    let error = #expect(throws: GraphvizError.self) {
      try GraphvizRenderer.render(dot: attribute, engine: .dot, format: .svg)
    }
    #expect(error?.description.contains("'image'") == true)
    let markup = #"digraph { a [label=<<table><tr><td><img src="\#(path)"/></td></tr></table>>]; }"#
    let picture = try? GraphvizRenderer.render(dot: markup, engine: .dot, format: .svg)
    #expect(!String(decoding: picture ?? Data(), as: UTF8.self).contains("<image"))
  }

  @Test func drawsFromManyTasksAtOnce() async throws {
    let expected = try GraphvizRenderer.render(dot: Self.graph, engine: .pinned, format: .svg)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<40 {
        group.addTask {
          let picture = try? GraphvizRenderer.render(
            dot: Self.graph, engine: .pinned, format: .svg)
          return picture == expected
        }
      }
      for await same in group { #expect(same) }
    }
  }
}
