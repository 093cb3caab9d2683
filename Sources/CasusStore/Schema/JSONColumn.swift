import CasusModel
import Foundation

/// Values that a table keeps as JSON text, always written the same way.
enum JSONColumn {
  static func text(of names: [String]) throws -> String {
    names.isEmpty ? "[]" : try encode(names)
  }

  static func names(in text: String) throws -> [String] {
    text == "[]" ? [] : try JSONDecoder().decode([String].self, from: Data(text.utf8))
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

  init(_ statement: Statement) {
    type = statement.type
    mode = statement.mode
    participants = statement.participants
  }

  init(_ group: EventGroup) {
    type = group.type
    mode = group.mode
    participants = group.participants
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
    try decode(StatedEvent.self, from: text)
  }
}
