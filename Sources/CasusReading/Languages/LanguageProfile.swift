/// The common words of a language, by which it is recognised.
public struct LanguageProfile: Hashable, Sendable {
  /// The BCP 47 code, such as `id`.
  public var code: String
  /// Frequent function words, in lower case.
  public var words: Set<String>
  /// Words of look-alike languages that speak against this one (Malay `kerana` against `id`).
  public var foreignWords: Set<String>

  /// Makes a profile from its parts.
  public init(code: String, words: Set<String>, foreignWords: Set<String> = []) {
    self.code = code
    self.words = words
    self.foreignWords = foreignWords
  }

  /// Reads the text of a `detection.txt`: one word a line, `-` in front of a foreign word,
  /// `#` before a comment.
  public init(code: String, list: String) {
    self.init(code: code, words: [])
    for line in list.split(whereSeparator: \.isNewline) {
      let word = line.prefix { $0 != "#" }.filter { !$0.isWhitespace }.lowercased()
      if word.isEmpty || word == "-" { continue }
      if word.hasPrefix("-") {
        foreignWords.insert(String(word.dropFirst()))
      } else {
        words.insert(word)
      }
    }
  }
}
