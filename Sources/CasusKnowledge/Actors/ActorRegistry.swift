public import CasusData
public import CasusModel
import Foundation

/// All actors that Casus knows, with their names and offices.
///
/// A class, so that handing it on costs no more than one reference.
public final class ActorRegistry: Sendable {
  /// One actor with everything the registry holds about it.
  public struct Entry: Hashable, Sendable {
    /// The actor.
    public var actor: Actor
    /// The days it existed, or `nil` for always.
    public var lifetime: EDTF?
    /// The offices of a person.
    public var offices: [Office]
    /// All names by language, the display name first.
    public var names: [String: [ActorName]]
  }

  /// A name that stands for several actors at once.
  public struct Collective: Hashable, Sendable {
    /// The actors, sorted.
    public var members: [ActorID]
    /// All names by language.
    public var names: [String: [ActorName]]
  }

  static let collectivesFile = "collectives.tsv"

  /// The actors, sorted by identifier.
  public let entries: [Entry]
  /// Names for several actors, in file order.
  public let collectives: [Collective]
  private let positions: ActorPositions
  private let standings: [ActorID]
  private let kinds: [Actor.Kind]
  private let isOfState: [Bool]
  private let ids: [ActorID]

  /// Makes a registry from entries; of two with one identifier the later wins.
  public init(entries: [Entry], collectives: [Collective] = []) {
    self.collectives = collectives
    var byID: [ActorID: Entry] = [:]
    for entry in entries { byID[entry.actor.id] = entry }
    self.entries = byID.values.sorted { $0.actor.id < $1.actor.id }
    ids = self.entries.map(\.actor.id)
    positions = ActorPositions(ids)
    kinds = self.entries.map(\.actor.kind)
    let standings = self.entries.map { entry in
      let own = entry.actor.id.rolledUp
      guard own == entry.actor.id, entry.actor.kind == .person, let parent = entry.actor.parent
      else {
        return own
      }
      return parent.rolledUp
    }
    self.standings = standings
    let byPosition = self.entries
    let known = positions
    isOfState = byPosition.indices.map { position in
      byPosition[position].actor.kind == .state
        || known[standings[position]].map { byPosition[$0].actor.kind == .state } ?? false
    }
  }

  /// The entry of an identifier.
  public subscript(_ id: ActorID) -> Entry? {
    positions[id].map { entries[$0] }
  }

  /// The state or organisation that an actor stands for in a dyad.
  ///
  /// `RUS.GOV.PUTIN` gives `RUS`; a person or group with a parent gives the parent's.
  public func rolledUp(_ id: ActorID) -> ActorID {
    if let position = positions[id] { return standings[position] }
    // `PERSON:` identifiers do not say themselves whom they belong to.
    return id.isPerson ? id : id.rolledUp
  }

  /// The same for whoever may be a side of an event: `nil` for a medium, which is only quoted.
  public func side(_ id: ActorID) -> ActorID? {
    guard let position = positions[id] else { return rolledUp(id) }
    return kinds[position] == .medium ? nil : standings[position]
  }

  /// The actor that the entry at a position rolls up to.
  public func rolledUp(at position: Int) -> ActorID { standings[position] }

  /// The identifier of the entry at a position.
  public func id(at position: Int) -> ActorID { ids[position] }

  /// What the entry at a position is.
  public func kind(at position: Int) -> Actor.Kind { kinds[position] }

  /// Whether the entry at a position is a state or belongs to one.
  public func isOfState(at position: Int) -> Bool { isOfState[position] }

  /// What an actor is, if the registry knows it.
  public func kind(of id: ActorID) -> Actor.Kind? {
    positions[id].map { kinds[$0] }
  }

