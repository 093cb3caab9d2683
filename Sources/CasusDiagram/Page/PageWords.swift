/// The words of the page in one language: `Data/Languages/xx/page.tsv`.
public struct PageWords: Hashable, Sendable {
  let texts: [String: String]

  /// Reads a table: a key, a tab and the text on each line; `#` starts a comment line.
  /// - Parameters:
  ///   - tsv: The table.
  ///   - name: What to call it in messages, such as its path.
  /// - Throws: `DiagramWords.Problem` for a line that cannot be read or a key that stands twice.
  public init(tsv: String, name: String = "page.tsv") throws {
    var texts: [String: String] = [:]
    let lines = tsv.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let place = "\(name):\(number + 1)"
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 2, !cells[0].isEmpty, !cells[1].isEmpty else {
        throw DiagramWords.Problem(description: "\(place): expected a key, one tab and a text")
      }
      guard texts.updateValue(String(cells[1]), forKey: String(cells[0])) == nil else {
        throw DiagramWords.Problem(description: "\(place): '\(cells[0])' is given twice")
      }
    }
    self.texts = texts
  }

  /// The keys that another language has and this one lacks, sorted.
  public func missing(from other: PageWords) -> [String] {
    other.texts.keys.filter { texts[$0] == nil }.sorted()
  }
}
