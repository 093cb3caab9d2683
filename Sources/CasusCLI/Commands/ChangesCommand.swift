import ArgumentParser
import CasusExport
import CasusModel
import CasusStore

/// `casus changes --from D --to D`: what changed between two dates.
struct ChangesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "Show which relations began, ended or became doubtful between two dates.",
    discussion: """
      Both dates count to the end: --from 2022-01 --to 2022-12 compares the last of January with the \
      last of December. Under each change stand the events that made it, and their words.
      """)

  @Argument(help: "Only relations of this actor.")
  var actor: String?

  @Argument(help: "Only those with this other one.")
  var other: String?

  @OptionGroup var conditions: ConditionOptions
  @OptionGroup var labels: LabelOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var data: DataOptions

  func validate() throws {
    guard conditions.from != nil, conditions.to != nil else {
      throw ValidationError("two dates are compared; give --from and --to")
    }
    if conditions.narrowsReports, actor == nil {
      throw ValidationError(
        "conditions on who said what need an actor; name one, such as casus changes UKR …")
    }
  }

  func run() throws {
    guard let from = conditions.from, let to = conditions.to else { return }
    let store = try database.openForReading()
    let catalog = try data.catalog()
    let first = try actor.map { try store.actor(named: $0) }
    let second = try other.map { try store.actor(named: $0) }
    var changes: [StandingChange]
    if conditions.narrowsReports, let first {
      changes = try store.changes(
        from: from, to: to, of: first, and: second, fromEventsMatching: conditions.filter,
        catalog: catalog)
    } else {
      changes = try store.changes(from: from, to: to, of: first, and: second)
    }
    if changes.isEmpty { try conditions.confirmSource(in: store) }
    if let limit = conditions.limit { changes = Array(changes.prefix(limit)) }
    let grounds = try RelationGrounds(
      relations: changes.map(\.relation), store: store, language: labels.language,
      catalog: catalog)
    if !output.isForPrograms, !changes.isEmpty {
      return try StandardOutput.write(
        changes.map { text(of: $0, grounds) }.joined(separator: "\n"))
    }
    try output.write(
      listing(changes), empty: "no relation changed between \(from) and \(to)")
  }

  private func text(of change: StandingChange, _ grounds: RelationGrounds) -> String {
    let before = change.before?.rawValue ?? "nothing"
    let after = change.after?.rawValue ?? "nothing"
    let head = "\(grounds.headline(of: change.relation)): \(before) → \(after)"
    let relation = change.relation
    // What began and ended between the two dates is told from its beginning.
    let beginning = change.before == nil && change.after == .ended ? relation.opening : []
    return head + "\n"
      + grounds.account(of: beginning, verb: "opened by", width: Terminal.width)
      + grounds.account(of: change.causes, verb: verb(of: change), width: Terminal.width)
  }

  private func verb(of change: StandingChange) -> String {
    if change.after == .ended { return "closed by" }
    if change.after == .contested, change.causes.contains(where: change.relation.closing.contains) {
      return "perhaps closed by"
    }
    return change.relation.opening.isEmpty ? "told by" : "opened by"
  }

  private func listing(_ changes: [StandingChange]) -> Listing {
    let rows = changes.map { change in
      [
        change.relation.id, change.relation.kind, change.relation.source.rawValue,
        change.relation.target.rawValue, change.relation.validity?.rawValue ?? "",
        change.before?.rawValue ?? "", change.after?.rawValue ?? "",
        change.causes.joined(separator: " "),
      ]
    }
    return Listing(
      table: Table([]),
      csv: {
        (["id", "relation", "source", "target", "validity", "before", "after", "events"], rows)
      },
      lines: {
        changes.map { change in
          let object: JSONValue = [
            "id": .string(change.relation.id), "kind": .string(change.relation.kind),
            "source": .string(change.relation.source.rawValue),
            "target": .string(change.relation.target.rawValue),
            "validity": JSONValue(change.relation.validity?.rawValue),
            "before": JSONValue(change.before?.rawValue),
            "after": JSONValue(change.after?.rawValue), "events": JSONValue(change.causes),
          ]
          return object.text
        }
      })
  }
}
