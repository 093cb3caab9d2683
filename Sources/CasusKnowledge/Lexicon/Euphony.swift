/// Words that begin with a letter for which another may stand: "вчора" and "учора".
struct Euphony {
  /// The first letter of each pair to the second, and back.
  private var others: [[UInt8]: String] = [:]
  private let vowels: Set<Unicode.Scalar>
  /// How words are written with the other letter, by their numbers.
  private(set) var variants: [UInt32: String] = [:]

  var isEmpty: Bool { others.isEmpty }

  init(_ pack: LanguagePack) {
    vowels = pack.vowels
    for pair in pack.spelling.euphony where pair.count == 2 {
      others[Array(pair[0].utf8)] = pair[1]
      others[Array(pair[1].utf8)] = pair[0]
    }
  }

  /// Notes how a word of a text may be written as well.
  mutating func note(_ token: Token, in text: UnsafeBufferPointer<UInt8>) {
    let (start, end) = (Int(token.start), Int(token.end))
    guard end - start > Self.minimum, variants[token.word] == nil else { return }
    for (letter, other) in others where text[start..<(start + letter.count)].elementsEqual(letter) {
      let rest = String(decoding: text[(start + letter.count)..<end], as: UTF8.self)
      guard let next = rest.unicodeScalars.first, !vowels.contains(next), !Self.signs.contains(next)
      else { return }
      variants[token.word] = other + rest
    }
  }

  /// Shorter words, in bytes, are prepositions and pronouns, each with a list of its own.
  private static let minimum = 8
  /// Apostrophes are no consonants, and a soft or short letter is none that these stand before.
  private static let signs: Set<Unicode.Scalar> = ["'", "’", "ʼ", "й", "ь"]
}
