public import CasusKnowledge

/// Finds date expressions in text of one language.
///
/// ```swift
/// let mentions = text.withUTF8 { finder.mentions(in: $0, range: 0..<$0.count) }
/// ```
public struct DateFinder: Sendable {
  private let grammar: CompiledDateGrammar
  /// For each word number of the lexicon the number in the grammar.
  private let numbers: [UInt32]

  /// Makes a finder for a language.
  public init(grammar: DateGrammar) {
    self.init(grammar: grammar, lexicon: nil)
  }

  /// Makes a finder that need not read the words again that the lexicon's tokenizer has read.
  init(grammar: DateGrammar, lexicon: Lexicon?) {
    let compiled = CompiledDateGrammar(grammar)
    self.grammar = compiled
    numbers = lexicon.map { compiled.lexicon.words.numbers(in: $0) } ?? []
  }

  /// The date expressions in a part of a text, usually one sentence, in order and without overlap.
  ///
  /// Of the expressions that begin at a word the longest is taken.
  public func mentions(in text: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> [DateMention] {
    mentions(in: text, range: range, known: [])
  }

  /// The same, where the tokens of the range are known.
  func mentions(
    in text: UnsafeBufferPointer<UInt8>, range: Range<Int>, known: [Token]
  ) -> [DateMention] {
    var tokens: [DateToken] = []
    let scanner = DateScanner(words: grammar.lexicon.words)
    guard scanner.scan(text, range, known: known, numbers: numbers, into: &tokens) else {
      return []
    }
    return tokens.withUnsafeBufferPointer { mentions(in: text, tokens: $0) }
  }

  private func mentions(
    in text: UnsafeBufferPointer<UInt8>, tokens: UnsafeBufferPointer<DateToken>
  ) -> [DateMention] {
    var matcher = DateMatcher(grammar: grammar, text: text, tokens: tokens)
    var mentions: [DateMention] = []
    var at = 0
    while at < tokens.count {
      // An expression lies within a run of tokens that patterns can take, and needs a core.
      guard tokens[at].use.contains(.taken) else {
        at += 1
        continue
      }
      var end = at
      var lastCore = -1
      while end < tokens.count, tokens[end].use.contains(.taken) {
        if tokens[end].use.contains(.core) { lastCore = end }
        end += 1
      }
      while at <= lastCore {
        guard grammar.mayBegin(at: at, in: tokens),
          let match = matcher.match(at: at)
        else {
          at += 1
          continue
        }
        if let expression = matcher.expression(of: match) {
          let last = tokens.withoutStopMarks(at..<match.end).upperBound - 1
          if !Self.opensName(behind: last, tokens) {
            mentions.append(
              DateMention(
                start: Int(tokens[at].start), end: Int(tokens[last].end), expression: expression))
          }
        }
        at = max(match.end, at + 1)
      }
      at = max(at, end)
    }
    return mentions
  }

  /// Whether a word is the first half of a name: "на Сент-Винсенте", "May-Britt".
  private static func opensName(
    behind word: Int, _ tokens: UnsafeBufferPointer<DateToken>
  ) -> Bool {
    guard tokens[word].kind == .word, word + 2 < tokens.count else { return false }
    let (hyphen, name) = (tokens[word + 1], tokens[word + 2])
    return hyphen.kind == .mark && hyphen.word == 0x2D && hyphen.isJoined && name.isJoined
      && name.kind == .word && name.isCapitalised && !name.use.contains(.taken)
  }

  /// The date expressions of a whole text.
  public func mentions(in text: String) -> [DateMention] {
    var copy = text
    return copy.withUTF8 { mentions(in: $0, range: 0..<$0.count) }
  }
}
