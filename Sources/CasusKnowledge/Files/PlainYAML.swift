/// Reads the plain part of YAML in which the data files are written, several times faster than a
/// reader of all of it.
///
/// Block and flow mappings and sequences, plain and quoted scalars, comments. Anything else –
/// anchors, tags, block scalars, most scalars of several lines, several documents, a key given
/// twice, a mistake – it leaves to Yams, which then reads the file or says what is wrong.
struct PlainYAML {
  /// The text needs a reader of all of YAML.
  private struct NotPlain: Error {}

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var line = 1
  private var lineStart = 0

  /// The text's root, or `nil` where it is not plain or holds nothing.
  static func node(of text: String) -> YAMLNode? {
    var text = text
    return text.withUTF8 { bytes in
      guard isPlain(bytes) else { return nil }
      var reader = PlainYAML(bytes: bytes)
      return try? reader.document()
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  // MARK: Characters

  /// Whether there is neither a control character nor one of Unicode's own line ends.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in bytes.enumerated() {
      if byte >= 0x20, byte < 0x7F { continue }
      if byte == UInt8(ascii: "\n") { continue }
      guard byte > 0x7F else { return false }
      guard index + 1 < bytes.count else { continue }
      switch byte {
      case 0xC2 where bytes[index + 1] < 0xA0: return false
      case 0xE2 where bytes[index + 1] == 0x80 && index + 2 < bytes.count:
        if bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 { return false }
      case 0xEF where bytes[index + 1] == 0xBB || bytes[index + 1] == 0xBF: return false
      default: continue
      }
    }
    return true
  }

  private var isAtEnd: Bool { at >= bytes.count }
  private var column: Int { at - lineStart }

