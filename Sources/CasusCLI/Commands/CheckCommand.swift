import ArgumentParser
import CasusStore

/// `casus check`: whether the database is sound.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the database: structure, references, and that all evidence is in its article.")

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    let store = try database.openForReading()
    let faults = try store.check()
    guard faults.isEmpty else {
      for fault in faults { StandardError.write(line: "casus: \(database.path): \(fault)") }
      throw CommandFailure(
        .badData,
        "\(database.path): \(faults.count) fault\(faults.count == 1 ? "" : "s"); restore a copy "
          + "or import the articles again")
    }
    let summary = try store.summary()
    try StandardOutput.write(
      "\(database.path): sound; \(summary.articles) articles, \(summary.events) events, "
        + "\(summary.evidence) pieces of evidence, \(summary.actors) actors, "
        + "\(summary.relations) relations\n")
  }
}
