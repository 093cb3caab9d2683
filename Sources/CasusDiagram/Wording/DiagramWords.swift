/// The words of diagrams in one language.
public struct DiagramWords: Hashable, Sendable {
  /// What is wrong with a table of words, as `name:line: what`.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The whole message.
    public let description: String
  }

  private let texts: [DiagramWord: String]

  /// Reads a table: a key, a tab and the text on each line; `#` starts a comment line.
  /// - Parameters:
  ///   - tsv: The table.
  ///   - name: What to call it in messages, such as its path.
  /// - Throws: `Problem` for a line that cannot be read, an unknown key or a missing one.
  public init(tsv: String, name: String = "diagram.tsv") throws {
    var table = WordTable(tsv: tsv, name: name)
    table.compare(with: DiagramWord.allCases.map(\.rawValue))
    if let fault = table.faults.first { throw fault }
    texts = Dictionary(
      uniqueKeysWithValues: table.entries.compactMap { entry in
        DiagramWord(rawValue: entry.key).map { ($0, entry.text) }
      })
  }

  /// Everything that is wrong with a table.
  /// - Parameters:
  ///   - tsv: The table.
  ///   - name: What to call it in messages, such as its path.
  ///   - reference: A table of another language, whose texts have the same places to fill in.
  /// - Returns: The faults in the order of the lines; those of the whole come last.
  public static func faults(
    tsv: String, name: String, reference: (tsv: String, name: String)? = nil
  ) -> [Problem] {
    var table = WordTable(tsv: tsv, name: name)
    table.compare(with: DiagramWord.allCases.map(\.rawValue))
    if let reference {
      table.comparePlaces(with: WordTable(tsv: reference.tsv, name: reference.name))
    }
    return table.faults
  }

  /// The text of a word.
  subscript(word: DiagramWord) -> String { texts[word] ?? word.rawValue }

  /// The text of a word with `{name}` replaced by the given values.
  func filled(_ word: DiagramWord, _ values: KeyValuePairs<String, String>) -> String {
    var result = ""
    var rest = self[word].utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      // A case may stand behind the name: `{who genitive}`.
      let inside = rest[rest.index(after: open)..<close]
      let name = Substring(inside.prefix { $0 != UInt8(ascii: " ") })
      result += Substring(rest[..<open])
      if let value = values.first(where: { $0.key == name })?.value { result += value }
      rest = rest[rest.index(after: close)...]
    }
    return result + Substring(rest)
  }

  /// A number with its noun in the right form; the forms are separated by ` | `.
  func count(_ word: DiagramWord, _ number: Int) -> String {
    let forms = self[word].split(separator: "|").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    let index = min(pluralForm(number), forms.count - 1)
    guard forms.indices.contains(index) else { return String(number) }
    return "\(grouped(number)) \(forms[index])"
  }

  /// Which of a noun's forms goes with a number, by the language's rule in CLDR.
  private func pluralForm(_ number: Int) -> Int {
    switch self[.pluralRule] {
    case "english": return number == 1 ? 0 : 1
    case "slavic":
      let (ones, tens) = (number % 10, number % 100)
      if ones == 1, tens != 11 { return 0 }
      return (2...4).contains(ones) && !(12...14).contains(tens) ? 1 : 2
    default: return 0
    }
  }

  /// A number with a thin gap between thousands.
  func grouped(_ number: Int) -> String {
    let digits = String(number)
    guard digits.count > 4 else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "\u{A0}" }
      result.append(digit)
    }
    return result
  }

  /// A day of a month: `13 Jul`, in German `13. Juli`.
  func day(_ day: Int, of month: Int) -> String {
    "\(filled(.day, ["day": String(day)])) \(self.month(month))"
  }

  /// The short name of a month, 1…12.
  func month(_ number: Int) -> String {
    DiagramWord(rawValue: "month.\(number)").map { self[$0] } ?? String(number)
  }
}
