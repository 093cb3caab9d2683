import CasusData
import CasusDiagram
import CasusKnowledge
import CasusModel
import CasusStore
import Foundation

/// How long a timeline takes, from events to SVG and as a whole program from the database to a file,
/// beside Graphviz drawing the same DOT text.
enum TimelineBenchmark {
  private static let runs = 7

  static func measure(_ setting: BenchSetting, into table: inout BenchTable) throws {
    let knowledge = Knowledge.load(from: setting.data, languages: [])
    let words = try DiagramWords(
      tsv: String(contentsOf: setting.data.file("Languages/en/diagram.tsv"), encoding: .utf8))
    let theme = try DiagramTheme(
      tsv: String(contentsOf: setting.data.file("Themes/light.tsv"), encoding: .utf8))
    try TemporaryFolder.with { folder in
      let generated = try GeneratedStore(
        path: folder.file("casus.db"), eventCount: 2_000, actorLimit: 12, knowledge: knowledge)
      for count in [20, 200, 2_000] {
        let graph = try generated.store.graph(matching: EventFilter(limit: count))
        let diagram = TimelineDiagram(
          graph: graph, catalog: knowledge.catalog, words: words, theme: theme)
        let source = diagram.source()
        let own = try (0..<runs).map { _ in
          try CPUClock.measure { _ = try diagram.source().picture(.svg) }
        }.median
        let layout = (0..<runs).map { _ in CPUClock.measure { _ = diagram.source() } }.median
        let peer = try graphviz(source.dot, folder)
        table.add(
          "\(count) events", own, .seconds, peer: peer.map { ("dot -Kneato -n2", $0) },
          ratioBound: count == 200 ? .atMost(1.3) : nil)
        table.add("\(count) events, layout alone", layout, .seconds)
        let program = try (0..<runs).map { _ in
          try ChildProcess(
            setting.casus,
            [
              "timeline", "--db", generated.path, "--limit", String(count), "--label-language",
              "en", "-o", folder.file("timeline.svg"),
            ]
          ).cpu
        }.median
        table.add(
          "\(count) events, casus timeline as a whole", program, .seconds,
          peer: peer.map { ("dot -Kneato -n2", $0) })
      }
      try generated.store.close()
    }
  }

  /// The processor seconds of Graphviz, its start included; `nil` when it is not installed.
  private static func graphviz(_ dot: String, _ folder: TemporaryFolder) throws -> Double? {
    guard let program = ChildProcess.find("dot") else { return nil }
    let file = folder.file("timeline.dot")
    try dot.write(toFile: file, atomically: false, encoding: .utf8)
    return try (0..<runs).map { _ in
      try ChildProcess(program, ["-Kneato", "-n2", "-Tsvg", file]).cpu
    }.median
  }
}
