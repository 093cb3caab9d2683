/// Breaks text into lines at spaces.
enum TextWrapping {
  /// Lines of at most `width` columns; a longer word stands on a line of its own.
  static func lines(of text: String, width: Int) -> [String] {
    guard text.displayWidth > width else { return [text] }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.displayWidth + 1 + word.displayWidth > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + [line]
  }

  /// The lines with an indentation in front of each, ended by line feeds; nothing in them steers the
  /// terminal.
  static func paragraph(_ text: String, indent: String, width: Int?) -> String {
    let text = text.forTerminal
    let lines = width.map { Self.lines(of: text, width: max(20, $0 - indent.count)) } ?? [text]
    return lines.map { "\(indent)\($0)\n" }.joined()
  }
}
