/// What a language's `declension.tsv` says: how names are put into a case.
struct NameRules: Sendable {
  /// One word or name in the five cases of `GrammaticalCase`.
  typealias Forms = [String]

  /// A preposition that changes before certain beginnings of words: "со Словакией".
  struct Variant: Sendable {
    var plain: String
    var changed: String
    var beginnings: [String]
  }

  /// Kinds of endings, and of each the forms by the ending of the nominative.
  private(set) var endings: [String: [String: Forms]] = [:]
  /// Forms of words, of names with all their words, and of the words of men's names.
  private(set) var words: [String: Forms] = [:]
  private(set) var names: [String: Forms] = [:]
  private(set) var male: [String: Forms] = [:]
  /// Lists of words by the kind of their line.
  private(set) var lists: [String: Set<String>] = [:]
  /// What stands before a name that is left as it is, by kind of actor.
  private(set) var appositions: [String: Forms] = [:]
  private(set) var variants: [Variant] = []
  /// "zu dem" and what becomes of it.
  private(set) var contractions: [String: String] = [:]
  private(set) var quotes = ["«", "»"]
  /// What is wrong with it, with the number of the line.
  private(set) var faults: [(line: Int, message: String)] = []

  private static let listKinds: Set<String> = [
    "adjective", "das-ending", "der-ending", "die-ending", "family-first", "female",
    "female-ending", "fixed", "head", "native", "particle", "plural-ending",
  ]

  /// Reads a table: a kind, a tab and words on each line; `#` starts a comment line.
  init(tsv: String) {
    var number = 0
    for line in tsv.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else {
        faults.append((number, "expected a kind of line, one tab and words"))
        continue
      }
      let kind = String(Substring(line[..<tab]))
      let text = Substring(line[line.index(after: tab)...])
      read(kind, text, number)
    }
  }

  private mutating func read(_ kind: String, _ text: Substring, _ line: Int) {
    if Self.listKinds.contains(kind) {
      lists[kind, default: []].formUnion(Self.parts(text))
      return
    }
    if ["der", "die", "das", "plural"].contains(kind), text.utf8.first != UInt8(ascii: "-") {
      lists[kind, default: []].formUnion(Self.parts(text, "/"))
      return
    }
    switch kind {
    case "article":
      let pair = Self.parts(text, ":")
      for name in Self.parts(Substring(pair.last ?? ""), "/") where pair.count == 2 {
        names[name] = Array(repeating: pair[0] + " " + name, count: 5)
      }
    case "unchanged":
      for name in Self.parts(text, "/") { names[name] = Array(repeating: name, count: 5) }
    case "name": add(Self.parts(text, "/"), line) { $0.names[$1[0]] = $1 }
    case "word": add(Self.parts(text), line) { $0.words[$1[0]] = $1 }
    case "male": add(Self.parts(text), line) { $0.male[$1[0]] = $1 }
    case "apposition":
      let pair = Self.parts(text, ":")
      let forms = Self.parts(Substring(pair.last ?? ""))
      add(forms, line) { $0.appositions[pair[0]] = $1 }
    case "before":
      let pair = Self.parts(text, ":")
      let prepositions = Self.parts(Substring(pair.first ?? ""))
      guard pair.count == 2, prepositions.count == 2 else {
        faults.append((line, "expected 'plain changed: beginnings'"))
        return
      }
      variants.append(
        Variant(
          plain: prepositions[0], changed: prepositions[1],
          beginnings: Self.parts(Substring(pair[1]))))
    case "contraction":
      let pair = Self.parts(text, ":")
      if pair.count == 2 { contractions[pair[0]] = pair[1] }
    case "quotes": quotes = Self.parts(text)
    default:
      let forms = Self.parts(text)
      guard forms.allSatisfy({ $0.utf8.first == UInt8(ascii: "-") }) else {
        faults.append((line, "'\(kind)' is no kind of line"))
        return
      }
      add(forms.map { String($0.dropFirst()) }, line) {
        $0.endings[kind, default: [:]][$1[0]] = $1
      }
    }
  }

  private mutating func add(
    _ forms: Forms, _ line: Int, _ keep: (inout NameRules, Forms) -> Void
  ) {
    guard forms.count == GrammaticalCase.allCases.count else {
      faults.append((line, "expected five forms, found \(forms.count)"))
      return
    }
    keep(&self, forms)
  }

  private static func parts(_ text: Substring, _ separator: Unicode.Scalar = " ") -> [String] {
    text.utf8.split(separator: UInt8(ascii: separator)).map { part in
      var part = part
      while part.first == UInt8(ascii: " ") { part.removeFirst() }
      while part.last == UInt8(ascii: " ") { part.removeLast() }
      return String(Substring(part))
    }
  }

  /// Whether a word stands in a list.
  func isListed(_ word: String, _ list: String) -> Bool { lists[list]?.contains(word) == true }

  /// Whether a word ends as one of a list does.
  func endsAsListed(_ word: String, _ list: String) -> Bool {
    lists[list]?.contains { word.utf8.count > $0.utf8.count && word.hasSuffix($0) } == true
  }

  /// The forms of a word by the longest ending of the first of some kinds that has one that fits.
  func inflected(_ word: String, _ kinds: [String]) -> Forms? {
    let scalars = Array(word.unicodeScalars)
    for kind in kinds {
      guard let endings = endings[kind] else { continue }
      for length in stride(from: min(5, scalars.count - 1), through: 1, by: -1) {
        var ending = String.UnicodeScalarView()
        ending.append(contentsOf: scalars.suffix(length))
        guard let forms = endings[String(ending)] else { continue }
        var stem = String.UnicodeScalarView()
        stem.append(contentsOf: scalars.dropLast(length))
        return forms.map { String(stem) + $0 }
      }
    }
    return nil
  }
}
