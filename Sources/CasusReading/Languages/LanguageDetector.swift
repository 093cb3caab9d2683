import Foundation

/// Tells languages apart by the share of their function words.
///
/// `LanguageDetector(profiles: profiles).language(of: "Ia mengatakan bahwa …")` gives `id`, and
/// `nil` when the text is too short or in a language without a profile.
public struct LanguageDetector: Sendable {
  /// The least share of words that must be function words of the language.
  private static let leastShare = 0.15
  /// How many times more the best language must score than the second.
  private static let leastLead = 1.3
  /// The least number of function words, lest one word decide; and in a text of so few words that no other
  /// language has a word in.
  private static let leastHits = 3
  private static let short = (words: 25, hits: 2)
  /// How much of a text is looked at, in UTF-8 bytes.
  private static let sampleByteCount = 32_768

  private let codes: [String]
  private let votes: [String: [(profile: Int, weight: Int)]]

  /// Makes a detector; profiles with the same code count as one.
  public init(profiles: [LanguageProfile]) {
    let codes = Set(profiles.map(\.code)).sorted()
    var votes: [String: [(profile: Int, weight: Int)]] = [:]
    for (index, code) in codes.enumerated() {
      let own = profiles.filter { $0.code == code }
      let words = own.reduce(into: Set<String>()) { $0.formUnion($1.words) }
      let foreign = own.reduce(into: Set<String>()) { $0.formUnion($1.foreignWords) }
      for word in words { votes[word, default: []].append((index, 1)) }
      for word in foreign.subtracting(words) { votes[word, default: []].append((index, -2)) }
    }
    self.codes = codes
    self.votes = votes
  }

  /// The code of the language that the text is in, or `nil` when unsure.
  public func language(of text: String) -> String? {
    var hits = [Int](repeating: 0, count: codes.count)
    var wordCount = 0
    for word in Words(of: Self.sample(of: text)) {
      wordCount += 1
      for vote in votes[word] ?? [] { hits[vote.profile] += vote.weight }
    }
    let ranked = hits.indices.sorted { (-hits[$0], $0) < (-hits[$1], $1) }
    guard let best = ranked.first, hits[best] >= Self.short.hits else { return nil }
    let isAlone = ranked.dropFirst().allSatisfy { hits[$0] == 0 }
    guard hits[best] >= Self.leastHits || isAlone && wordCount <= Self.short.words else {
      return nil
    }
    guard Double(hits[best]) >= Self.leastShare * Double(wordCount) else { return nil }
    let second = ranked.dropFirst().first.map { max(0, hits[$0]) } ?? 0
    return Double(hits[best]) >= Self.leastLead * Double(second) ? codes[best] : nil
  }

  /// The code of a language with a profile by its English name in lower case: `indonesian`.
  func code(named name: String) -> String? {
    let english = Locale(identifier: "en")
    return codes.first { english.localizedString(forLanguageCode: $0)?.lowercased() == name }
  }

  /// Whether there is a profile for the language.
  public func knows(_ code: String) -> Bool {
    codes.contains(code)
  }

  /// The beginning of the text, cut at a code point.
  private static func sample(of text: String) -> String {
    let utf8 = text.utf8
    guard let end = utf8.index(utf8.startIndex, offsetBy: sampleByteCount, limitedBy: utf8.endIndex)
    else { return text }
    return String(text.unicodeScalars[..<end])
  }
}

/// The words of a text in lower case; an apostrophe within a word belongs to it and is written `'`.
private struct Words: Sequence, IteratorProtocol {
  private var rest: Substring.UnicodeScalarView

  init(of text: String) {
    rest = text.lowercased()[...].unicodeScalars
  }

  mutating func next() -> String? {
    rest = rest.drop { !Self.isLetter($0) }
    let word = rest.prefix { Self.isLetter($0) || Self.isApostrophe($0) }
    rest = rest[word.endIndex...]
    guard !word.isEmpty else { return nil }
    var letters = String.UnicodeScalarView()
    for scalar in word { letters.append(Self.isApostrophe(scalar) ? "'" : scalar) }
    while letters.last == "'" { letters.removeLast() }
    return String(letters)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? (97...122).contains(scalar.value | 32) : scalar.properties.isAlphabetic
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}" || scalar == "\u{02BC}"
  }
}
