/// The identifier of an actor, such as `RUS`, `EU`, `RUS.GOV.PUTIN` or `ORG:Hamas`.
///
/// The part before the first `.` or `/` is the state or organisation that the actor rolls up to.
public struct ActorID: RawRepresentable, Hashable, Comparable, Codable, Sendable,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  /// The identifier as written in data files and in JSON.
  public let rawValue: String

  /// Wraps an identifier as written.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Wraps a literal identifier.
  public init(stringLiteral value: String) {
    self.rawValue = value
  }

  /// The state or organisation that the actor belongs to: `RUS.GOV.PUTIN` gives `RUS`.
  ///
  /// Actors named by form (`ORG:Name`, `NGO:Name`) roll up to themselves.
  public var rolledUp: ActorID {
    var text = rawValue
    return text.withUTF8 { bytes in
      guard
        let cut = bytes.firstIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") })
      else { return self }
      if rawValue.hasPrefix("ORG:") || rawValue.hasPrefix("NGO:") { return self }
      return ActorID(rawValue: String(decoding: bytes[..<cut], as: UTF8.self))
    }
  }

  /// What the identifier says by itself: `Hamas` of `ORG:Hamas`.
  public var plainName: String {
    guard let colon = rawValue.firstIndex(of: ":") else { return rawValue }
    return String(rawValue[rawValue.index(after: colon)...])
  }

  /// Whether it names a person outside any government (`PERSON:Name`).
  public var isPerson: Bool {
    // Few identifiers begin with the letter; the look at it is cheap.
    rawValue.utf8.first == UInt8(ascii: "P") && rawValue.hasPrefix("PERSON:")
  }

  /// The identifier as written.
  public var description: String { rawValue }

  /// Orders identifiers by their text, so that output never depends on hashing.
  public static func < (a: ActorID, b: ActorID) -> Bool {
    a.rawValue < b.rawValue
  }
}
