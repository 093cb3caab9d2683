/// A table of words as written: a key, a tab and the text on each line; `#` starts a comment line.
struct WordTable {
  /// One line of it.
  struct Entry {
    var key: String
    var text: String
    var line: Int

    /// The names in braces, which are filled in.
    var places: Set<Substring> {
      let parts = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
      return Set(parts.compactMap { $0.split { $0 == "}" || $0 == " " }.first })
    }
  }

  let name: String
  private(set) var entries: [Entry] = []
  /// What is wrong with it, from the first line to the last.
  private(set) var faults: [DiagramWords.Problem] = []

  /// Reads a table.
  /// - Parameters:
  ///   - tsv: The table.
  ///   - name: What to call it in messages, such as its path.
  init(tsv: String, name: String) {
    self.name = name
    var seen: Set<String> = []
    let lines = tsv.utf8.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "\n") }
    for (number, bytes) in lines.enumerated() {
      let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map(Substring.init)
      guard cells.count == 2, !cells[0].isEmpty, !cells[1].isEmpty else {
        fault("expected a key, one tab and a text", line: number + 1)
        continue
      }
      guard seen.insert(String(cells[0])).inserted else {
        fault("'\(cells[0])' is given twice; remove one", line: number + 1)
        continue
      }
      entries.append(Entry(key: String(cells[0]), text: String(cells[1]), line: number + 1))
    }
  }

  /// The texts by their keys.
  var texts: [String: String] {
    Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0.text) })
  }

  /// Notes the keys that it lacks and those that nothing asks for.
  mutating func compare(with keys: [String]) {
    let known = Set(keys)
    for entry in entries where !known.contains(entry.key) {
      fault("'\(entry.key)' is not a key; remove the line", line: entry.line)
    }
    let own = Set(entries.map(\.key))
    let missing = keys.filter { !own.contains($0) }
    guard !missing.isEmpty else { return }
    fault("missing \(missing.joined(separator: ", ")); add a line for each")
  }

  /// Notes the texts in which something else is filled in than in those of another language.
  mutating func comparePlaces(with other: WordTable) {
    let places = Dictionary(uniqueKeysWithValues: other.entries.map { ($0.key, $0.places) })
    for entry in entries {
      guard let expected = places[entry.key], expected != entry.places else { continue }
      let list = expected.sorted().map { "{\($0)}" }.joined(separator: ", ")
      fault(
        "the text of '\(entry.key)' must hold \(list.isEmpty ? "no braces" : list), as \(other.name) has it",
        line: entry.line)
    }
  }

  private mutating func fault(_ message: String, line: Int = 0) {
    let place = line > 0 ? "\(name):\(line)" : name
    faults.append(DiagramWords.Problem(description: "\(place): \(message)"))
  }
}
