/// Names whose words change: Ukrainian, Russian.
extension NameRules {
  /// The forms of a name; `nil` where none is certain.
  func forms(ofName name: String, kind: Actor.Kind?, id: ActorID) -> Forms? {
    if let forms = names[name] { return forms }
    let words = name.split(separator: " ").map { String($0) }
    guard let first = words.first, !Self.isForeign(first) else { return unchanged(name) }
    if kind == .person { return forms(ofPerson: words, id: id) }
    return forms(ofBody: words, isState: kind == .state)
  }

  private func unchanged(_ name: String) -> Forms {
    Array(repeating: name, count: GrammaticalCase.allCases.count)
  }

  // MARK: People

  private func forms(ofPerson words: [String], id: ActorID) -> Forms {
    let state = id.rolledUp.rawValue
    let own = words.map { !Self.isForeign($0) && !$0.utf8.contains(UInt8(ascii: ".")) }
    guard let last = own.lastIndex(of: true) else { return unchanged(words.joined(separator: " ")) }
    let isWoman =
      isListed(words[0], "female") || words.count > 1 && endsAsListed(words[last], "female-ending")
    let onlyLast = isListed(state, "family-first")
    var kinds = isWoman ? ["woman-last", "woman"] : ["man-last", "man"]
    if isListed(state, "native") {
      kinds.insert(isWoman ? "woman-native-last" : "native-last", at: 0)
    }
    return joined(
      words.enumerated().map { at, word in
        if !own[at] || onlyLast && at < last || isListed(word, "fixed")
          || at > 0 && isListed(word, "particle")
        {
          return unchanged(word)
        }
        if !isWoman, let forms = forms(of: word, in: male) { return forms }
        let isLast = at == last && words.count > 1
        if Self.isLower(word), !word.utf8.contains(UInt8(ascii: "-")) {
          return self.words[word] ?? unchanged(word)
        }
        return hyphenated(word, isLast ? kinds : [isWoman ? "woman" : "man"], isLast: isLast)
      })
  }

  /// Of words such as "Жан-Клод" the last part changes; of surnames also a part before that shows what it is.
  private func hyphenated(_ word: String, _ kinds: [String], isLast: Bool) -> Forms {
    let parts = word.split(separator: "-").map { String($0) }
    let ofSurnames = kinds.filter { $0 == "man-last" || $0 == "woman-last" }
    let changed = parts.enumerated().map { at, part -> Forms in
      if at == parts.count - 1 {
        return isListed(part, "fixed") ? unchanged(part) : inflected(part, kinds) ?? unchanged(part)
      }
      guard isLast, part.unicodeScalars.count > 3 else { return unchanged(part) }
      return inflected(part, ofSurnames) ?? unchanged(part)
    }
    return joined(changed, "-")
  }

  // MARK: States and bodies

  /// The genders and the plural of adjectives before a noun.
  private static let agreements = ["masculine", "feminine", "neuter", "plural"]

  private func forms(ofBody words: [String], isState: Bool) -> Forms? {
    if Self.isAbbreviation(words[0]) { return unchanged(words.joined(separator: " ")) }
    if isState, words.count == 3, Self.conjunctions.contains(words[1]) {
      guard let first = forms(ofBody: [words[0]], isState: true),
        let second = forms(ofBody: [words[2]], isState: true)
      else { return nil }
      return joined([first, unchanged(words[1]), second])
    }
    var adjectives: [(at: Int, kind: String)] = []
    for (at, word) in words.enumerated() {
      let isLast = at == words.count - 1
      if let noun = noun(word, isLast: false) ?? abbreviation(word, behind: adjectives) {
        return phrase(words, adjectives, noun, at)
      }
      if !adjectives.isEmpty, !isLast, Self.conjunctions.contains(word) { continue }
      if !isLast, let kind = agreement(of: word) {
        adjectives.append((at, kind))
        continue
      }
      guard isLast, let noun = noun(word, isLast: true) else { return nil }
      return phrase(words, adjectives, noun, at)
    }
    return nil
  }

  private func abbreviation(_ word: String, behind adjectives: [(at: Int, kind: String)]) -> Forms?
  {
    !adjectives.isEmpty && Self.isAbbreviation(word) ? unchanged(word) : nil
  }

  /// The forms of a noun that is known, or of any that ends a name.
  private func noun(_ word: String, isLast: Bool) -> Forms? {
    guard isLast else {
      if let forms = forms(of: word, in: words) { return forms }
      if isListed(word, "fixed") { return unchanged(word) }
      return isListed(Self.lowered(word), "head") ? inflected(word, ["noun"]) : nil
    }
    let parts = word.split(separator: "-").map { String($0) }
    guard let tail = parts.last else { return nil }
    if isListed(word, "fixed") || isListed(tail, "fixed") { return unchanged(word) }
    if let found = inflected(tail, ["noun"]) {
      return joined(parts.dropLast().map(unchanged) + [found], "-")
    }
    // Foreign names in other vowels keep their form: Тувалу, Монако.
    return word.unicodeScalars.last.map { Self.otherVowels.contains($0) } == true
      ? unchanged(word) : nil
  }

  private func agreement(of word: String) -> String? {
    guard !isListed(word, "fixed") else { return nil }
    if lists["adjective"] != nil, !endsAsListed(word, "adjective") { return nil }
    return Self.agreements.first { inflected(word, [$0]) != nil }
  }

  private func phrase(
    _ words: [String], _ adjectives: [(at: Int, kind: String)], _ noun: Forms, _ at: Int
  ) -> Forms {
    var parts = words.map(unchanged)
    parts[at] = noun
    // Several people are told in the accusative as in the genitive: красных кхмеров.
    let accusative = GrammaticalCase.accusative.place
    let genitive = GrammaticalCase.genitive.place
    let areAlive = noun[accusative] == noun[genitive] && noun[accusative] != noun[0]
    for adjective in adjectives {
      var forms = inflected(words[adjective.at], [adjective.kind]) ?? parts[adjective.at]
      if adjective.kind == "plural", areAlive { forms[accusative] = forms[genitive] }
      parts[adjective.at] = forms
    }
    return joined(parts)
  }

  // MARK: Words

  private func joined(_ parts: [Forms], _ separator: String = " ") -> Forms {
    GrammaticalCase.allCases.map { name in
      parts.map { $0[name.place] }.joined(separator: separator)
    }
  }

  /// The forms of a word that a table gives, with the capital that it has here.
  private func forms(of word: String, in table: [String: Forms]) -> Forms? {
    if let forms = table[word] { return forms }
    let low = Self.lowered(word)
    guard low != word, let forms = table[low] else { return nil }
    return forms.map(\.capitalizedAtStart)
  }

  private static let conjunctions: Set<String> = ["и", "і", "й", "та"]
  private static let otherVowels: Set<Unicode.Scalar> = [
    "о", "е", "у", "ю", "и", "ы", "э", "є", "ї", "і",
  ]

  static func lowered(_ word: String) -> String { word.prefix(1).lowercased() + word.dropFirst() }

  private static func isLower(_ word: String) -> Bool {
    word.unicodeScalars.first?.properties.isLowercase == true
  }

  /// Whether a word holds Latin letters.
  static func isForeign(_ word: String) -> Bool {
    word.utf8.contains { (0x41...0x5A).contains($0 & 0xDF) }
  }

  private static func isAbbreviation(_ word: String) -> Bool {
    word.unicodeScalars.count > 1 && word.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
  }
}
