import ArgumentParser
import CasusStore

/// `casus check`: whether the database is sound.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the database: structure, references, and that all evidence is in its article.",
    discussion: """
      --repair works out events, dyads, relations and the full-text index anew from articles and \
      evidence. Copy the file first: evidence that its article does not bear out is taken out.
      """)

  @Flag(help: "Work out anew what follows from articles and evidence.")
  var repair = false

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var data: DataOptions

  func run() throws {
    if repair {
      let lost = try database.openToChange(catalog: try data.catalog()).repair()
      for line in lost {
        StandardError.write(line: "casus: \(database.path): took out evidence of \(line)")
      }
    }
    let store = try database.openForReading()
    let faults = try store.check()
    guard faults.isEmpty else {
      for fault in faults { StandardError.write(line: "casus: \(database.path): \(fault)") }
      throw CommandFailure(
        .badData,
        "\(database.path): \(faults.count) fault\(faults.count == 1 ? "" : "s"); "
          + "try casus check --repair, or restore a copy")
    }
    let summary = try store.summary()
    try StandardOutput.write(
      "\(database.path): sound; \(summary.articles) articles, \(summary.events) events, "
        + "\(summary.evidence) pieces of evidence, \(summary.actors) actors, "
        + "\(summary.relations) relations\n")
  }
}
