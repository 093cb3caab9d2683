import CasusModel

/// What all statements of one event share: type, mode and rolled-up participants by role.
///
/// A mode that only says by what an attack was made is no part of it: who reports the attack need not
/// tell the weapon (`isWay`).
///
/// Statements of different groups are never the same event. Within a group, `EventMerger` judges by
/// date and object. Where source and target may be exchanged, the smaller list is the source.
///
/// It is an object, so that handing it about does not copy its lists.
final class EventGroup: Hashable, Comparable, Sendable {
  let type: EventType
  /// The mode of all; `nil` where they need not have one.
  let mode: String?
  /// The mode of what the group was made from.
  let statedMode: String?
  /// Rolled-up actors, each list sorted.
  let source: [ActorID]
  let target: [ActorID]
  /// Those of the other roles; no empty lists.
  let roles: [String: [ActorID]]
  /// The group in one line, the same on every machine: what is hashed and compared.
  let text: String
  /// The first eight bytes of the text's hash, by which the group's events are found.
  let key: Int64

  convenience init(_ statement: Statement) {
    self.init(
      type: statement.type, mode: statement.mode, source: statement.source,
      target: statement.target, roles: statement.roles)
  }

  convenience init(_ event: Event) {
    self.init(type: event.type, mode: event.mode, sides: event.participants)
  }

  /// The group of an event whose sides may stand in either order and be named finely.
  convenience init(type: EventType, mode: String?, sides: [String: [ActorID]]) {
    self.init(
      type: type, mode: mode, source: sides["source"] ?? [], target: sides["target"] ?? [],
      roles: sides.filter { $0.key != "source" && $0.key != "target" })
  }

  private init(
    type: EventType, mode: String?, source: [ActorID], target: [ActorID],
    roles: [String: [ActorID]]
  ) {
    self.type = type
    statedMode = mode
    let mode = Self.isWay(mode, of: type) ? nil : mode
    self.mode = mode
    var (source, target) = (Self.rolledUp(source), Self.rolledUp(target))
    if Self.isSwapped(source, target, type: type) { swap(&source, &target) }
    let roles =
      roles.isEmpty ? roles : roles.filter { !$0.value.isEmpty }.mapValues(Self.rolledUp)
    self.source = source
    self.target = target
    self.roles = roles
    var text = type.rawValue + "\u{1F}"
    if let mode { text += mode }
    func add(_ role: String, _ actors: [ActorID]) {
      guard !actors.isEmpty else { return }
      text += "\u{1F}"
      text += role
      text += "="
      for (place, actor) in actors.enumerated() {
        if place > 0 { text += "\u{1E}" }
        text += actor.rawValue
      }
    }
    if roles.isEmpty {
      add("source", source)
      add("target", target)
    } else {
      let all = Self.participants(source, target, roles)
      for (role, actors) in all.sorted(by: { $0.key < $1.key }) { add(role, actors) }
    }
    self.text = text
    key = Int64(bitPattern: ContentHash.number(of: text.utf8))
  }

  /// Rolled-up actors by role, `source` and `target` included; no empty lists.
  var participants: [String: [ActorID]] { Self.participants(source, target, roles) }

  /// Whether a statement of the group names its sides in the other order.
  func isSwapped(_ statement: Statement) -> Bool {
    guard type.isSymmetric else { return false }
    return Self.isSwapped(
      Self.rolledUp(statement.source), Self.rolledUp(statement.target), type: type)
  }

  /// The modes that say by what an attack was made, and not what was done.
  ///
  /// They stand here and not in `Data` because event identifiers depend on them.
  private static let ways: Set<String> = ["aerial", "drone", "missile", "shelling"]

  /// Whether a mode only tells the way in which the same is done as without it.
  static func isWay(_ mode: String?, of type: EventType) -> Bool {
    type == .assault && mode.map(ways.contains) ?? false
  }

  /// Whether its statements may tell the way in which it was done, or leave that open.
  var hasWays: Bool { type == .assault && mode == nil }

  /// Whether a statement names the very actors of the group, and the mode of an event of it.
  func isSaid(by statement: Statement, mode: String?) -> Bool {
    statement.source == source && statement.target == target && statement.mode == mode
      && statement.type == type
      && (statement.roles == roles || statement.roles.filter { !$0.value.isEmpty } == roles)
  }

  static func == (a: EventGroup, b: EventGroup) -> Bool {
    a === b || a.key == b.key && a.text == b.text
  }

  /// The order in which the groups lie in the index of events.
  static func < (a: EventGroup, b: EventGroup) -> Bool {
    a.key == b.key ? a.text < b.text : a.key < b.key
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(key)
  }

  private static func participants(
    _ source: [ActorID], _ target: [ActorID], _ roles: [String: [ActorID]]
  ) -> [String: [ActorID]] {
    var result = roles
    result["source"] = source.isEmpty ? nil : source
    result["target"] = target.isEmpty ? nil : target
    return result
  }

  private static func rolledUp(_ actors: [ActorID]) -> [ActorID] {
    switch actors.count {
    case 0: actors
    case 1: [actors[0].rolledUp]
    default: Set(actors.map(\.rolledUp)).sorted()
    }
  }

  private static func isSwapped(
    _ source: [ActorID], _ target: [ActorID], type: EventType
  ) -> Bool {
    guard type.isSymmetric, !target.isEmpty else { return false }
    return source.isEmpty || target.lexicographicallyPrecedes(source)
  }
}

extension Statement {
  /// The actors by role, `source` and `target` included, without empty roles.
  var participants: [String: [ActorID]] {
    var result = roles.isEmpty ? roles : roles.filter { !$0.value.isEmpty }
    result["source"] = source.isEmpty ? nil : source
    result["target"] = target.isEmpty ? nil : target
    return result
  }

  /// Whether two statements name the same actors in each role.
  func hasSides(of other: Statement) -> Bool {
    source == other.source && target == other.target && roles == other.roles
  }
}
