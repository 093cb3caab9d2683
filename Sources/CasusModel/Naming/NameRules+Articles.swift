/// Names before which an article stands and tells the case: German.
extension NameRules {
  /// The articles in the nominative, genitive, dative and accusative; a fifth case does not exist.
  private static let articles: [String: Forms] = [
    "der": ["der", "des", "dem", "den", "dem"],
    "die": ["die", "der", "der", "die", "der"],
    "das": ["das", "des", "dem", "das", "dem"],
    "plural": ["die", "der", "den", "die", "den"],
  ]
  /// How an adjective ends without an article, by the article that would stand before it.
  private static let strongEndings = [
    (article: "der", ending: "er"), ("die", "e"), ("das", "es"), ("plural", "e"),
  ]

  /// The forms of a name with its article, if it has one.
  func forms(withArticle name: String, kind: Actor.Kind?) -> Forms {
    let isOwner = kind == .person || kind == .state
    var plain = Array(repeating: name, count: GrammaticalCase.allCases.count)
    plain[GrammaticalCase.genitive.place] = isOwner ? owner(name) : "von " + name
    guard kind != .person else { return plain }
    for (article, ending) in Self.strongEndings {
      if isListed(name, article) { return behind(article, [name], at: 0) ?? plain }
      var words = name.split(separator: " ").map { String($0) }
      var head = 0
      while head < words.count - 1, !isHead(words[head], article),
        isListed(words[head], "fixed") || words[head].hasSuffix(ending)
      {
        if !isListed(words[head], "fixed") { words[head].removeLast(ending.count - 1) }
        head += 1
      }
      if head < words.count, isHead(words[head], article) {
        return behind(article, words, at: head) ?? plain
      }
    }
    return plain
  }

  /// "Polens"; names in an s sound take no ending.
  private func owner(_ name: String) -> String {
    Self.hasSibilantEnd(name) || name.utf8.contains(UInt8(ascii: ".")) ? "von " + name : name + "s"
  }

  private static func hasSibilantEnd(_ word: String) -> Bool {
    ["s", "z", "x", "ß"].contains { word.hasSuffix($0) }
  }

  private func isHead(_ word: String, _ article: String) -> Bool {
    isListed(word, article) || endsAsListed(word.lowercased(), article + "-ending")
      || isListed(word.lowercased(), article + "-ending")
  }

  /// Adjectives before the head take the weak endings, a plural its -n.
  private func behind(_ article: String, _ words: [String], at head: Int) -> Forms? {
    guard let articles = Self.articles[article] else { return nil }
    return GrammaticalCase.allCases.map { wanted in
      let isPlain =
        wanted == .nominative || wanted == .accusative && (article == "die" || article == "das")
      let isDative = wanted == .dative || wanted == .instrumental
      let inflected = words.enumerated().map { at, word in
        if at < head {
          return isListed(word, "fixed") || isPlain && article != "plural" ? word : word + "n"
        }
        guard at == head else { return word }
        if wanted == .genitive, article == "der" || article == "das", !isListed(word, article),
          !Self.hasSibilantEnd(word)
        {
          return word + "s"
        }
        guard article == "plural", isDative else { return word }
        return ["e", "er", "el"].contains { word.hasSuffix($0) } ? word + "n" : word
      }
      return ([articles[wanted.place]] + inflected).joined(separator: " ")
    }
  }
}
