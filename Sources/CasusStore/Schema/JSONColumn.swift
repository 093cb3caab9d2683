import CasusModel
import Foundation

/// Values that a table keeps as JSON text, always written the same way.
enum JSONColumn {
  static func text(of names: [String]) throws -> String {
    if names.isEmpty { return "[]" }
    return try list(of: names) ?? encode(names)
  }

  /// The list that the encoder writes, where nothing in it must be escaped; `nil` otherwise.
  static func list(of names: [String]) -> String? {
    var text = "["
    for (place, name) in names.enumerated() {
      guard isPlain(name) else { return nil }
      text += place == 0 ? "\"" : ",\""
      text += name
      text += "\""
    }
    return text + "]"
  }

  /// Whether JSON has a text as it is.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != 0x5C }
  }

  static func names(in text: String) throws -> [String] {
    if text == "[]" { return [] }
    // Nothing is escaped in most lists; then quotes only part the names.
    guard text.hasPrefix("[\""), text.hasSuffix("\"]"), !text.utf8.contains(0x5C) else {
      return try JSONDecoder().decode([String].self, from: Data(text.utf8))
    }
    return text.dropFirst(2).dropLast(2).split(separator: "\",\"", omittingEmptySubsequences: false)
      .map { String($0) }
  }

  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}

/// What a statement says apart from its evidence, as `evidence.statement` keeps it.
struct StatedEvent: Hashable, Codable {
  let type: EventType
  let mode: String?
  /// Actors by role as the statement names them, `source` and `target` included.
  let participants: [String: [ActorID]]

  init(type: EventType, mode: String?, participants: [String: [ActorID]]) {
    self.type = type
    self.mode = mode
    self.participants = participants
  }

  init(_ statement: Statement) {
    type = statement.type
    mode = statement.mode
    participants = statement.participants
  }

  init(_ group: EventGroup) {
    type = group.type
    mode = group.statedMode
    participants = group.participants
  }

  /// The statement as JSON, its keys sorted.
  ///
  /// This is what the encoder writes; most have nothing to escape and are quicker written by hand.
  func json() throws -> String {
    guard mode.map(JSONColumn.isPlain) ?? true,
      participants.allSatisfy({ role, actors in
        JSONColumn.isPlain(role) && actors.allSatisfy { JSONColumn.isPlain($0.rawValue) }
      })
    else { return try JSONColumn.encode(self) }
    var text = "{"
    if let mode {
      text += "\"mode\":\""
      text += mode
      text += "\","
    }
    text += "\"participants\":{"
    var isFirstRole = true
    for (role, actors) in participants.sorted(by: { $0.key < $1.key }) {
      text += isFirstRole ? "\"" : ",\""
      isFirstRole = false
      text += role
      text += "\":["
      for (place, actor) in actors.enumerated() {
        text += place == 0 ? "\"" : ",\""
        text += actor.rawValue
        text += "\""
      }
      text += "]"
    }
    text += "},\"type\":\""
    text += type.rawValue
    text += "\"}"
    return text
  }

  func statement(object: String?, place: String?, evidence: Evidence) -> Statement {
    Statement(
      type: type, mode: mode, source: participants["source"] ?? [],
      target: participants["target"] ?? [],
      roles: participants.filter { $0.key != "source" && $0.key != "target" },
      object: object, place: place, evidence: evidence)
  }
}

extension JSONColumn {
  static func stated(in text: String) throws -> StatedEvent {
    try StatedEvent(plain: text) ?? decode(StatedEvent.self, from: text)
  }
}
