import CasusTestSupport
import Foundation

/// A table of `Tests/Corpus`: what a sentence says, then the sentence in each of the languages of its
/// first row, behind `? ` where it is known to be read otherwise.
struct CorpusTable {
  struct Cell: Sendable {
    /// The first column.
    var meaning: String
    var language: String
    var sentence: String
    var isKnown: Bool
  }

  let cells: [Cell]

  /// Reads a table.
  /// - Parameter path: Where it lies in `Tests/Corpus`.
  init(_ path: String) {
    let file = Checkout.root.appending(path: "Tests/Corpus/\(path)")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t").map { String($0) }
    }
    let languages = rows.first?.dropFirst() ?? []
    cells = rows.dropFirst().flatMap { row in
      zip(languages, row.dropFirst()).map { language, sentence in
        let isKnown = sentence.hasPrefix("? ")
        return Cell(
          meaning: row[0], language: language,
          sentence: isKnown ? String(sentence.dropFirst(2)) : sentence, isKnown: isKnown)
      }
    }
  }
}
