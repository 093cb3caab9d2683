/// The words of the page in one language: `Data/Languages/xx/page.tsv`.
public struct PageWords: Hashable, Sendable {
  let texts: [String: String]

  /// Reads a table: a key, a tab and the text on each line; `#` starts a comment line.
  /// - Parameters:
  ///   - tsv: The table.
  ///   - name: What to call it in messages, such as its path.
  /// - Throws: `DiagramWords.Problem` for a line that cannot be read or a key that stands twice.
  public init(tsv: String, name: String = "page.tsv") throws {
    let table = WordTable(tsv: tsv, name: name)
    if let fault = table.faults.first { throw fault }
    texts = table.texts
  }

  /// Everything that is wrong with a table beside that of another language.
  /// - Parameters:
  ///   - tsv: The table.
  ///   - name: What to call it in messages, such as its path.
  ///   - reference: The table whose keys and places to fill in it must have.
  /// - Returns: The faults in the order of the lines; those of the whole come last.
  public static func faults(
    tsv: String, name: String, reference: (tsv: String, name: String)
  ) -> [DiagramWords.Problem] {
    var table = WordTable(tsv: tsv, name: name)
    let other = WordTable(tsv: reference.tsv, name: reference.name)
    table.compare(with: other.entries.map(\.key))
    table.comparePlaces(with: other)
    return table.faults
  }

  /// The keys that another language has and this one lacks, sorted.
  public func missing(from other: PageWords) -> [String] {
    other.texts.keys.filter { texts[$0] == nil }.sorted()
  }
}
