extension LanguagePack {
  /// Every form of a word or phrase by a named paradigm; the word itself when there is none.
  ///
  /// Of a phrase, the word that the paradigm's position names is inflected (`phrases:` in
  /// `language.yaml`): the first of a verb, the last of an English noun. In a language with cases a
  /// dot in front keeps the phrase as it stands.
  func forms(of phrase: String, as name: String) -> [(String, FormFeatures)] {
    guard let paradigms = paradigms[name] else { return [(phrase, .base)] }
    if usesCases, phrase.hasPrefix(".") { return [(String(phrase.dropFirst()), .base)] }
    if usesCases, phrase.hasSpace, name != "adjective" {
      return agreeing(phrase, noun: paradigms, name: name)
    }
    var parts = phrase.spacedWords
    let position = nounHead == .last || parts.count == 1 ? parts.count - 1 : 0
    guard position >= 0 else { return [] }
    let word = parts[position]
    guard let paradigm = paradigms.choose(for: word) else { return [(phrase, .base)] }
    var forms = paradigm.inflect(word, vowels: vowels)
    if parts.count == 1 { return forms }
    if name == "noun", position < parts.count - 1 {
      // A clitic closes the phrase: "wilayah udaranya".
      forms.removeAll { $0.1.contains(.clitic) }
      let closed = (paradigms.choose(for: parts[parts.count - 1]) ?? paradigm)
        .inflect(parts[parts.count - 1], vowels: vowels)
      let beginning = parts.dropLast().joined(separator: " ")
      return forms.map { form, features in
        parts[position] = form
        return (parts.joined(separator: " "), features)
      } + closed.filter { $0.1.contains(.clitic) }.map { (beginning + " " + $0.0, $0.1) }
    }
    return forms.map { form, features in
      parts[position] = form
      return (parts.joined(separator: " "), features)
    }
  }

  /// The forms of a phrase whose leading adjectives agree with its first noun: the rest stays.
  ///
  /// A person's name ("Володимир Зеленський") declines in every word.
  private func agreeing(
    _ phrase: String, noun: ParadigmList, name: String
  ) -> [(String, FormFeatures)] {
    let parts = phrase.spacedWords
    let adjectives = paradigms["adjective"] ?? ParadigmList()
    func isAdjective(_ word: String) -> Bool { adjectives.hasEnding(word, leaving: 1) }
    var head = 0
    while head < parts.count - 1, isAdjective(parts[head]) { head += 1 }
    let declinesAll = name == "name" && parts.allSatisfy { $0.first?.isUppercase == true }
    var inflected: [Int: [(String, FormFeatures)]] = [:]
    for position in parts.indices where position <= head || declinesAll {
      let list =
        position < head || (position > head && isAdjective(parts[position])) ? adjectives : noun
      guard let paradigm = list.choose(for: parts[position]) else { continue }
      inflected[position] = paradigm.inflect(parts[position], vowels: vowels)
    }
    guard let heads = inflected[head] else { return [(phrase, .base)] }
    var result: [(String, FormFeatures)] = []
    for (form, features) in heads {
      var words = parts
      words[head] = form
      let wanted = features.intersection(.cases)
      let isPlural = features.contains(.plural)
      for (position, forms) in inflected where position != head {
        let fitting = forms.filter {
          !$0.1.isDisjoint(with: wanted) && $0.1.contains(.plural) == isPlural
        }
        // "Зеленского", not "Зеленский", beside "Владимира": the form of the most shared cases.
        let best = fitting.max {
          Self.agreement($0.1, wanted) < Self.agreement($1.1, wanted)
        }
        if let best { words[position] = best.0 }
      }
      result.append((words.joined(separator: " "), features))
      // Adjectives differ by gender: every agreeing form is made.
      for (position, forms) in inflected where position != head {
        for other in forms
        where !other.1.isDisjoint(with: wanted) && other.1.contains(.plural) == isPlural {
          var variant = words
          variant[position] = other.0
          result.append((variant.joined(separator: " "), features))
        }
      }
    }
    if declinesAll, parts.count > 1, parts[0].count <= Self.longestFamilyName,
      let last = inflected[parts.count - 1]
    {
      // "с Ким Чен Ыном": a Korean or Chinese name shows its case at the end alone.
      let beginning = parts.dropLast().joined(separator: " ")
      result += last.map { (beginning + " " + $0.0, $0.1) }.filter { $0.0 != phrase }
    }
    return result
  }

