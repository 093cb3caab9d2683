import ArgumentParser
import CasusExport
import CasusModel
import CasusStore

/// `casus relations ACTOR [ACTOR]`: how they stand.
struct RelationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relations",
    abstract: "Show how an actor stands to another one, or to all.",
    discussion: """
      Relations with the time they hold, then why (for two actors, or with --why), how many events \
      of each quadrant a year had, and the latest events. The confidence is that not every source of \
      a relation is misread; a question mark stands where that is below 0.7. With --source, --known-on, --recorded-on, \
      --min-sources and the like, relations follow from those reports alone. --json writes it all as \
      one object, --csv the relations.
      """)

  /// How many of the latest events are shown unless told otherwise.
  private static let latest = 10

  @Argument(help: "The actor, named in any language.")
  var actor: String

  @Argument(help: "The other actor; all others otherwise.")
  var other: String?

  @Option(
    help: ArgumentHelp("How they stood on this date (EDTF).", valueName: "d"),
    transform: EDTF.parse)
  var at: EDTF?

  @Flag(help: "Show the events that opened and closed each relation, with their words.")
  var why = false

  @OptionGroup var conditions: ConditionOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var data: DataOptions

  func run() throws {
    let store = try database.openForReading()
    let first = try store.actor(named: actor)
    let second = try other.map { try store.actor(named: $0) }
    var filter = conditions.filter
    if let second { filter.between = ActorPair(first, second) } else { filter.actors = [first] }
    if let at, filter.to.map({ at.upperBound < $0.upperBound }) ?? true { filter.to = at }
    filter.newestFirst = true
    filter.limit = conditions.limit ?? Self.latest
    let catalog = try data.catalog()
    let relations = try store.relations(
      of: first, and: second, at: at, fromEventsMatching: conditions.filter, catalog: catalog,
      // What is written for programs names every event.
      supportLimit: output.json || output.csv ? nil : RelationGrounds.told, weighs: true)
    let events = try store.events(matching: filter)
    if events.isEmpty { try conditions.confirmSource(in: store) }
    let named =
      relations.flatMap { [$0.source, $0.target] } + [first] + (second.map { [$0] } ?? [])
    let standing = Standing(
      actors: [first] + (second.map { [$0] } ?? []), relations: relations,
      counts: try store.countsByYear(matching: filter), events: events,
      eventCount: try store.eventCount(matching: filter),
      wording: EventWording(
        actors: try store.actors(named + events.flatMap(\.named)),
        options: ExportOptions(language: labels.language, catalog: catalog)))
    if output.json { return try StandardOutput.write(standing.object.text + "\n") }
    if output.csv {
      return try StandardOutput.write(CSVText.table(Standing.header, standing.rows))
    }
    let grounds =
      why || second != nil
      ? try RelationGrounds(
        relations: relations, store: store, language: labels.language, catalog: catalog) : nil
    try StandardOutput.write(standing.text(grounds: grounds, width: Terminal.width))
  }
}
