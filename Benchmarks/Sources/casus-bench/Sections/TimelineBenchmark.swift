import CasusData
import CasusDiagram
import CasusKnowledge
import CasusModel
import CasusStore
import Foundation

/// How long a timeline takes, from events to SVG and as a whole program from the database to a file,
/// beside Graphviz drawing the same DOT text.
enum TimelineBenchmark {
  /// The numbers of events, each with how often it is drawn.
  private static let sizes = [(20, 15), (200, 15), (2_000, 7), (20_000, 3)]
  private static let peer = "dot -Kneato -n2"

  static func measure(_ setting: BenchSetting, into table: inout BenchTable) throws {
    let knowledge = Knowledge.load(from: setting.data, languages: [])
    let words = try DiagramWords(
      tsv: String(contentsOf: setting.data.file("Languages/en/diagram.tsv"), encoding: .utf8))
    let theme = try DiagramTheme(
      tsv: String(contentsOf: setting.data.file("Themes/light.tsv"), encoding: .utf8))
    let sizes = setting.isQuick ? Array(sizes.prefix(3)) : sizes
    try TemporaryFolder.with { folder in
      let generated = try GeneratedStore(
        path: folder.file("casus.db"), eventCount: sizes.map(\.0).max() ?? 0, actorLimit: 12,
        knowledge: knowledge)
      for (count, runs) in sizes {
        let graph = try generated.store.graph(matching: EventFilter(limit: count))
        let diagram = TimelineDiagram(
          graph: graph, catalog: knowledge.catalog, words: words, theme: theme)
        let layout = (0..<runs).map { _ in CPUClock.measure { _ = diagram.source() } }.median
        table.add("\(count) events, layout alone", layout, .seconds)
        let file = folder.file("timeline.dot")
        try diagram.source().dot.write(toFile: file, atomically: false, encoding: .utf8)
        let dot = ChildProcess.find("dot")
        var own: [Double] = []
        var whole: [Double] = []
        var other: [Double] = []
        // Taken in turn, so that all meet the same load.
        for _ in 0..<runs {
          own.append(try CPUClock.measure { _ = try diagram.source().picture(.svg) })
          whole.append(try program(setting, generated.path, count, folder).cpu)
          if let dot {
            other.append(try ChildProcess(dot, ["-Kneato", "-n2", "-Tsvg", file]).cpu)
          }
        }
        let beside = other.isEmpty ? nil : (peer, other.median)
        table.add("\(count) events to SVG", own.median, .seconds, peer: beside)
        table.add(
          "\(count) events, casus timeline as a whole", whole.median, .seconds, peer: beside,
          ratioBound: count == 200 ? .atMost(1.3) : nil)
      }
      try generated.store.close()
    }
  }

  private static func program(
    _ setting: BenchSetting, _ database: String, _ count: Int, _ folder: TemporaryFolder
  ) throws -> ChildProcess {
    try ChildProcess(
      setting.casus,
      [
        "timeline", "--db", database, "--data", setting.data.url.path, "--limit", String(count),
        "--label-language", "en", "-o", folder.file("timeline.svg"),
      ])
  }
}
