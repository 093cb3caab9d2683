import CasusData
import CasusKnowledge
import CasusModel
import Foundation

/// How many rows of a GDELT-shaped file a second come into a database, beside `sqlite3` importing the
/// finished rows from CSV.
enum TableBenchmark {
  private static let rowCount = 1_000_000

  static func measure(_ setting: BenchSetting, into table: inout BenchTable) throws {
    let rowCount = setting.scaled(rowCount)
    try TemporaryFolder.with { folder in
      let file = folder.file("export.CSV")
      try write(rowCount: rowCount, to: file, setting)
      let database = folder.file("casus.db")
      let own = try ChildProcess(
        setting.casus,
        ["import", file, "--db", database, "--data", setting.data.url.path, "--quiet"])
      let peer = try SQLiteImport(folder: folder, database: database)?.run()
      let count = Double(rowCount)
      table.add(
        "GDELT-shaped file, wall", count / own.wall, .rowsPerSecond,
        peer: peer.map { ("sqlite3 .import", count / $0.wall) }, ratioBound: .atLeast(0.65))
      table.add(
        "GDELT-shaped file, processor", count / own.cpu, .rowsPerSecond,
        peer: peer.map { ("sqlite3 .import", count / $0.cpu) })
      if peer == nil { table.add(note: "sqlite3 is not installed") }
      table.add(
        note: "\(rowCount) rows; casus reads, maps and unites them and derives relations; sqlite3 "
          + "imports the finished rows of six tables with the same indexes and checks nothing")
    }
  }

  /// Writes the table alone, for a look at it.
  static func write(_ setting: BenchSetting, to folder: String) throws {
    try write(rowCount: setting.scaled(rowCount), to: "\(folder)/export.CSV", setting)
  }

  private static func write(rowCount: Int, to file: String, _ setting: BenchSetting) throws {
    let knowledge = Knowledge.load(from: setting.data, languages: [])
    let frequent = NewsLanguage.frequentStates
    let states = knowledge.actors.entries.filter { $0.actor.kind == .state }
      .map(\.actor.id.rawValue).filter { $0.utf8.count == 3 && !frequent.contains($0) }
    var generator = EventTableGenerator(states: frequent + states)
    try generator.write(rowCount: rowCount, to: file)
  }
}
