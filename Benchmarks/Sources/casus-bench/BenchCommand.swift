import ArgumentParser
import CasusData
import Foundation

/// Measures Casus beside other programs that do the same work, in one run on one machine.
@main
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "casus-bench",
    abstract: "Measure Casus beside its peers.",
    discussion: """
      Times are processor time unless they say "wall". A ratio is Casus over its peer in the same \
      run. All input is generated from fixed seeds.
      """)

  @Option(help: "Measure only this; may be repeated.")
  var only: [BenchSection] = []

  @Flag(help: "A tenth of the work, to see that everything runs.")
  var quick = false

  @Option(help: "The casus program whose start-up is measured.")
  var casus = ".build/release/casus"

  @Option(help: "The folder of knowledge files.")
  var data: String?

  @Option(help: "Only write what the import of articles and of a table reads, into this folder.")
  var write: String?

  @Option(
    help: """
      Only ask the questions of section scale of this database, whose actors are "ORG:Actor 0" to \
      "ORG:Actor 19999"; what further ones answer is compared with it. Repeatable.
      """)
  var ask: [String] = []

  @Option(help: .hidden)
  var memoryProbe: Int?

  func run() throws {
    let setting = BenchSetting(
      data: try DataDirectory.locate(explicit: data), scale: quick ? 0.1 : 1, casus: casus)
    if let write {
      try ImportBenchmark.write(setting, to: write)
      return try TableBenchmark.write(setting, to: write)
    }
    if !ask.isEmpty {
      var table = BenchTable(title: "Databases of events")
      try ScaleBenchmark.ask(ask, setting, into: &table)
      return try FileHandle.standardOutput.write(contentsOf: Data((table.text + "\n").utf8))
    }
    if let memoryProbe { return try MemoryBenchmark.probe(articleCount: memoryProbe, setting) }
    for section in BenchSection.allCases where only.isEmpty || only.contains(section) {
      var table = BenchTable(title: section.title)
      try section.measure(setting, into: &table)
      // Written at once, so that a long run shows how far it is.
      try FileHandle.standardOutput.write(contentsOf: Data((table.text + "\n").utf8))
    }
  }
}
