/// One rule that makes a form of a word by changing its beginning or its end.
///
/// In patterns `V` stands for any vowel of the language, `C` for any other letter; the same letters
/// in the replacement copy what they matched, in order, and `=` doubles the last letter matched.
/// A pattern that starts with `1` applies only to words with one group of vowels.
struct RewriteRule: Hashable, Sendable {
  let pattern: [Unicode.Scalar]
  let replacement: [Unicode.Scalar]
  let isMonosyllabic: Bool
  /// Pattern and replacement as bytes, where they are letters that stand for themselves only.
  let literal: Literal?

  struct Literal: Hashable, Sendable {
    let pattern: [UInt8]
    let replacement: [UInt8]
  }

  init(pattern: String, replacement: String) {
    isMonosyllabic = pattern.hasPrefix("1")
    self.pattern = Array((isMonosyllabic ? pattern.dropFirst() : pattern[...]).unicodeScalars)
    self.replacement = Array(replacement.unicodeScalars)
    let isLiteral =
      !isMonosyllabic && !self.pattern.contains { $0 == "V" || $0 == "C" }
      && !self.replacement.contains { $0 == "V" || $0 == "C" || $0 == "=" }
    literal =
      isLiteral ? Literal(pattern: Array(pattern.utf8), replacement: Array(replacement.utf8)) : nil
  }

  /// A word with an end that is written out rewritten, and something behind it.
  /// - Returns: `nil` when the pattern does not fit.
  static func rewriteEnd(
    of word: UnsafeBufferPointer<UInt8>, _ literal: Literal, suffix: String
  ) -> String? {
    let kept = word.count - literal.pattern.count
    guard kept >= 0 else { return nil }
    for (position, byte) in literal.pattern.enumerated() where word[kept + position] != byte {
      return nil
    }
    let replacement = literal.replacement
    let added = suffix.utf8
    return String(unsafeUninitializedCapacity: kept + replacement.count + added.count) { bytes in
      var count = 0
      while count < kept {
        bytes[count] = word[count]
        count += 1
      }
      for byte in replacement {
        bytes[count] = byte
        count += 1
      }
      for byte in added {
        bytes[count] = byte
        count += 1
      }
      return count
    }
  }

  /// The word with its end rewritten, or `nil` when the pattern does not fit.
  func rewriteEnd(
    of word: [Unicode.Scalar], vowels: Set<Unicode.Scalar>
  ) -> [Unicode.Scalar]? {
    guard word.count >= pattern.count else { return nil }
    let kept = word.count - pattern.count
    guard let middle = filled(word[kept...], word, vowels) else { return nil }
    return word[..<kept] + middle
  }

  /// The word with its beginning rewritten, or `nil` when the pattern does not fit.
  func rewriteStart(
    of word: [Unicode.Scalar], vowels: Set<Unicode.Scalar>
  ) -> [Unicode.Scalar]? {
    guard word.count >= pattern.count,
      let middle = filled(word[..<pattern.count], word, vowels)
    else { return nil }
    return middle + word[pattern.count...]
  }

  private func filled(
    _ part: ArraySlice<Unicode.Scalar>, _ word: [Unicode.Scalar], _ vowels: Set<Unicode.Scalar>
  ) -> [Unicode.Scalar]? {
    var matched: [Unicode.Scalar] = []
    for (letter, wanted) in zip(part, pattern) {
      switch wanted {
      case "V":
        guard vowels.contains(letter) else { return nil }
        matched.append(letter)
      case "C":
        guard letter.properties.isAlphabetic, !vowels.contains(letter) else { return nil }
        matched.append(letter)
      default:
        guard letter == wanted else { return nil }
      }
    }
    if isMonosyllabic && Self.vowelGroups(in: word, vowels) != 1 { return nil }
    var next = 0
    var result: [Unicode.Scalar] = []
    for letter in replacement {
      switch letter {
      case "V", "C":
        guard next < matched.count else { continue }
        result.append(matched[next])
        next += 1
      case "=": if let last = matched.last { result.append(last) }
      default: result.append(letter)
      }
    }
    return result
  }

  private static func vowelGroups(
    in word: [Unicode.Scalar], _ vowels: Set<Unicode.Scalar>
  ) -> Int {
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
    /// Rules for the beginning of what `rules` make of the end; the first that fits counts.
    let beginnings: [RewriteRule]
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
  func inflect(_ word: String, vowels: Set<Unicode.Scalar>) -> [(String, FormFeatures)] {
    var word = word
    return word.withUTF8 { bytes in
      // Most rules need no more than the bytes.
      var letters: [Unicode.Scalar]?
      var result: [(String, FormFeatures)] = []
      result.reserveCapacity(forms.count)
      for form in forms {
        for rule in form.rules {
          let made: String?
          if let literal = rule.literal, !form.isPrefix, form.beginnings.isEmpty {
            made = RewriteRule.rewriteEnd(of: bytes, literal, suffix: form.suffix)
          } else {
            let scalars = letters ?? Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
            letters = scalars
            made = Self.text(scalars, form, rule, vowels)
          }
          guard let made else { continue }
          result.append((made, form.features))
          if !form.takesAll { break }
        }
      }
      return result
    }
  }

  /// What a rule makes of a word, or `nil` when it does not fit.
  private static func text(
    _ letters: [Unicode.Scalar], _ form: Form, _ rule: RewriteRule, _ vowels: Set<Unicode.Scalar>
  ) -> String? {
    let made =
      form.isPrefix
      ? rule.rewriteStart(of: letters, vowels: vowels)
      : rule.rewriteEnd(of: letters, vowels: vowels)
    guard let made else { return nil }
    for beginning in form.beginnings {
      if let begun = beginning.rewriteStart(of: made, vowels: vowels) {
        return text(begun) + form.suffix
      }
    }
    return text(made) + form.suffix
  }

  private static func text(_ letters: [Unicode.Scalar]) -> String {
    String(unsafeUninitializedCapacity: letters.count * 4) { bytes in
      var count = 0
      for letter in letters {
        for byte in UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter {
          bytes[count] = byte
          count += 1
        }
      }
      return count
    }
  }
}
