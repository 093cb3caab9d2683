import ArgumentParser
import CasusExport
import CasusModel
import CasusStore

/// `casus neighbours ACTOR`: who has to do with an actor, or with two.
struct NeighboursCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "neighbours",
    abstract: "List who has to do with an actor, directly or over others, or with two actors.",
    discussion: """
      Denied and hypothetical events connect nobody unless asked for with --status.
      """,
    aliases: ["neighbors"])

  @Argument(help: "The actor, named in any language.")
  var actor: String

  @Option(help: ArgumentHelp("How many steps away at most.", valueName: "k"))
  var hops = 1

  @Option(
    help: ArgumentHelp(
      "Only who has to do with this actor as well: the common partners of the two.",
      valueName: "a"))
  var commonWith: String?

  @OptionGroup var conditions: ConditionOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func validate() throws {
    if hops < 1 { throw ValidationError("--hops must be at least 1") }
    if hops > 1, commonWith != nil {
      throw ValidationError("--hops and --common-with exclude each other; give one")
    }
  }

  func run() throws {
    let store = try database.openForReading()
    let actor = try store.actor(named: actor)
    if let commonWith {
      let other = try store.actor(named: commonWith)
      guard actor.rolledUp != other.rolledUp else {
        throw CommandFailure(
          .badData, "\(self.actor) and \(commonWith) are one actor here; give another one")
      }
      let partners = try store.commonPartners(of: actor, other, filter: conditions.filter)
      if partners.isEmpty { try conditions.confirmSource(in: store) }
      let names = try names(partners.map(\.actor) + [actor, other], store)
      return try output.write(
        listing(partners, names, actor.rolledUp, other.rolledUp),
        empty: "the two have no common partners")
    }
    let found = try store.neighbours(of: actor, hops: hops, filter: conditions.filter)
    if found.isEmpty { try conditions.confirmSource(in: store) }
    let names = try names(found.flatMap { [$0.actor, $0.via] }, store)
    try output.write(listing(found, names), empty: "\(actor) has to do with nobody")
  }

  private func names(_ ids: [ActorID], _ store: EventStore) throws -> [ActorID: String] {
    Dictionary(
      try store.actors(ids.map(\.rolledUp)).map { ($0.id, $0.name(in: labels.language)) },
      uniquingKeysWith: { first, _ in first })
  }

  private func listing(_ found: [Neighbour], _ names: [ActorID: String]) -> Listing {
    var table = Table([
      .init("steps", isNumeric: true), .init("events", isNumeric: true), .init("id"),
      .init("name", wraps: true), .init("over", wraps: true),
    ])
    for entry in found {
      table.add([
        "\(entry.hops)", "\(entry.events)", entry.actor.rawValue,
        names[entry.actor] ?? entry.actor.rawValue,
        entry.hops == 1 ? "" : names[entry.via] ?? entry.via.rawValue,
      ])
    }
    let rows = found.map {
      [
        "\($0.hops)", "\($0.events)", $0.actor.rawValue, names[$0.actor] ?? $0.actor.rawValue,
        $0.via.rawValue,
      ]
    }
    return Listing(
      table: table, csv: { (["steps", "events", "id", "name", "via"], rows) },
      lines: {
        found.map { entry in
          let object: JSONValue = [
            "actor": .string(entry.actor.rawValue),
            "name": .string(names[entry.actor] ?? entry.actor.rawValue),
            "steps": .integer(entry.hops), "via": .string(entry.via.rawValue),
            "events": .integer(entry.events),
          ]
          return object.text
        }
      })
  }

  private func listing(
    _ partners: [CommonPartner], _ names: [ActorID: String], _ first: ActorID, _ second: ActorID
  ) -> Listing {
    var table = Table([
      .init("with \(names[first] ?? first.rawValue)", isNumeric: true),
      .init("with \(names[second] ?? second.rawValue)", isNumeric: true), .init("id"),
      .init("name", wraps: true),
    ])
    let rows = partners.map {
      [
        "\($0.withFirst)", "\($0.withSecond)", $0.actor.rawValue,
        names[$0.actor] ?? $0.actor.rawValue,
      ]
    }
    for row in rows { table.add(row) }
    return Listing(
      table: table,
      csv: { (["with \(first)", "with \(second)", "id", "name"], rows) },
      lines: {
        partners.map { entry in
          let object: JSONValue = [
            "actor": .string(entry.actor.rawValue),
            "name": .string(names[entry.actor] ?? entry.actor.rawValue),
            "events": .object([
              (key: first.rawValue, value: .integer(entry.withFirst)),
              (key: second.rawValue, value: .integer(entry.withSecond)),
            ]),
          ]
          return object.text
        }
      })
  }
}
