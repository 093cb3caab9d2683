extension LanguagePack {
  /// Every form of a word or phrase by a named paradigm; the word itself when there is none.
  ///
  /// Of a phrase, the word that the paradigm's position names is inflected (`phrases:` in
  /// `language.yaml`): the first of a verb, the last of an English noun.
  func forms(of phrase: String, as name: String) -> [(String, FormFeatures)] {
    guard let paradigms = paradigms[name] else { return [(phrase, .base)] }
    var parts = phrase.split(separator: " ").map(String.init)
    let position = nounHead == .last || parts.count == 1 ? parts.count - 1 : 0
    guard position >= 0 else { return [] }
    let word = parts[position]
    guard let paradigm = Self.choose(paradigms, for: word) else { return [(phrase, .base)] }
    return paradigm.inflect(word, vowels: vowels).map { form, features in
      parts[position] = form
      return (parts.joined(separator: " "), features)
    }
  }

  /// Every form of a verb in the language's notation.
  ///
  /// `ber-temu` is a verb with its own prefix, `.mundur` one that stands as it is, braces hold
  /// irregular forms; phrasal particles and objects follow the verb.
  func verbForms(of verb: String) -> [(String, FormFeatures)] {
    var parts = verb.split(separator: " ").map(String.init)
    guard var head = parts.first else { return [] }
    var extra: [(String, FormFeatures)] = []
    if head.hasSuffix("}"), let open = head.firstIndex(of: "{") {
      for form in head[head.index(after: open)...].dropLast().split(separator: ",") {
        extra.append((String(form), [.finite, .active, .past]))
      }
      head = String(head[..<open])
    }
    let name: String
    if head.hasPrefix(".") {
      head.removeFirst()
      name = "verb.fixed"
    } else if let hyphen = head.firstIndex(of: "-"), paradigms["verb.fixed"] != nil {
      head.remove(at: hyphen)
      name = "verb.fixed"
    } else {
      name = "verb"
    }
    var forms = extra
    if let irregular = irregular[head] {
      for (words, features) in zip(irregular, irregularFeatures) {
        forms += words.map { ($0, features) }
      }
      let covered = irregularFeatures.reduce(into: FormFeatures()) { $0.formUnion($1) }
      forms += inflect(head, as: name).filter { $0.1.isDisjoint(with: covered.subtracting(.finite)) }
    } else {
      forms += inflect(head, as: name)
    }
    return forms.map { form, features in
      parts[0] = form
      return (parts.joined(separator: " "), features)
    }
  }

  private func inflect(_ word: String, as name: String) -> [(String, FormFeatures)] {
    guard let list = paradigms[name], let paradigm = Self.choose(list, for: word) else {
      return [(word, [.base, .finite, .active])]
    }
    return paradigm.inflect(word, vowels: vowels)
  }

  /// The paradigm with the longest ending that fits.
  private static func choose(_ paradigms: [Paradigm], for word: String) -> Paradigm? {
    var best: (Paradigm, Int)?
    for paradigm in paradigms {
      let length =
        paradigm.endings.isEmpty
        ? 0 : paradigm.endings.filter { word.hasSuffix($0) }.map(\.count).max() ?? -1
      if length > (best?.1 ?? -1) { best = (paradigm, length) }
    }
    return best?.0
  }
}
