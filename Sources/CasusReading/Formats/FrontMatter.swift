import CasusModel

/// The `key: value` lines between two `---` at the head of a Markdown or text file.
struct FrontMatter {
  /// One value and the line it stands on.
  struct Entry {
    var value: String
    var line: Int
  }

  private var entries: [String: Entry] = [:]

  /// The entry of a key, unless it is empty.
  subscript(key: String) -> Entry? { entries[key] }

  /// Takes the front matter off; the rest is exactly what follows the closing line.
  ///
  /// A file that does not start with `---` and a `key:` line has none.
  static func split(
    _ text: String, file: String
  ) throws(ReadingProblem) -> (matter: FrontMatter, body: String) {
    var matter = FrontMatter()
    var rest = text.unicodeScalars[...]
    guard takeLine(&rest) == "---" else { return (matter, text) }
    var number = 1
    while !rest.isEmpty {
      let line = takeLine(&rest)
      number += 1
      if line == "---" { return (matter, String(String.UnicodeScalarView(rest))) }
      let isEntry = matter.add(line, number: number)
      if number == 2, !isEntry { return (FrontMatter(), text) }
    }
    throw ReadingProblem(
      file: file, line: 1,
      message: "the front matter is never closed; add a line with --- after it")
  }

  /// The article that stands below, with what the front matter says of it.
  ///
  /// Its title is the heading unless the front matter has one; a date that is none is a problem on
  /// its line.
  func draft(
    of body: String, headed heading: String, path: String
  ) throws(ReadingProblem) -> ArticleDraft {
    var draft = ArticleDraft(path: path, title: self["title"]?.value ?? heading, text: body)
    draft.language = self["language"]?.value
    draft.publisher = self["publisher"]?.value
    draft.url = self["url"]?.value
    if let written = self["date"] ?? self["published"] {
      guard let date = PublicationDate.parse(written.value) else {
        throw ReadingProblem(
          file: path, line: written.line,
          message: "\"\(written.value)\" is no date; write it as 2022-09-06, 2022-09 or 2022")
      }
      draft.published = date
    }
    return draft
  }

  /// Takes in one line; false when it is no `key: value`.
  private mutating func add(_ line: String, number: Int) -> Bool {
    guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return false }
    let key = line[..<colon]
    guard key.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "_" || $0 == "-") }) else {
      return false
    }
    var value = line[line.index(after: colon)...].trimmingWhiteSpace()
    for quote in ["\"", "'"] where value.count >= 2 && value.hasPrefix(quote) {
      if value.hasSuffix(quote) { value = String(value.dropFirst().dropLast()) }
    }
    if !value.isEmpty { entries[key.lowercased()] = Entry(value: value, line: number) }
    return true
  }

  /// Takes one line off and gives it without its end and without trailing blanks.
  private static func takeLine(_ rest: inout Substring.UnicodeScalarView) -> String {
    let line = rest.prefix { $0 != "\n" }
    rest = rest[line.endIndex...].dropFirst()
    var text = Substring(line)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