  /// Reads every table of `Actors/` except the gazetteer.
  public static func load(
    from data: DataDirectory, problems: inout [DataProblem]
  ) -> ActorRegistry {
    let folder = data.file("Actors")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var entries: [Entry] = []
    var firstSeen: [ActorID: String] = [:]
    let others = [Gazetteer.fileName, collectivesFile]
    for file in files.sorted() where file.hasSuffix(".tsv") && !others.contains(file) {
      let name = "Actors/\(file)"
      let table = TSVTable(
        contentsOf: folder.appending(path: file), name: name, problems: &problems)
      for (entry, line) in read(table, problems: &problems) {
        if let other = firstSeen[entry.actor.id] {
          problems.append(
            DataProblem(
              file: name, line: line,
              message: "actor '\(entry.actor.id)' is already defined at \(other)"))
        }
        firstSeen[entry.actor.id] = "\(name):\(line)"
        entries.append(entry)
      }
    }
    let registry = ActorRegistry(
      entries: entries,
      collectives: collectives(from: data, known: Set(firstSeen.keys), problems: &problems))
    for entry in registry.entries {
      guard let parent = entry.actor.parent, registry[parent] == nil else { continue }
      let place = (firstSeen[entry.actor.id] ?? "Actors:0").split(separator: ":")
      problems.append(
        DataProblem(
          file: String(place[0]), line: Int(place.last ?? "0") ?? 0,
          message: "parent '\(parent)' of '\(entry.actor.id)' is not defined"))
    }
    return registry
  }

  private static func read(
    _ table: TSVTable, problems: inout [DataProblem]
  ) -> [(Entry, Int)] {
    guard
      let id = table.column("id", problems: &problems),
      let kind = table.column("kind", problems: &problems),
      let parent = table.column("parent", problems: &problems),
      let since = table.column("since", problems: &problems),
      let until = table.column("until", problems: &problems),
      let offices = table.column("offices", problems: &problems)
    else { return [] }
    let languages = table.columns.enumerated().filter { $1.hasPrefix("names.") }
      .map { (position: $0, code: String($1.dropFirst(6))) }
    var result: [(Entry, Int)] = []
    for row in table.rows {
      func fault(_ message: String) {
        problems.append(DataProblem(file: table.file, line: row.line, message: message))
      }
      guard let kindValue = Actor.Kind(rawValue: row.cells[kind]) else {
        fault("unknown kind '\(row.cells[kind])'")
        continue
      }
      guard !row.cells[id].isEmpty else {
        fault("the id is empty")
        continue
      }
      var names: [String: [ActorName]] = [:]
      for language in languages where !row.cells[language.position].isEmpty {
        let cell = row.cells[language.position]
        names[language.code] = ActorName.list(cell: cell)
      }
      if names.isEmpty { fault("'\(row.cells[id])' has no name") }
      let display = names.compactMapValues { list in
        list.first { $0.marks.isDisjoint(with: [.adjective, .shortForm]) }?.text ?? list.first?.text
      }
      var held: [Office] = []
      for cell in row.cells[offices].split(separator: "|") {
        let text = cell.trimmingCharacters(in: .whitespaces)
        if let office = Office(cell: text) {
          held.append(office)
        } else {
          fault("office '\(text)' is not STATE:office:FROM/TO")
        }
      }
      let actor = Actor(
        id: ActorID(rawValue: row.cells[id]), kind: kindValue, names: display,
        parent: row.cells[parent].isEmpty ? nil : ActorID(rawValue: row.cells[parent]))
      let lifetime = lifetime(row.cells[since], row.cells[until], fault: fault)
      result.append(
        (Entry(actor: actor, lifetime: lifetime, offices: held, names: names), row.line))
    }
    return result
  }

  private static func collectives(
    from data: DataDirectory, known: Set<ActorID>, problems: inout [DataProblem]
  ) -> [Collective] {
    let name = "Actors/\(collectivesFile)"
    guard data.exists(name) else { return [] }
    let table = TSVTable(contentsOf: data.file(name), name: name, problems: &problems)
    guard let members = table.column("members", problems: &problems) else { return [] }
    return table.rows.map { row in
      let ids = row.cells[members].split(separator: "|")
        .map { ActorID(rawValue: $0.trimmingCharacters(in: .whitespaces)) }
      for id in ids where !known.contains(id) {
        problems.append(
          DataProblem(file: name, line: row.line, message: "actor '\(id)' is not defined"))
      }
      var names: [String: [ActorName]] = [:]
      for (position, column) in table.columns.enumerated() where column.hasPrefix("names.") {
        names[String(column.dropFirst(6))] = ActorName.list(cell: row.cells[position])
      }
      return Collective(members: ids.sorted(), names: names)
    }
  }

  private static func lifetime(
    _ since: String, _ until: String, fault: (String) -> Void
  ) -> EDTF? {
    if since.isEmpty && until.isEmpty { return nil }
    let text = "\(since.isEmpty ? ".." : since)/\(until.isEmpty ? ".." : until)"
    let value = EDTF(text)
    if value == nil { fault("'\(text)' is not a valid EDTF interval") }
    return value
  }
}