  /// A byte from here on; a line end behind the text.
  private func byte(_ offset: Int = 0) -> UInt8 {
    at + offset < bytes.count ? bytes[at + offset] : UInt8(ascii: "\n")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  private mutating func skipSpaces() {
    while at < bytes.count, bytes[at] == UInt8(ascii: " ") { at += 1 }
  }

  /// Goes on to the next character that is neither space nor comment, over lines as well.
  private mutating func skipBlank() throws(NotPlain) {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: " "): at += 1
      case UInt8(ascii: "\n"):
        at += 1
        line += 1
        lineStart = at
      case UInt8(ascii: "#"):
        guard at == 0 || Self.isBlank(bytes[at - 1]) else { throw NotPlain() }
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
      default: return
      }
    }
  }

  /// Makes sure that nothing but spaces and a comment follow on the line.
  private mutating func endLine() throws(NotPlain) {
    let before = line
    try skipBlank()
    guard isAtEnd || line > before else { throw NotPlain() }
  }

  // MARK: Blocks

  private mutating func document() throws(NotPlain) -> YAMLNode {
    try skipBlank()
    // `---` and `%` begin what is more than one plain document.
    guard !isAtEnd, byte() != UInt8(ascii: "%") else { throw NotPlain() }
    let root = try block(deeperThan: -1)
    guard isAtEnd else { throw NotPlain() }
    return root
  }

  private var isDash: Bool { byte() == UInt8(ascii: "-") && Self.isBlank(byte(1)) }

  /// The node that begins here.
  /// - Parameters:
  ///   - indent: The indent of its parent; all its lines are indented more.
  ///   - isInline: Whether it stands behind a key, where no other key or dash may begin.
  /// - Returns: The node; the reader stands before what follows it.
  /// - Throws: `NotPlain` where it is not plain.
  private mutating func block(
    deeperThan indent: Int, isInline: Bool = false
  ) throws(NotPlain) -> YAMLNode {
    let (start, startLine) = (column, line)
    if isDash, !isInline { return try sequence(at: start) }
    switch byte() {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let node = try flow()
      try endLine()
      return node
    case let quote where quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"):
      let scalar = try quoted(quote)
      skipSpaces()
      if byte() == UInt8(ascii: ":"), Self.isBlank(byte(1)), !isInline {
        return try mapping(at: start, line: startLine, firstKey: scalar)
      }
      try endLine()
      return YAMLNode(.scalar(scalar, isPlain: false), line: startLine)
    default:
      let scalar = try plain()
      if byte() == UInt8(ascii: ":") {
        guard !isInline else { throw NotPlain() }
        return try mapping(at: start, line: startLine, firstKey: scalar)
      }
      try endLine()
      // Deeper lines would go on with it.
      guard isAtEnd || column <= indent else { throw NotPlain() }
      return YAMLNode(.scalar(scalar, isPlain: true), line: startLine)
    }
  }

  private mutating func sequence(at indent: Int) throws(NotPlain) -> YAMLNode {
    let startLine = line
    var items: [YAMLNode] = []
    repeat {
      let itemLine = line
      at += 1
      try skipBlank()
      if isAtEnd || (line > itemLine && column <= indent) {
        items.append(YAMLNode(.scalar("", isPlain: true), line: itemLine))
      } else {
        items.append(try block(deeperThan: indent))
      }
    } while !isAtEnd && column == indent && isDash
    guard isAtEnd || column <= indent else { throw NotPlain() }
    return YAMLNode(.sequence(items), line: startLine)
  }

  /// The rest of a mapping, from the colon after its first key on.
  private mutating func mapping(
    at indent: Int, line startLine: Int, firstKey: String
  ) throws(NotPlain) -> YAMLNode {
    var pairs: [YAMLNode.Pair] = []
    var key = firstKey
    while true {
      pairs.append(YAMLNode.Pair(key: key, value: try value(at: indent)))
      guard !isAtEnd, column >= indent else { break }
      guard column == indent, !isDash else { throw NotPlain() }
      key = try self.key()
      guard byte() == UInt8(ascii: ":"), Self.isBlank(byte(1)) else { throw NotPlain() }
    }
    try checkKeys(pairs)
    return YAMLNode(.mapping(pairs), line: startLine)
  }

  /// The value after a colon, in the same line or in the following ones.
  private mutating func value(at indent: Int) throws(NotPlain) -> YAMLNode {
    let keyLine = line
    at += 1
    try skipBlank()
    let isBelow = isAtEnd || line > keyLine
    if isBelow, isAtEnd || column < indent || (column == indent && !isDash) {
      return YAMLNode(.scalar("", isPlain: true), line: keyLine)
    }
    if isBelow { return try block(deeperThan: isDash ? indent - 1 : indent) }
    return try block(deeperThan: indent, isInline: true)
  }

  private mutating func key() throws(NotPlain) -> String {
    let first = byte()
    guard first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") else { return try plain() }
    let key = try quoted(first)
    skipSpaces()
    return key
  }

  private func checkKeys(_ pairs: [YAMLNode.Pair]) throws(NotPlain) {
    // Few keys are sooner compared than put into a set.
    guard pairs.count > 8 else {
      for (index, pair) in pairs.enumerated()
      where pairs[..<index].contains(where: { $0.key == pair.key }) {
        throw NotPlain()
      }
      return
    }
    guard Set(pairs.map(\.key)).count == pairs.count else { throw NotPlain() }
  }

  // MARK: Scalars

  /// The longest key, in bytes.
  private static let longestKey = 1000

  /// A plain scalar up to the end of its line, a comment or the colon after a key.
  private mutating func plain(inFlow: Bool = false) throws(NotPlain) -> String {
    let start = at
    switch byte() {
    case UInt8(ascii: "-"):
      guard !Self.isBlank(byte(1)), !Self.flowIndicators[Int(byte(1))] else { throw NotPlain() }
    case UInt8(ascii: "?"), UInt8(ascii: ":"): throw NotPlain()
    case let first where Self.indicators[Int(first)]: throw NotPlain()
    default: break
    }
    scan: while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\n"): break scan
      case UInt8(ascii: "#") where at > start && bytes[at - 1] == UInt8(ascii: " "): break scan
      case UInt8(ascii: ":") where Self.isBlank(byte(1)): break scan
      case let byte where inFlow && Self.flowIndicators[Int(byte)]: break scan
      case UInt8(ascii: ":") where inFlow && Self.flowIndicators[Int(byte(1))]: break scan
      default: at += 1
      }
    }
    if byte() == UInt8(ascii: ":"), at - start > Self.longestKey { throw NotPlain() }
    var end = at
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    guard end > start else { throw NotPlain() }
    return text(start..<end)
  }

  private mutating func quoted(_ quote: UInt8) throws(NotPlain) -> String {
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != quote, bytes[at] != UInt8(ascii: "\\") {
      guard bytes[at] != UInt8(ascii: "\n") else { throw NotPlain() }
      at += 1
    }
    // Escapes are rare.
    guard at < bytes.count, bytes[at] == quote, byte(1) != quote else {
      return try escaped(quote, from: start)
    }
    at += 1
    return text(start..<(at - 1))
  }

  private mutating func escaped(_ quote: UInt8, from start: Int) throws(NotPlain) -> String {
    var result: [UInt8] = []
    at = start
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") {
      let byte = bytes[at]
      if byte == quote {
        guard quote == UInt8(ascii: "'"), self.byte(1) == quote else {
          at += 1
          return String(decoding: result, as: UTF8.self)
        }
        result.append(quote)
        at += 2
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        switch self.byte(1) {
        case UInt8(ascii: "n"): result.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): result.append(UInt8(ascii: "\t"))
        case let escaped where escaped == quote || escaped == byte: result.append(escaped)
        default: throw NotPlain()
        }
        at += 2
      } else {
        result.append(byte)
        at += 1
      }
    }
    throw NotPlain()
  }

  /// Characters that begin something else than a plain scalar.
  private static let indicators = table(of: ",[]{}#&*!|>'\"%@`")
  /// Characters that end a plain scalar in brackets.
  private static let flowIndicators = table(of: ",[]{}")

  private static func table(of characters: StaticString) -> [Bool] {
    var table = Array(repeating: false, count: 256)
    characters.withUTF8Buffer { for byte in $0 { table[Int(byte)] = true } }
    return table
  }

  // MARK: Brackets

  private mutating func flow() throws(NotPlain) -> YAMLNode {
    let startLine = line
    switch byte() {
    case UInt8(ascii: "["):
      var items: [YAMLNode] = []
      try eachInBrackets(until: UInt8(ascii: "]")) { reader throws(NotPlain) in
        items.append(try reader.flow())
      }
      return YAMLNode(.sequence(items), line: startLine)
    case UInt8(ascii: "{"):
      var pairs: [YAMLNode.Pair] = []
      try eachInBrackets(until: UInt8(ascii: "}")) { reader throws(NotPlain) in
        pairs.append(try reader.flowPair())
      }
      try checkKeys(pairs)
      return YAMLNode(.mapping(pairs), line: startLine)
    case let quote where quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"):
      return YAMLNode(.scalar(try quoted(quote), isPlain: false), line: startLine)
    default:
      var text = try plain(inFlow: true)
      while byte() == UInt8(ascii: "\n"), !isAtEnd {
        let scalarLine = line
        try skipBlank()
        guard !isAtEnd, !Self.flowIndicators[Int(byte())], byte() != UInt8(ascii: ":") else {
          break
        }
        // A line break within a scalar is a space; more than one, or a comment, is rare.
        guard line == scalarLine + 1 else { throw NotPlain() }
        text += " " + (try plain(inFlow: true))
      }
      return YAMLNode(.scalar(text, isPlain: true), line: startLine)
    }
  }

  /// Reads what stands between brackets, with commas in between and perhaps one at the end.
  private mutating func eachInBrackets(
    until close: UInt8, _ read: (inout PlainYAML) throws(NotPlain) -> Void
  ) throws(NotPlain) {
    at += 1
    try skipBlank()
    while byte() != close {
      guard !isAtEnd else { throw NotPlain() }
      try read(&self)
      try skipBlank()
      if byte() == close { break }
      guard byte() == UInt8(ascii: ",") else { throw NotPlain() }
      at += 1
      try skipBlank()
    }
    guard !isAtEnd else { throw NotPlain() }
    at += 1
  }

  private mutating func flowPair() throws(NotPlain) -> YAMLNode.Pair {
    let keyLine = line
    let first = byte()
    let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    let key = try isQuoted ? quoted(first) : plain(inFlow: true)
    skipSpaces()
    guard byte() == UInt8(ascii: ":"), line == keyLine else { throw NotPlain() }
    at += 1
    try skipBlank()
    if byte() == UInt8(ascii: ",") || byte() == UInt8(ascii: "}") {
      return YAMLNode.Pair(key: key, value: YAMLNode(.scalar("", isPlain: true), line: line))
    }
    return YAMLNode.Pair(key: key, value: try flow())
  }
}
