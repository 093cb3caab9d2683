/// The large first letter of a paragraph, which copies put on a line of its own or before a space: "R" above "ussia
/// attacked", "T he army".
struct DropCaps {
  /// Letters that are words as well: then the text must have the whole word elsewhere.
  private static let words = Set("AIOАВЗИІКОСУЯЙЄ")

  private let lines: [Substring]
  private var known: Set<String>?

  /// The text with these letters before their words; `nil` where it has none.
  static func joined(in text: String) -> String? {
    var caps = DropCaps(text)
    return caps.joined()
  }

  private init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private mutating func joined() -> String? {
    var kept: [Substring] = []
    var isChanged = false
    var startsParagraph = true
    var at = 0
    while at < lines.count {
      let line = lines[at]
      if startsParagraph, let word = joinedLine(at) {
        kept.append(word.text[...])
        isChanged = true
        at = word.next
      } else {
        kept.append(line)
        at += 1
      }
      startsParagraph = line.allSatisfy(\.isWhitespace) || kept.count == 1
    }
    return isChanged ? kept.joined(separator: "\n") : nil
  }

  /// The line that begins with such a letter, as it is meant, and the line after it.
  private mutating func joinedLine(_ at: Int) -> (text: String, next: Int)? {
    let line = lines[at]
    guard let letter = line.first(where: { !$0.isWhitespace }), letter.isUppercase else {
      return nil
    }
    let rest = line[line.index(after: line.firstIndex(of: letter) ?? line.startIndex)...]
    let isAlone = rest.allSatisfy(\.isWhitespace)
    let isWord = Self.words.contains(letter)
    if isAlone {
      guard at + 1 < lines.count, lines[at + 1].first?.isLowercase == true, lines[at + 1].count > 20
      else { return nil }
      let next = lines[at + 1]
      return (String(letter) + (isWord && !isKnown(letter, next) ? " " : "") + next, at + 2)
    }
    guard !isWord, rest.first == " ", rest.dropFirst().first?.isLowercase == true,
      isKnown(letter, rest.dropFirst())
    else { return nil }
    return (String(letter) + rest.dropFirst(), at + 1)
  }

  /// Whether the word that a letter and the beginning of a line make stands elsewhere.
  private mutating func isKnown(_ letter: Character, _ rest: Substring) -> Bool {
    let known =
      known
      ?? Set(
        lines.flatMap { $0.split { !$0.isLetter && $0 != "'" && $0 != "’" } }
          .map { $0.lowercased() })
    self.known = known
    let word = String(letter) + rest.prefix { $0.isLetter || $0 == "'" || $0 == "’" }
    return known.contains(word.lowercased())
  }
}
