/// Reads the text of a pattern.
///
/// `{month}` a class · `{number:day}` its value goes to the slot `day` · `{weekday:_}` its value is
/// ignored · `{!counted}` no word of that class may follow · `[…]` may be missing · `(a | b)` one of
/// them · `..` the second date of an interval begins · `^` and `$` start and end of the text ·
/// anything else is a word or a mark.
struct DatePatternParser {
  /// Why a pattern cannot be read.
  struct Fault: Error {
    let message: String
  }

  private let shapes: [String: DatePattern]
  private var pieces: [String]
  private var at = 0

  static func parse(_ text: String, shapes: [String: DatePattern]) throws(Fault) -> DatePattern {
    var parser = DatePatternParser(shapes: shapes, pieces: pieces(of: text))
    let pattern = try parser.choice()
    guard parser.at == parser.pieces.count else {
      throw Fault(message: "'\(parser.pieces[parser.at])' closes nothing in the pattern '\(text)'")
    }
    return pattern
  }

  private init(shapes: [String: DatePattern], pieces: [String]) {
    self.shapes = shapes
    self.pieces = pieces
  }

  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var word = ""
    func flush() {
      if !word.isEmpty { pieces.append(word) }
      word = ""
    }
    for character in text {
      if word.hasPrefix("{") {
        word.append(character)
        if character == "}" { flush() }
      } else if character == " " {
        flush()
      } else if "[](){|".contains(character) {
        flush()
        if character == "{" { word = "{" } else { pieces.append(String(character)) }
      } else {
        word.append(character)
      }
    }
    flush()
    return pieces
  }

  private mutating func choice() throws(Fault) -> DatePattern {
    var branches = [try sequence()]
    while at < pieces.count, pieces[at] == "|" {
      at += 1
      branches.append(try sequence())
    }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(Fault) -> DatePattern {
    var parts: [DatePattern] = []
    while at < pieces.count, !["|", ")", "]"].contains(pieces[at]) {
      parts.append(try element())
    }
    guard !parts.isEmpty else { throw Fault(message: "an empty group in a pattern") }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func element() throws(Fault) -> DatePattern {
    let piece = pieces[at]
    at += 1
    switch piece {
    case "(":
      let inner = try choice()
      try close(")")
      return inner
    case "[":
      let inner = try choice()
      try close("]")
      return .optional(inner)
    case "..": return .second
    case "^": return .start
    case "$": return .end
    default: break
    }
    if piece.hasPrefix("{") { return try symbol(String(piece.dropFirst().dropLast())) }
    if piece.count == 1, let mark = piece.first, !mark.isLetter, !mark.isNumber {
      return .mark(mark)
    }
    return .word(piece)
  }

  private mutating func close(_ bracket: String) throws(Fault) {
    guard at < pieces.count, pieces[at] == bracket else {
      throw Fault(message: "a '\(bracket)' is missing")
    }
    at += 1
  }

  private func symbol(_ text: String) throws(Fault) -> DatePattern {
    if text.hasPrefix("!") { return .lookahead(String(text.dropFirst())) }
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard let name = parts.first else { throw Fault(message: "'{}' names no class") }
    if let shape = shapes[name] { return shape }
    guard parts.count == 2 else { return .symbol(name, slot: .own) }
    if parts[1] == "_" { return .symbol(name, slot: .ignored) }
    guard let slot = DateSlot(rawValue: parts[1]) else {
      throw Fault(message: "unknown slot '\(parts[1])' in '{\(text)}'")
    }
    return .symbol(name, slot: .named(slot))
  }
}

extension DatePattern {
  /// The classes that the pattern names.
  package var symbols: [String] {
    switch self {
    case .symbol(let name, _), .lookahead(let name): [name]
    case .sequence(let parts), .choice(let parts): parts.flatMap(\.symbols)
    case .optional(let inner): inner.symbols
    case .word, .mark, .second, .start, .end: []
    }
  }

  /// Whether a match may begin with a nested date.
  var mayBeginWithDate: Bool {
    switch self {
    case .symbol(let name, _): name == "date"
    case .sequence(let parts):
      parts.prefix { $0.mayBeEmpty }.contains(where: \.mayBeginWithDate)
        || parts.first { !$0.mayBeEmpty }?.mayBeginWithDate == true
    case .choice(let parts): parts.contains(where: \.mayBeginWithDate)
    case .optional(let inner): inner.mayBeginWithDate
    default: false
    }
  }

  /// Whether the pattern can match without taking a word.
  var mayBeEmpty: Bool {
    switch self {
    case .word, .mark, .symbol: false
    case .lookahead, .second, .start, .end, .optional: true
    case .sequence(let parts): parts.allSatisfy(\.mayBeEmpty)
    case .choice(let parts): parts.contains(where: \.mayBeEmpty)
    }
  }
}
