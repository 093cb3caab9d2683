/// The publishers that a cell of a table names: "Reuters; BBC".
enum PublisherNames {
  /// The names, each once and in their order; the text itself where it names one.
  static func split(_ text: some StringProtocol) -> [String] {
    guard text.utf8.contains(UInt8(ascii: ";")) else { return [String(text)] }
    var names: [String] = []
    for part in text.split(separator: ";") {
      let name = part.split(separator: " ").joined(separator: " ")
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    return names
  }
}
