import ArgumentParser
import CasusModel
import CasusReading
import CasusStore

/// `casus check`: whether the database is sound.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the database: structure, references, evidence, and what follows from it.",
    discussion: """
      All evidence must stand in its article word for word, each article must have the identifier \
      of its text, and events, dyads and relations must be what follows from the evidence.

      --repair works out events, dyads, relations and the full-text index anew from articles and \
      evidence. Copy the file first: evidence that its article does not bear out is taken out.
      """)

  @Flag(help: "Work out anew what follows from articles and evidence.")
  var repair = false

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var data: DataOptions

  func run() throws {
    let catalog = try data.catalog()
    if repair { try repairAll(catalog) }
    let store = try database.openForReading()
    let faults = try faults(of: store, catalog)
    guard faults.isEmpty else {
      for fault in faults { say(fault) }
      throw CommandFailure(
        .badData,
        "\(database.path): \(Counted.text(faults.count, "fault")); "
          + "try casus check --repair, or restore a copy")
    }
    let summary = try store.summary()
    try StandardOutput.write(
      "\(database.path): sound; \(Counted.text(summary.articles, "article")), "
        + "\(Counted.text(summary.events, "event")), "
        + "\(Counted.text(summary.evidence, "piece of evidence", plural: "pieces of evidence")), "
        + "\(Counted.text(summary.actors, "actor")), "
        + "\(Counted.text(summary.relations, "relation"))\n")
  }

  /// Repairs what can be, and says what was wrong and is not any more.
  private func repairAll(_ catalog: EventCatalog) throws {
    let store = try database.openToChange(catalog: catalog)
    let before = try faults(of: store, catalog)
    for line in try store.repair() { say("took out evidence of \(line)") }
    let after = Set(try faults(of: store, catalog))
    for fault in before where !after.contains(fault) { say("repaired: \(fault)") }
    say("worked out anew: full-text index, events, dyads and relations")
    try store.close()
  }

  private func faults(of store: EventStore, _ catalog: EventCatalog) throws -> [String] {
    let faults = try store.check(catalog: catalog)
    return try faults.isEmpty ? articleFaults(of: store) : faults
  }

  /// Articles whose identifier is not that of their text; sources of event tables have no text.
  private func articleFaults(of store: EventStore) throws -> [String] {
    var faults: [String] = []
    var last: Int64?
    while true {
      let (articles, next) = try store.articles(after: last)
      guard !articles.isEmpty else { return faults }
      last = next
      for article in articles
      where !article.text.isEmpty && article.id != Article.identifier(ofText: article.text) {
        faults.append("an article has not the identifier of its text: \(article.path)")
      }
    }
  }

  private func say(_ line: String) {
    StandardError.write(line: "casus: \(database.path): \(line)")
  }
}