  /// How many letters a family name that stands first and does not decline has at most: "Нгуен".
  private static let longestFamilyName = 5

  /// How well two sets of cases agree; the genitive tells an animate accusative from others.
  private static func agreement(_ one: FormFeatures, _ wanted: FormFeatures) -> Int {
    let shared = one.intersection(wanted)
    return shared.rawValue.nonzeroBitCount * 2 + (shared.contains(.genitive) ? 1 : 0)
  }

  /// Every form of a verb in the language's notation.
  ///
  /// `ber-temu` is a verb with its own prefix, `.mundur` one that stands as it is, braces hold
  /// irregular forms; phrasal particles and objects follow the verb.
  func verbForms(of verb: String) -> [(String, FormFeatures)] {
    if let bar = verb.utf8.firstIndex(of: UInt8(ascii: "|")) {
      return separable(String(verb[..<bar]), String(verb[verb.index(after: bar)...]))
    }
    var parts = verb.spacedWords
    guard var head = parts.first else { return [] }
    if parts.count > 1, usesCases, words["negation"]?.contains(head) == true {
      // "не пускать": an act that is called by what is not done; the verb behind is inflected.
      return verbForms(of: parts.dropFirst().joined(separator: " ")).map {
        (head + " " + $0, $1)
      }
    }
    var extra: [(String, FormFeatures)] = []
    if head.utf8.last == UInt8(ascii: "}"), let open = head.firstIndex(of: "{") {
      for form in head[head.index(after: open)...].dropLast().split(separator: ",") {
        extra.append((String(form), [.finite, .active, .past]))
      }
      head = String(head[..<open])
    }
    let name: String
    if head.hasPrefix(".") {
      head.removeFirst()
      name = "verb.fixed"
    } else if let hyphen = head.utf8.firstIndex(of: UInt8(ascii: "-")),
      paradigms["verb.fixed"] != nil
    {
      head.remove(at: hyphen)
      name = "verb.fixed"
    } else {
      name = "verb"
    }
    var forms = extra
    if let irregular = irregular[head] {
      var covered = FormFeatures()
      for (words, features) in zip(irregular, irregularFeatures) {
        forms += words.map { ($0, features) }
        covered.formUnion(features)
      }
      forms += inflect(head, as: name).filter {
        $0.1.isDisjoint(with: covered.subtracting(.finite))
      }
    } else {
      forms += inflect(head, as: name)
    }
    if parts.count == 1 { return forms }
    return forms.map { form, features in
      parts[0] = form
      return (parts.joined(separator: " "), features)
    }
  }

  /// The forms of a verb with a separable prefix, in one word or with the prefix behind.
  ///
  /// `an|greifen` makes angegriffen, anzugreifen, (dass sie) angreifen, and (sie) greifen … an. With a
  /// space before the bar the prefix stays a word of its own: verantwortlich gemacht.
  private func separable(_ prefix: String, _ base: String) -> [(String, FormFeatures)] {
    let word = prefix.hasSuffix(" ") ? String(prefix.dropLast()) : prefix
    let space = word == prefix ? "" : " "
    var result: [(String, FormFeatures)] = []
    for (form, features) in verbForms(of: base) {
      result.append((prefix + form, features))
      if features.contains(.base), let mark = words["infinitiveMarker"]?.first {
        result.append((prefix + mark + space + form, [.base, .infinitive]))
      }
      if features.contains(.finite) {
        result.append((form + " " + word, features.subtracting(.base)))
      }
    }
    return result
  }

  private func inflect(_ word: String, as name: String) -> [(String, FormFeatures)] {
    guard let paradigm = paradigms[name]?.choose(for: word) else {
      return [(word, [.base, .finite, .active])]
    }
    return paradigm.inflect(word, vowels: vowels)
  }
}

extension String {
  /// The words between spaces.
  fileprivate var spacedWords: [String] {
    guard hasSpace else { return isEmpty ? [] : [self] }
    return utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
  }

  fileprivate var hasSpace: Bool { utf8.contains(UInt8(ascii: " ")) }
}
