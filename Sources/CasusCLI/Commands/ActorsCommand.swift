import ArgumentParser
import CasusExport
import CasusModel
import CasusStore

/// `casus actors [WORDS]`: who is in the database.
struct ActorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actors",
    abstract: "List the actors of events, or find actors by a part of their names.",
    discussion: "Without words: the actors of events, the most active first.")

  @Argument(help: ArgumentHelp("A part of a name in any language, or of an identifier."))
  var words: [String] = []

  @Option(help: ArgumentHelp("At most this many.", valueName: "n"))
  var limit: Int?

  @OptionGroup var labels: LabelOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1") }
  }

  func run() throws {
    let store = try database.openForReading()
    let text = words.joined(separator: " ")
    let all = try store.actors(matching: text.isEmpty ? nil : text)
    let found = Array(all.prefix(limit ?? all.count))
    if found.isEmpty, !text.isEmpty, !output.isForPrograms {
      // Says which names are nearest.
      _ = try store.actor(named: text)
    }
    try output.write(listing(found), empty: "no actors yet; casus import brings them in")
  }

  private func listing(_ found: [ActorActivity]) -> Listing {
    var table = Table([
      .init("events", isNumeric: true), .init("id"), .init("name", wraps: true), .init("kind"),
      .init("part of"),
    ])
    for (actor, events) in found.map({ ($0.actor, $0.events) }) {
      table.add([
        "\(events)", actor.id.rawValue, actor.name(in: labels.language), actor.kind.rawValue,
        actor.parent?.rawValue ?? "",
      ])
    }
    return Listing(
      table: table, csv: { (["events", "id", "name", "kind", "parent"], table.rows) },
      lines: { found.map { object($0).text } })
  }

  private func object(_ found: ActorActivity) -> JSONValue {
    [
      "id": .string(found.actor.id.rawValue),
      "kind": .string(found.actor.kind.rawValue),
      "name": .string(found.actor.name(in: labels.language)),
      "names": .object(
        found.actor.names.sorted { $0.key < $1.key }.map { (key: $0.key, value: .string($0.value)) }
      ),
      "parent": JSONValue(found.actor.parent?.rawValue),
      "events": .integer(found.events),
    ]
  }
}
