import CasusModel

extension StatedEvent {
  /// Reads what `json()` writes by hand, in a fraction of the time that a decoder takes; `nil` for
  /// whatever looks different.
  init?(plain text: String) {
    var text = text
    guard let found = text.withUTF8({ Self.plain($0) }) else { return nil }
    self = found
  }

  private static func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> StatedEvent? {
    guard !bytes.contains(UInt8(ascii: "\\")) else { return nil }
    var rest = Rest(bytes: bytes)
    guard rest.takes("{\"") else { return nil }
    var mode: String?
    if rest.takes("mode\":\"") {
      guard let found = rest.name(), rest.takes("\",\"") else { return nil }
      mode = found
    }
    guard rest.takes("participants\":{\"") else { return nil }
    var participants: [String: [ActorID]] = [:]
    var isAtEnd = false
    while !isAtEnd {
      guard let role = rest.name(), rest.takes("\":[\""), let first = rest.name() else {
        return nil
      }
      var actors = [ActorID(rawValue: first)]
      while rest.takes("\",\"") {
        guard let actor = rest.name() else { return nil }
        actors.append(ActorID(rawValue: actor))
      }
      participants[role] = actors
      if !rest.takes("\"],\"") {
        guard rest.takes("\"]},\"") else { return nil }
        isAtEnd = true
      }
    }
    guard rest.takes("type\":\""), let type = rest.name().flatMap({ EventType(rawValue: $0) }),
      rest.takes("\"}"), rest.isEmpty
    else { return nil }
    return StatedEvent(type: type, mode: mode, participants: participants)
  }

  /// What is still to be read.
  private struct Rest {
    let bytes: UnsafeBufferPointer<UInt8>
    var place = 0

    var isEmpty: Bool { place == bytes.count }

    /// Passes over some signs, if they come next.
    mutating func takes(_ signs: StaticString) -> Bool {
      let count = signs.utf8CodeUnitCount
      guard place + count <= bytes.count else { return false }
      for offset in 0..<count where bytes[place + offset] != signs.utf8Start[offset] {
        return false
      }
      place += count
      return true
    }

    /// What comes before the next quotation mark, up to which it goes.
    mutating func name() -> String? {
      let start = place
      while place < bytes.count, bytes[place] != UInt8(ascii: "\"") { place += 1 }
      guard place < bytes.count else { return nil }
      return String(decoding: bytes[start..<place], as: UTF8.self)
    }
  }
}
