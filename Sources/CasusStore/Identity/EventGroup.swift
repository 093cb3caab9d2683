import CasusModel

/// What all statements of one event share: type, mode and rolled-up participants by role.
///
/// Statements of different groups are never the same event. Within a group, `EventMerger` judges by
/// date and object. Where source and target may be exchanged, the smaller list is the source.
struct EventGroup: Hashable {
  let type: EventType
  let mode: String?
  /// Rolled-up actors by role, `source` and `target` included, each list sorted; no empty lists.
  let participants: [String: [ActorID]]
  /// The group in one line, the same on every machine: what is hashed and compared.
  let text: String

  init(_ statement: Statement) {
    self.init(type: statement.type, mode: statement.mode, sides: statement.participants)
  }

  /// The group of an event whose sides may stand in either order and be named finely.
  init(type: EventType, mode: String?, sides: [String: [ActorID]]) {
    self.type = type
    self.mode = mode
    var participants = Self.rolledUp(sides)
    if Self.isSwapped(participants, type: type) {
      (participants["source"], participants["target"]) =
        (participants["target"], participants["source"])
    }
    self.participants = participants
    var text = type.rawValue + "\u{1F}" + (mode ?? "")
    for (role, actors) in participants.sorted(by: { $0.key < $1.key }) {
      text += "\u{1F}" + role + "="
      for (place, actor) in actors.enumerated() {
        if place > 0 { text += "\u{1E}" }
        text += actor.rawValue
      }
    }
    self.text = text
  }

  /// Whether a statement of the group names its sides in the other order.
  func isSwapped(_ statement: Statement) -> Bool {
    Self.isSwapped(Self.rolledUp(statement.participants), type: type)
  }

  /// The first eight bytes of the text's hash, by which the group's events are found.
  var key: Int64 {
    Int64(bitPattern: ContentHash.number(of: text.utf8))
  }

  static func == (a: EventGroup, b: EventGroup) -> Bool {
    a.text == b.text
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }

  private static func rolledUp(_ participants: [String: [ActorID]]) -> [String: [ActorID]] {
    participants.mapValues { actors in
      actors.count == 1 ? [actors[0].rolledUp] : Set(actors.map(\.rolledUp)).sorted()
    }
  }

  private static func isSwapped(_ participants: [String: [ActorID]], type: EventType) -> Bool {
    guard type.isSymmetric, let target = participants["target"] else { return false }
    guard let source = participants["source"] else { return true }
    return target.lexicographicallyPrecedes(source)
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
}
