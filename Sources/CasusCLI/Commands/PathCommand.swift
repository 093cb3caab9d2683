import ArgumentParser
import CasusExport
import CasusModel
import CasusStore

/// `casus path A B`: how two actors are connected.
struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Show the shortest ways from one actor to another over events.",
    discussion: """
      --k asks for several ways, the shortest first; --via for ways that pass an actor, or several in \
      their order. Denied and hypothetical events connect nobody unless asked for with --status. --limit is the \
      number of events shown for each step.
      """)

  /// How many events of a step people see unless they ask for more.
  private static let shownEvents = 3

  @Argument(help: "The first actor, named in any language.")
  var from: String

  @Argument(help: "The last actor.")
  var to: String

  @Option(help: ArgumentHelp("At most this many steps.", valueName: "n"))
  var maxHops = 6

  @Option(help: ArgumentHelp("How many ways at most.", valueName: "n"))
  var k = 1

  @Option(help: ArgumentHelp("Only ways that pass this actor; repeatable.", valueName: "a"))
  var via: [String] = []

  @OptionGroup var conditions: ConditionOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var data: DataOptions

  func validate() throws {
    if maxHops < 1 { throw ValidationError("--max-hops must be at least 1") }
    if k < 1 { throw ValidationError("--k must be at least 1") }
  }

  func run() throws {
    let store = try database.openForReading()
    let (first, last) = (try store.actor(named: from), try store.actor(named: to))
    let stops = try via.map { try store.actor(named: $0) }
    var filter = conditions.filter
    filter.newestFirst = true
    filter.limit = conditions.limit ?? Self.shownEvents
    let ways = try store.paths(
      from: first, to: last, via: stops, maxHops: maxHops, count: k, filter: filter)
    guard !ways.isEmpty else {
      try conditions.confirmSource(in: store)
      let over = stops.isEmpty ? "" : " over " + stops.map(\.rawValue).joined(separator: ", ")
      let steps = Counted.text(maxHops, "step")
      throw CommandFailure(
        .badData,
        "no way from \(first) to \(last)\(over) within \(steps); try more with --max-hops, or fewer "
          + "conditions")
    }
    let steps = ways.joined()
    let ids =
      steps.flatMap { $0.events.flatMap(\.named) } + steps.flatMap { [$0.from, $0.to] } + [first]
    let wording = EventWording(
      actors: try store.actors(ids),
      options: ExportOptions(language: labels.language, catalog: try data.catalog()))
    guard !output.isForPrograms else {
      return try output.write(listing(ways), empty: "")
    }
    guard !steps.isEmpty else { return StandardError.write(line: "the two are one actor") }
    let texts = ways.map { steps in
      let way = [first.rolledUp] + steps.map(\.to)
      return way.map { wording.name(of: $0) }.joined(separator: " – ") + "\n\n"
        + table(of: steps, wording).text(width: Terminal.width)
    }
    try StandardOutput.write(texts.joined(separator: "\n"))
  }

  /// The steps of one way for people.
  private func table(of steps: [PathStep], _ wording: EventWording) -> Table {
    var table = Table([
      .init("step", isNumeric: true), .init("date"), .init("event", wraps: true), .init("status"),
      .init("id"),
    ])
    for (number, step) in steps.enumerated() {
      for event in step.events {
        table.add([
          "\(number + 1)", event.date?.rawValue ?? "undated", wording.sentence(of: event),
          EventListing.status(of: event), String(event.id.prefix(8)),
        ])
      }
      let rest = step.eventCount - step.events.count
      if rest > 0 { table.add(["\(number + 1)", "", "… and \(rest) more", "", ""]) }
    }
    return table
  }

  private func listing(_ ways: [[PathStep]]) -> Listing {
    let steps = ways.enumerated().flatMap { number, way in
      way.enumerated().map { (way: number + 1, step: $0 + 1, content: $1) }
    }
    let rows = steps.flatMap { way, number, step in
      step.events.map { event in
        [
          "\(way)", "\(number)", step.from.rawValue, step.to.rawValue, event.date?.rawValue ?? "",
          event.type.rawValue, event.mode ?? "", event.status.rawValue, event.id,
        ]
      }
    }
    return Listing(
      table: Table([]),
      csv: { (["way", "step", "from", "to", "date", "type", "mode", "status", "event"], rows) },
      lines: {
        steps.map { way, number, step in
          let object: JSONValue = [
            "way": .integer(way), "step": .integer(number), "from": .string(step.from.rawValue),
            "to": .string(step.to.rawValue), "eventCount": .integer(step.eventCount),
            "events": JSONValue(step.events.map(\.id)),
          ]
          return object.text
        }
      })
  }
}
