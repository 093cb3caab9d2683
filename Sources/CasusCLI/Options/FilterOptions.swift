import ArgumentParser
import CasusStore

/// Which events, by actor and by condition.
struct FilterOptions: ParsableArguments {
  @Option(
    name: .customLong("actor"),
    help: ArgumentHelp(
      "Only events of this actor, named in any language; repeatable.",
      valueName: "a"))
  var actors: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Only events between these two actors.", valueName: "a b"))
  var between: [String] = []

  @OptionGroup var conditions: ConditionOptions

  func validate() throws {
    guard [0, 2].contains(between.count) else {
      throw ValidationError("--between takes two actors; put quotes around names of several words")
    }
  }

  /// The filter, with the actors that the database knows by these names.
  func filter(in store: EventStore) throws -> EventFilter {
    var filter = conditions.filter
    filter.actors = try actors.map { try store.actor(named: $0) }
    if between.count == 2 {
      filter.between = ActorPair(
        try store.actor(named: between[0]), try store.actor(named: between[1]))
    }
    return filter
  }
}
