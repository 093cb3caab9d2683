/// How a piece of text is set: weight, size and colour, always in DejaVu Sans.
struct TextStyle: Hashable, Sendable {
  var isBold = false
  /// Size in points.
  var size: Double
  var color: Tone

  /// The name that Graphviz knows the font by.
  var fontName: String { isBold ? "DejaVu Sans Bold" : "DejaVu Sans" }

  /// The distance from one line to the next.
  var lineHeight: Double { (size * 1.2 * 4).rounded(.up) / 4 }

  /// The width of a line of text in points, by the advance widths of its code points.
  func width(of text: String) -> Double {
    let table = isBold ? DejaVuWidths.bold : DejaVuWidths.regular
    var units = 0
    for scalar in text.unicodeScalars { units += table.width(of: scalar) }
    return Double(units) * size / 2048
  }

  /// The text in at most so many lines, none wider than `width`; what does not fit is cut with an
  /// ellipsis.
  func wrapped(_ text: String, width limit: Double, lines maximum: Int) -> [String] {
    guard maximum > 0 else { return [] }
    let words = Words(text, self)
    if let breaks = words.breaks(within: units(limit)), breaks.count <= maximum {
      return words.lines(breaks)
    }
    return cut(words.words, width: limit, lines: maximum)
  }

  /// The text wrapped like `wrapped(_:width:lines:)`, but into lines of about the same length.
  func balanced(_ text: String, width limit: Double, lines maximum: Int) -> [String] {
    guard maximum > 0 else { return [] }
    let words = Words(text, self)
    guard let best = words.breaks(within: units(limit)), best.count <= maximum else {
      return cut(words.words, width: limit, lines: maximum)
    }
    guard best.count > 1 else { return words.lines(best) }
    // The narrowest width that needs no further line, but at least half of what there is.
    var (low, high) = (units(limit / 2), units(limit))
    while high - low > units(1) {
      let middle = (low + high) / 2
      if let breaks = words.breaks(within: middle), breaks.count <= best.count {
        high = middle
      } else {
        low = middle
      }
    }
    return words.lines(words.breaks(within: high) ?? best)
  }

  /// A width in points as units of the font, rounded down.
  private func units(_ width: Double) -> Int {
    Int(min(max(width, 0), 1e9) * 2048 / size)
  }

  /// The words of a text with their widths in units of the font.
  private struct Words {
    let words: [Substring]
    private let widths: [Int]
    private let space: Int

    init(_ text: String, _ style: TextStyle) {
      let table = style.isBold ? DejaVuWidths.bold : DejaVuWidths.regular
      // A dot between parts stays with what is before it.
      var text = DOTText.cleaned(text)
      if text.utf8.contains(0xB7) { text = text.replacing(" · ", with: "\u{A0}· ") }
      // A text of many thousand words is cut anyway.
      words = Array(text.parts(between: " ", limit: 400).prefix(400))
      widths = words.map { word in word.unicodeScalars.reduce(0) { $0 + table.width(of: $1) } }
      space = table.width(of: " ")
    }

    /// The first word of each line, or `nil` when a word is wider than a line.
    func breaks(within limit: Int) -> [Int]? {
      var breaks: [Int] = []
      var used = Int.max
      for (index, width) in widths.enumerated() {
        guard width <= limit else { return nil }
        if used != .max, used + space + width <= limit {
          used += space + width
        } else {
          breaks.append(index)
          used = width
        }
      }
      return breaks
    }

    func lines(_ breaks: [Int]) -> [String] {
      breaks.indices.map { line in
        let end = line + 1 < breaks.count ? breaks[line + 1] : words.count
        return words[breaks[line]..<end].joined(separator: " ")
      }
    }
  }

  /// Lines of which the last is cut, or a word that is wider than a line.
  private func cut(_ words: [Substring], width limit: Double, lines maximum: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if width(of: longer, isAtMost: limit) {
        line = longer
        continue
      }
      if lines.count == maximum - 1 {
        lines.append(cut(longer, width: limit, always: true))
        return lines
      }
      if line.isEmpty {
        lines.append(cut(String(word), width: limit, always: true))
      } else {
        lines.append(line)
        line = cut(String(word), width: limit)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The text, or its beginning with an ellipsis where it is wider than allowed.
  func cut(_ text: String, width limit: Double, always: Bool = false) -> String {
    guard always || !width(of: text, isAtMost: limit) else { return text }
    var room = limit - width(of: "…")
    var kept = ""
    for character in text {
      room -= width(of: String(character))
      if room < 0 { break }
      kept.append(character)
    }
    while let last = kept.last, last == " " || last == "," || last == ":" { kept.removeLast() }
    return kept + "…"
  }

  /// Like comparing `width(of:)`, but gives up early on very long text.
  private func width(of text: String, isAtMost limit: Double) -> Bool {
    let table = isBold ? DejaVuWidths.bold : DejaVuWidths.regular
    var room = Int(limit * 2048 / size)
    for scalar in text.unicodeScalars {
      room -= table.width(of: scalar)
      if room < 0 { return false }
    }
    return true
  }
}

extension DejaVuWidths {
  /// The advance width of a code point in 1/2048 em; other scripts come from other fonts, so a
  /// generous width is taken for them.
  func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x17F: return known(latin[Int(scalar.value) - 0x20])
    case 0x300...0x36F: return 0
    case 0x370...0x52F: return known(greekAndCyrillic[Int(scalar.value) - 0x370])
    case 0x2010...0x2027: return known(punctuation[Int(scalar.value) - 0x2010])
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFF:
      return 2100
    case 0x610...0x61A, 0x64B...0x65F, 0x670, 0x591...0x5C7: return 0
    // Letters of Arabic and Hebrew, joined as they are in words.
    case 0x5D0...0x6FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF: return 1280
    case 0x1F000...0x1FAFF: return 2800
    default: return 1790
    }
  }

  private func known(_ width: UInt16) -> Int { width == 0 ? 1229 : Int(width) }
}
