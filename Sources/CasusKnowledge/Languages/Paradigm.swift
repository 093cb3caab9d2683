/// One rule that makes a form of a word by changing its beginning or its end.
///
/// In patterns `V` stands for any vowel of the language, `C` for any other letter; the same letters
/// in the replacement copy what they matched, in order, and `=` doubles the last letter matched.
/// A pattern that starts with `1` applies only to words with one group of vowels.
struct RewriteRule: Hashable, Sendable {
  let pattern: [Character]
  let replacement: [Character]
  let isMonosyllabic: Bool

  init(pattern: String, replacement: String) {
    isMonosyllabic = pattern.hasPrefix("1")
    self.pattern = Array(isMonosyllabic ? pattern.dropFirst() : pattern[...])
    self.replacement = Array(replacement)
  }

  /// The word with its end rewritten, or `nil` when the pattern does not fit.
  func rewriteEnd(of word: [Character], vowels: Set<Character>) -> [Character]? {
    guard word.count >= pattern.count,
      let middle = filled(word[(word.count - pattern.count)...], word, vowels)
    else { return nil }
    return word[..<(word.count - pattern.count)] + middle
  }

  /// The word with its beginning rewritten, or `nil` when the pattern does not fit.
  func rewriteStart(of word: [Character], vowels: Set<Character>) -> [Character]? {
    guard word.count >= pattern.count,
      let middle = filled(word[..<pattern.count], word, vowels)
    else { return nil }
    return middle + word[pattern.count...]
  }

  private func filled(
    _ part: ArraySlice<Character>, _ word: [Character], _ vowels: Set<Character>
  ) -> [Character]? {
    if isMonosyllabic && Self.vowelGroups(in: word, vowels) != 1 { return nil }
    var matched: [Character] = []
    for (letter, wanted) in zip(part, pattern) {
      switch wanted {
      case "V":
        guard vowels.contains(letter) else { return nil }
        matched.append(letter)
      case "C":
        guard letter.isLetter, !vowels.contains(letter) else { return nil }
        matched.append(letter)
      default:
        guard letter == wanted else { return nil }
      }
    }
    var queue = matched[...]
    return replacement.flatMap { letter -> [Character] in
      switch letter {
      case "V", "C": queue.popFirst().map { [$0] } ?? []
      case "=": matched.last.map { [$0] } ?? []
      default: [letter]
      }
    }
  }

  private static func vowelGroups(in word: [Character], _ vowels: Set<Character>) -> Int {
    var groups = 0
    var wasVowel = false
    for letter in word {
      let isVowel = vowels.contains(letter)
      if isVowel && !wasVowel { groups += 1 }
      wasVowel = isVowel
    }
    return groups
  }
}

/// The forms of a class of words: one line of rules for each form.
struct Paradigm: Hashable, Sendable {
  struct Form: Hashable, Sendable {
    let features: FormFeatures
    let rules: [RewriteRule]
    let isPrefix: Bool
    /// What is added behind the word, such as a clitic.
    let suffix: String
    /// Whether every rule that fits gives a form, instead of the first only.
    let takesAll: Bool
  }

  /// Words with one of these endings belong to the paradigm; empty means every word.
  let endings: [String]
  let forms: [Form]

  /// Every form of a word with its features.
  func inflect(_ word: String, vowels: Set<Character>) -> [(String, FormFeatures)] {
    let letters = Array(word)
    var result: [(String, FormFeatures)] = []
    for form in forms {
      for rule in form.rules {
        let made =
          form.isPrefix
          ? rule.rewriteStart(of: letters, vowels: vowels)
          : rule.rewriteEnd(of: letters, vowels: vowels)
        guard let made else { continue }
        result.append((String(made) + form.suffix, form.features))
        if !form.takesAll { break }
      }
    }
    return result
  }
}
