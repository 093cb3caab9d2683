/// How words are set off on a terminal.
enum TextStyle {
  /// Words that head a table, or that were looked for.
  static func strong(_ text: String) -> String { "\u{1B}[1m\(text)\u{1B}[0m" }

  /// Lines that only part things.
  static func faint(_ text: String) -> String { "\u{1B}[2m\(text)\u{1B}[0m" }
}
