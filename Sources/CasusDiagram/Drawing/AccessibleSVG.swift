import Foundation

/// Completes Graphviz's SVG: a language, a title and a description for the picture, sentences
/// instead of node names for its parts, and font names that browsers know.
struct AccessibleSVG {
  private let source: DiagramSource
  private var output: [UInt8]
  private var isRootOpen = false
  /// Graphviz numbers gradients through the life of a process; a picture numbers its own.
  private var gradients: [[UInt8]: Int] = [:]

  /// Completes a picture.
  static func finished(_ picture: Data, source: DiagramSource) -> Data {
    var svg = AccessibleSVG(source: source, size: picture.count)
    picture.withUnsafeBytes { bytes in
      var start = 0
      while start <= bytes.count {
        let end = bytes.firstIndex(of: newline, from: start) ?? bytes.count
        svg.add(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), isFirst: start == 0)
        start = end + 1
      }
    }
    return Data(svg.output)
  }

  private init(source: DiagramSource, size: Int) {
    self.source = source
    output = []
    output.reserveCapacity(size * 5 / 4)
  }

  private static let newline = UInt8(ascii: "\n")

  private mutating func add(_ line: UnsafeRawBufferPointer, isFirst: Bool) {
    if line.starts(with: "<!-- "), line.ends(with: " -->") { return }
    if line.starts(with: "<title>"), line.ends(with: "</title>") {
      let name = String(
        decoding: UnsafeRawBufferPointer(rebasing: line[7..<(line.count - 8)]), as: UTF8.self)
      let text = source.tooltips[Self.plain(name)] ?? ""
      if !text.isEmpty { write("\n<title>" + Self.escaped(text) + "</title>") }
      return
    }
    if !isFirst { output.append(Self.newline) }
    if line.starts(with: "<svg ") { isRootOpen = true }
    if isRootOpen, line.last == UInt8(ascii: ">") {
      isRootOpen = false
      output.append(contentsOf: line.dropLast())
      write(rootEnd)
    } else if line.starts(with: "<text ") {
      writeText(line)
    } else {
      writeRenumbered(line)
    }
  }

  private mutating func write(_ text: String) {
    output.append(contentsOf: text.utf8)
  }

  /// The end of the root's start tag with the attributes and elements that it lacks.
  private var rootEnd: String {
    let language = Self.escaped(source.language)
    return """
       role="img" lang="\(language)" xml:lang="\(language)" \
      aria-labelledby="casus-title casus-summary">
      <title id="casus-title">\(Self.escaped(source.title))</title>
      <desc id="casus-summary">\(Self.escaped(source.summary))</desc>
      """
  }

  /// `DejaVu Sans Bold` is a family to Graphviz only; Verdana has the same widths.
  private static let knownFonts: [(name: StaticString, replacement: String)] = [
    (
      "font-family=\"DejaVu Sans Bold\"",
      "font-family=\"DejaVu Sans,Verdana,sans-serif\" font-weight=\"bold\""
    ), ("font-family=\"DejaVu Sans\"", "font-family=\"DejaVu Sans,Verdana,sans-serif\""),
  ]

  /// A line of text with the fonts' names that browsers know.
  private mutating func writeText(_ line: UnsafeRawBufferPointer) {
    for (name, replacement) in Self.knownFonts {
      guard let found = line.range(of: name) else { continue }
      output.append(contentsOf: line[..<found.lowerBound])
      write(replacement)
      output.append(contentsOf: line[found.upperBound...])
      return
    }
    output.append(contentsOf: line)
  }

  /// What stands before and after the number of a gradient where it is defined.
  private static let definition: (before: StaticString, after: UInt8) = (
    "id=\"l_", UInt8(ascii: "\"")
  )
  /// The same where it is used.
  private static let use: (before: StaticString, after: UInt8) = ("url(#l_", UInt8(ascii: ")"))

  /// A line whose gradient, if it has one, has its number in this picture.
  private mutating func writeRenumbered(_ line: UnsafeRawBufferPointer) {
    let (before, after) = line.starts(with: "<linearGradient ") ? Self.definition : Self.use
    guard let start = line.range(of: before)?.upperBound,
      let end = line.firstIndex(of: after, from: start)
    else { return output.append(contentsOf: line) }
    let number = gradients[Array(line[start..<end])] ?? gradients.count
    gradients[Array(line[start..<end])] = number
    output.append(contentsOf: line[..<start])
    write(String(number))
    output.append(contentsOf: line[end...])
  }

  /// The name of a part as the DOT text has it.
  ///
  /// Names are letters and numbers; only the arrow between the ends of an edge is written as
  /// references.
  private static func plain(_ name: String) -> String {
    guard let start = name.utf8.firstIndex(of: UInt8(ascii: "&")),
      let end = name.utf8.lastIndex(of: UInt8(ascii: ";"))
    else { return name }
    return name[..<start] + "->" + name[name.utf8.index(after: end)...]
  }

  /// Text for SVG and HTML, inside elements and in quoted attributes.
  ///
  /// It goes by bytes: as characters, a quote with a combining mark after it is no quote.
  static func escaped(_ text: String) -> String {
    let cleaned = DOTText.cleaned(text)
    guard cleaned.utf8.contains(where: isMarkup) else { return cleaned }
    var result: [UInt8] = []
    result.reserveCapacity(cleaned.utf8.count + 32)
    for byte in cleaned.utf8 {
      if let reference = reference(for: byte) {
        result.append(contentsOf: reference.utf8)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\"")
  }

  /// What a byte of markup is written as.
  private static func reference(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the first bytes are those of an ASCII text.
  fileprivate func starts(with text: StaticString) -> Bool { holds(text, at: 0) }

  /// Whether the last bytes are those of an ASCII text.
  fileprivate func ends(with text: StaticString) -> Bool {
    holds(text, at: count - text.utf8CodeUnitCount)
  }

  private func holds(_ text: StaticString, at place: Int) -> Bool {
    guard let baseAddress, place >= 0, place + text.utf8CodeUnitCount <= count else { return false }
    return memcmp(baseAddress + place, text.utf8Start, text.utf8CodeUnitCount) == 0
  }

  /// Where a byte is first found from a place on.
  fileprivate func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard let baseAddress, start < count else { return nil }
    return memchr(baseAddress + start, Int32(byte), count - start).map {
      UnsafeRawPointer($0) - baseAddress
    }
  }

  /// Where an ASCII text begins and ends for the first time.
  fileprivate func range(of text: StaticString) -> Range<Int>? {
    var start = 0
    while let found = firstIndex(of: text.utf8Start[0], from: start) {
      if holds(text, at: found) { return found..<(found + text.utf8CodeUnitCount) }
      start = found + 1
    }
    return nil
  }
}
