import ArgumentParser
import CasusModel
import CasusStore

/// Which events a reviewer is asked about.
struct WalkOptions: ParsableArguments {
  @Option(
    name: .customLong("actor"),
    help: ArgumentHelp("Only events of this actor; repeatable.", valueName: "a"))
  var actors: [String] = []

  @Option(
    help: ArgumentHelp("Only events on this date (EDTF) or later.", valueName: "d"),
    transform: EDTF.parse)
  var from: EDTF?

  @Option(
    help: ArgumentHelp("Only events on this date (EDTF) or earlier.", valueName: "d"),
    transform: EDTF.parse)
  var to: EDTF?

  @Flag(help: "Only events of which sources disagree whether they happened.")
  var contested = false

  @Option(help: ArgumentHelp("Confidence below this is doubtful.", valueName: "x"))
  var below = 0.6

  @Option(help: ArgumentHelp("At most this many events or decisions.", valueName: "n"))
  var limit: Int?

  func validate() throws {
    guard (0...1).contains(below) else { throw ValidationError("--below must lie between 0 and 1") }
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1") }
  }

  /// The filter, with the actors that the database knows by these names.
  func filter(in store: EventStore) throws -> EventFilter {
    EventFilter(
      actors: try actors.map { try store.actor(named: $0) }, from: from, to: to,
      isContested: contested, limit: limit)
  }
}
