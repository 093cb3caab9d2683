import Foundation

/// The actors that codes, names and phrases in event tables stand for.
public struct EventTableNames: Sendable {
  /// An actor that bears a name which another bears at another time.
  public struct Namesake: Hashable, Sendable {
    /// The actor.
    public var actor: ActorID
    /// The days it existed; `nil` for always.
    public var lifetime: EDTF?

    /// Makes a namesake from its parts.
    public init(actor: ActorID, lifetime: EDTF?) {
      self.actor = actor
      self.lifetime = lifetime
    }
  }

  /// Actors by code; `nil` for a region, which is no actor.
  public var codes: [String: ActorID?]
  /// Known actors by folded name.
  private let actors: [String: ActorID]
  /// States by folded name.
  private let countries: [String: ActorID]
  /// Phrases around the name of a country, folded, the longest first.
  private let phrases: [(before: String, after: String)]
  /// For an actor the others that bear its name, itself among them.
  private let namesakes: [ActorID: [Namesake]]

  /// Makes a table of names from its parts; case, accents, hyphens and apostrophes do not matter in
  /// names.
  public init(
    codes: [String: ActorID?], actors: [String: ActorID], countries: [String: ActorID],
    phrases: [(before: String, after: String)], namesakes: [ActorID: [Namesake]] = [:]
  ) {
    self.codes = codes
    self.actors = Self.folded(actors)
    self.countries = Self.folded(countries)
    self.phrases = phrases.map { (Self.fold($0.before), Self.fold($0.after)) }
    self.namesakes = namesakes
  }

  /// The state with a name; what stands in brackets at its end is left out.
  public func country(_ name: String) -> ActorID? { country(folded: Self.fold(name)) }

  private func country(folded name: String) -> ActorID? {
    countries[name] ?? countries[Self.withoutBrackets(name)]
  }

  /// The actor with a name, as tables write names: `RSF: Rapid Support Forces`, `Houthis - Ansar
  /// Allah`, `Wagner Group (2014-)`.
  public func actor(_ name: String) -> ActorID? {
    for form in Self.forms(of: name) {
      if let found = actors[form] ?? countries[form] { return found }
    }
    return nil
  }

  /// The country whose actors a phrase stands for: `Military Forces of Ukraine (2019-)`.
  public func countryInPhrase(_ name: String) -> ActorID? {
    for text in Self.forms(of: name) {
      for phrase in phrases where text.hasPrefix(phrase.before) && text.hasSuffix(phrase.after) {
        let rest = text.dropFirst(phrase.before.count).dropLast(phrase.after.count)
        if let found = country(folded: Self.withoutArticle(String(rest))) { return found }
      }
    }
    return nil
  }

  /// Who bore the actor's name on a day: the Taliban are a group until they took Kabul, and a
  /// government since.
  public func bearer(of actor: ActorID, on date: EDTF) -> ActorID {
    guard let namesakes = namesakes[actor] else { return actor }
    func existed(_ namesake: Namesake) -> Bool {
      guard let life = namesake.lifetime else { return true }
      return life.lowerBound <= date.upperBound && date.lowerBound <= life.upperBound
    }
    guard let own = namesakes.first(where: { $0.actor == actor }), !existed(own) else {
      return actor
    }
    return namesakes.first(where: existed)?.actor ?? actor
  }

  // MARK: Forms of names

  /// The name, and what is left of it without what tables put around names, the fullest form first.
  private static func forms(of name: String) -> [String] {
    var forms = [fold(name)]
    func add(_ form: String) {
      let form = withoutArticle(form)
      if !form.isEmpty, !forms.contains(form) { forms.append(form) }
    }
    add(forms[0])
    add(withoutBrackets(forms[0]))
    // "Military Forces of Israel (2022-) Border Police": the years end the name.
    if let years = forms[0].firstRange(of: yearsInBrackets) {
      add(String(forms[0][..<years.lowerBound]))
    }
    // "PKK: Kurdistan Workers Party": the short form alone is that of others as well.
    for form in forms {
      guard let colon = form.firstRange(of: ": "),
        form[..<colon.lowerBound].allSatisfy({ !$0.isWhitespace })
      else { continue }
      add(String(form[colon.upperBound...]))
    }
    // "Houthis - Ansar Allah"; hyphens have become blanks.
    for part in name.components(separatedBy: " - ").prefix(2) where part.count < name.count {
      add(fold(part))
      add(withoutBrackets(fold(part)))
    }
    return forms
  }

  /// ` (2019-)`, ` (2019-2021)`, as names end that hold for some years.
  private static var yearsInBrackets: Regex<Substring> { /\s*\([0-9]{4}\s?(?:[0-9]{4})?\)/ }

  /// In lower case, without accents and apostrophes, with blanks for hyphens.
  private static func fold(_ text: String) -> String {
    let plain = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    var folded = ""
    folded.reserveCapacity(plain.utf8.count)
    for character in plain {
      switch character {
      case "'", "’", "‘", "ʼ", "`": break
      case "-", "‐", "–": folded.append(" ")
      case "ı": folded.append("i")
      default: folded.append(character)
      }
    }
    return folded
  }

  private static func folded(_ names: [String: ActorID]) -> [String: ActorID] {
    var folded: [String: ActorID] = [:]
    // Sorted, so that the outcome is the same each time where two names fold into one.
    for (name, actor) in names.sorted(by: { $0.key < $1.key }) {
      let name = fold(name)
      if folded[name] == nil { folded[name] = actor }
    }
    return folded
  }

  private static func withoutArticle(_ name: String) -> String {
    name.hasPrefix("the ") ? String(name.dropFirst(4)) : name
  }

  private static func withoutBrackets(_ name: String) -> String {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return name }
    var rest = name[..<open]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
