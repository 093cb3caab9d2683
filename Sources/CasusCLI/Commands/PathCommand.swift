import ArgumentParser
import CasusExport
import CasusModel
import CasusStore

/// `casus path A B`: how two actors are connected.
struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Show the shortest way from one actor to another over events.",
    discussion: """
      Denied and hypothetical events connect nobody unless asked for with --status. --limit is the \
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

  @OptionGroup var conditions: ConditionOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var data: DataOptions

  func validate() throws {
    if maxHops < 1 { throw ValidationError("--max-hops must be at least 1") }
  }

  func run() throws {
    let store = try database.openForReading()
    let (first, last) = (try store.resolveActor(from), try store.resolveActor(to))
    var filter = conditions.filter
    filter.newestFirst = true
    let steps = try store.path(from: first, to: last, maxHops: maxHops, filter: filter)
    guard let steps else {
      throw CommandFailure(
        .badData, "no way from \(first) to \(last) within \(maxHops) steps; try --max-hops")
    }
    let events = steps.flatMap(\.events)
    let ids = events.flatMap(\.named) + steps.flatMap { [$0.from, $0.to] } + [first]
    let wording = EventWording(
      actors: try store.actors(ids),
      options: ExportOptions(language: labels.language, catalog: try data.catalog()))
    if !output.isForPrograms {
      let way = [first.rolledUp] + steps.map(\.to)
      try StandardOutput.write(way.map { wording.name(of: $0) }.joined(separator: " – ") + "\n\n")
    }
    try output.write(listing(steps, wording), empty: "the two are one actor")
  }

  private func listing(_ steps: [PathStep], _ wording: EventWording) -> Listing {
    var table = Table([
      .init("step", isNumeric: true), .init("date"), .init("event", wraps: true), .init("status"),
      .init("id"),
    ])
    for (number, step) in steps.enumerated() {
      let shown = step.events.prefix(conditions.limit ?? Self.shownEvents)
      for event in shown {
        table.add([
          "\(number + 1)", event.date?.rawValue ?? "undated", wording.sentence(of: event),
          EventListing.status(of: event), String(event.id.prefix(8)),
        ])
      }
      if step.events.count > shown.count {
        table.add(["\(number + 1)", "", "… and \(step.events.count - shown.count) more", "", ""])
      }
    }
    let rows = steps.enumerated().flatMap { number, step in
      step.events.map { event in
        [
          "\(number + 1)", step.from.rawValue, step.to.rawValue, event.date?.rawValue ?? "",
          event.type.rawValue, event.mode ?? "", event.status.rawValue, event.id,
        ]
      }
    }
    return Listing(
      table: table,
      csv: { (["step", "from", "to", "date", "type", "mode", "status", "event"], rows) },
      lines: {
        steps.map { step in
          let object: JSONValue = [
            "from": .string(step.from.rawValue), "to": .string(step.to.rawValue),
            "events": JSONValue(step.events.map(\.id)),
          ]
          return object.text
        }
      })
  }
}
