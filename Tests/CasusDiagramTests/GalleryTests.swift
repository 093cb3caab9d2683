import Foundation
import Testing

@testable import CasusDiagram

/// Writes pictures to look at, when `CASUS_GALLERY` names a folder.
@Suite struct GalleryTests {
  private static let folder = ProcessInfo.processInfo.environment["CASUS_GALLERY"]

  @Test(
    .enabled(if: folder != nil), arguments: [1, 10, 40, 100, 400, 2000, 10_000], ["en", "id"])
  func timelines(count: Int, language: String) throws {
    guard language == "en" || count < 100 else { return }
    try write("timeline-\(count)-\(language)", count, .init(language: language))
  }

  @Test(.enabled(if: folder != nil), arguments: TimelineDiagram.Lanes.allCases)
  func lanes(kind: TimelineDiagram.Lanes) throws {
    try write("lanes-\(kind.rawValue)", 40, .init(lanes: kind, language: "en"))
  }

  @Test(.enabled(if: folder != nil), arguments: [10, 40, 400, 2000], ["en", "id"])
  func relations(count: Int, language: String) throws {
    guard let folder = Self.folder, language == "en" || count == 40 else { return }
    let source = try RelationDiagram(
      graph: DemoGraph.graph(count), catalog: DemoGraph.catalog,
      words: DemoGraph.words(language), theme: DemoGraph.theme(), options: .init(language: language)
    ).source()
    for format in GraphvizRenderer.Format.allCases {
      try source.picture(format).write(
        to: URL(fileURLWithPath: "\(folder)/graph-\(count)-\(language).\(format.rawValue)"))
    }
  }

  private func write(_ name: String, _ count: Int, _ options: TimelineDiagram.Options) throws {
    guard let folder = Self.folder else { return }
    let clock = ContinuousClock()
    var source: DiagramSource?
    let words = try DemoGraph.words(options.language)
    let theme = try DemoGraph.theme()
    let layout = clock.measure {
      source = TimelineDiagram(
        graph: DemoGraph.graph(count), catalog: DemoGraph.catalog, words: words, theme: theme,
        options: options
      ).source()
    }
    guard let source else { return }
    for format in GraphvizRenderer.Format.allCases {
      var picture = Data()
      let drawing = try clock.measure { picture = try source.picture(format) }
      print(name, format, layout, drawing, picture.count)
      try picture.write(to: URL(fileURLWithPath: "\(folder)/\(name).\(format.rawValue)"))
    }
  }
}
