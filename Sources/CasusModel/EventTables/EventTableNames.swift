/// The actors that codes, names and phrases in event tables stand for.
public struct EventTableNames: Sendable {
  /// Actors by code; `nil` for a region, which is no actor.
  public var codes: [String: ActorID?]
  /// Known actors by lower-case English name.
  public var actors: [String: ActorID]
  /// States by lower-case name.
  public var countries: [String: ActorID]
  /// Phrases around the name of a country, in lower case, the longest first.
  public var phrases: [(before: String, after: String)]

  /// Makes a table of names from its parts.
  public init(
    codes: [String: ActorID?], actors: [String: ActorID], countries: [String: ActorID],
    phrases: [(before: String, after: String)]
  ) {
    self.codes = codes
    self.actors = actors
    self.countries = countries
    self.phrases = phrases
  }

  /// The state with a name; what stands in brackets at its end is left out.
  public func country(_ name: String) -> ActorID? {
    let name = name.lowercased()
    return countries[name] ?? countries[Self.withoutBrackets(name)]
  }

  /// The actor with a name.
  public func actor(_ name: String) -> ActorID? {
    let name = name.lowercased()
    let bare = Self.withoutBrackets(name)
    return actors[name] ?? actors[bare] ?? countries[name] ?? countries[bare]
  }

  /// The country whose actors a phrase stands for: `Military Forces of Ukraine (2019-)`.
  public func countryInPhrase(_ name: String) -> ActorID? {
    let name = name.lowercased()
    for text in [name, Self.withoutBrackets(name)] {
      for phrase in phrases where text.hasPrefix(phrase.before) && text.hasSuffix(phrase.after) {
        let rest = text.dropFirst(phrase.before.count).dropLast(phrase.after.count)
        if let found = country(String(rest)) { return found }
      }
    }
    return nil
  }

  private static func withoutBrackets(_ name: String) -> String {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return name }
    var rest = name[..<open]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
