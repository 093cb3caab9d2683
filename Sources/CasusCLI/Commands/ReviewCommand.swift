import ArgumentParser
import CasusExport
import CasusModel
import CasusStore
import Foundation

/// `casus review [EVENT]`: what people decide about events.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Decide about events: accept, reject, correct, merge, split, note.",
    discussion: """
      Decisions are kept apart from what the program finds and win over it; they hold after articles \
      are imported or read anew and after databases are merged. Without an event, a terminal walks \
      through those that are contested or were found with little confidence.
      """)

  @Argument(help: ArgumentHelp("The event's identifier, or how it begins."))
  var event: String?

  @OptionGroup(title: "Decisions") var verdict: VerdictOptions
  @OptionGroup(title: "Decisions made before") var past: PastDecisionOptions

  @OptionGroup(title: "What to walk through") var walk: WalkOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var data: DataOptions

  func validate() throws {
    let tasks = [event != nil, past.list, past.export, past.undo != nil].filter(\.self).count
    if tasks > 1 {
      throw ValidationError("an event, --list, --export and --undo exclude each other; give one")
    }
    if event == nil, verdict.isGiven { throw ValidationError("say which event is meant") }
    if event != nil, !verdict.isGiven {
      throw ValidationError("say what is decided: --accept, --reject, --type, --note …")
    }
    if verdict.isGiven || past.undo != nil, verdict.by == nil {
      throw ValidationError("say who decides: --by NAME")
    }
    if let note = verdict.note, note.allSatisfy(\.isWhitespace) {
      throw ValidationError("--note needs words")
    }
  }

  func run() throws {
    if past.list { return try list() }
    if past.export { return try export() }
    let catalog = try data.catalog()
    if let undo = past.undo {
      let store = try database.openToChange(catalog: catalog)
      let result = try store.undoReview(undo, by: verdict.by ?? "", at: Self.now)
      return try tell([result.decision], result.changes, store, catalog, verb: "took back")
    }
    if let event {
      let store = try database.openToChange(catalog: catalog)
      let result = try store.review(event, try verdict.review(in: store, at: Self.now))
      return try tell(result.decisions, result.changes, store, catalog, verb: "decided")
    }
    guard isatty(STDIN_FILENO) == 1 else {
      throw CommandFailure(
        .usage, "nobody is here to be asked; name an event and what is decided, or use a terminal")
    }
    let store = try database.openToChange(catalog: catalog)
    var session = ReviewWalk(
      store: store, catalog: catalog, language: labels.language, reviewer: verdict.by)
    try session.run(
      over: try store.eventsToReview(matching: try walk.filter(in: store), below: walk.below))
  }

  /// The present moment as decisions carry it.
  static var now: String { Date().formatted(.iso8601) }

  private func list() throws {
    let decisions = try database.openForReading().reviewDecisions()
    let limited = Array(decisions.suffix(walk.limit ?? decisions.count))
    try output.write(DecisionListing.listing(limited), empty: "nobody has decided anything yet")
  }

  private func export() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let lines = try database.openForReading().reviewDecisions().map {
      String(decoding: try encoder.encode($0), as: UTF8.self) + "\n"
    }
    try StandardOutput.write(lines.joined())
  }

  private func tell(
    _ decisions: [ReviewDecision], _ changes: ChangeReport, _ store: EventStore,
    _ catalog: EventCatalog, verb: String
  ) throws {
    for decision in decisions {
      StandardError.write(
        line: "casus: \(verb) \(decision.id.prefix(8)): \(DecisionListing.words(for: decision))")
    }
    let account = try ChangeAccount(
      changes, store: store, language: labels.language, catalog: catalog)
    try output.write(account.listing, empty: "no event changed")
  }
}
